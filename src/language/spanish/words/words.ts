import type { Act } from '../../../domain/claim.ts'
import { list } from '../../lists/list.ts'
import { phraseIndex, type RomanceWords, smallWordsOf, verbPhrases } from '../../romance/words.ts'
import type { SayingVerb } from '../../surface/verbs.ts'
import { isRole } from './roles.ts'
import { verbs } from './verbs.ts'

/** Each phrase with “de” and “del” behind it. */
const ofSomebody = [
  'a juicio',
  'en opinión',
  'en palabras',
  'al decir',
  'a decir',
  'en boca',
  'a criterio',
  'a entender',
]

const phrase: SayingVerb = { lemma: 'dar a conocer', act: 'says', frames: ['clause'] }

/** The words of Spanish, in Spain and in America. */
export const spanishWords: RomanceWords = {
  verbs,
  determiners: list(
    `el la los las un una unos unas su sus este esta estos estas ese esa esos esas aquel aquella varios varias algunos
     algunas algún alguna muchos muchas dos tres cuatro cinco seis otro otra otros otras ambos ambas todos todas cada ningún
     ninguna mi mis nuestro nuestra tu tus dicho dicha`,
  ),
  subjectArticles: list('el la los las un una'),
  prepositions: list(
    `a al ante bajo con contra de del desde durante en entre hacia hasta mediante para por según sin sobre tras vía`,
  ),
  pronouns: list(
    'él ella ellos ellas este esta estos estas yo usted ustedes nosotros nosotras éste ésta esto eso ello quien quienes ambos cual cualquiera alguien',
  ),
  beforeVerbs: list('no ya se le les lo la los las me nos os te nunca también aún solo sólo ni jamás tampoco'),
  weakBehind: /(?<=[aei]r|ndo)(?:se|le|les|lo|la|los|las|me|nos|te|selo|sela|les?lo)$/,
  reflexives: list('se me nos'),
  notReflexive: list(
    'manifiesta manifiestan manifestó manifestaron manifestaba manifestaban manifestado manifestando manifestará manifestarán',
  ),
  beforeReasons: list('pues'),
  beforeFinite: list('se le les'),
  complementizers: list('que si'),
  that: list('que'),
  of: list('de del'),
  gerundEnding: /ndo(?:se|le|les|lo|la|los|las)?$/,
  questions: list('dónde quién quiénes qué cómo cuándo cuánto cuánta cuántos cuántas cuál cuáles'),
  subordinators: list('porque cuando aunque donde mientras como cual quien cuyo cuya pues así tal cuanto'),
  relatives: list('que quien quienes cuyo cuya cuyos cuyas donde cual cuales'),
  conjunctions: list('y e mas o u pero ni sino'),
  contrasts: list('pero sino y mientras aunque siendo'),
  auxiliaries: list('ha han había habían habrá habrán habría habrían haya hayan he hemos hubo'),
  passives: list('fue fueron es son era eran será serán siendo'),
  passiveParticiples: list('sido'),
  finiteForms: list(
    `es son fue fueron era eran será serán sería serían está están estaba estaban estuvo estuvieron estará estarán estaría ha
     han había habían hay hubo habrá habrán habría habrían tiene tienen tenía tenían tuvo tuvieron tendrá tendrán tendría
     tendrían puede pueden podía podían podría podrían podrá podrán pudo pudieron debe deben debía deberá deberán debería
     deberían va van iba iban irá irán hace hacen hizo hicieron hacía hará harán haría da dan dio dieron daba dará ve ven
     viene vienen vino vinieron quiere quieren quiso sabe saben supo queda quedan quedó quedaron llega llegó pasa pasó existe
     existen empieza empezó comienza comenzó continúa sigue siguen siguió deja dejan dejó dejaron lleva llevan llevó trae
     trajo pone ponen puso pusieron sale salió parece parecen parecía permite permitió necesita necesitan cabe basta sirve
     sea sean esté estén tenga tengan pueda puedan fuera fueran haya hayan hubiera hubieran vaya haga hagan soy somos estoy
     estamos tengo tenemos vamos hemos cuesta cuestan vale gusta cree importa falta faltan sobra ocurre ocurrió murió nació
     cae cayó abre abrió cierra cerró vuelve volvió pierde perdió gana ganó sufre sufrió recibe recibió vive viven trabaja
     trabajan funciona funcionan significa supone merece`,
  ),
  finiteEnding:
    /(?:[^aeiou]ó|[aeu]yó|[uc]ió|[^c]ió|aron|ieron|yeron|aba|aban|abas|ábamos|aría|arían|ería|erían|iría|irían|ará|arán|erá|erán|irá|irán|ase|asen|iese|iesen|iera|ieran)$/,
  infinitive: /^\p{L}{2,}[aeií]r(?:se|le|les|lo|la|los|las|me|nos|te|selo|sela)?$/u,
  phrases: verbPhrases([
    { heads: list('dejó dejaron deja dejan dejado dejaba'), words: ['claro'], verb: phrase },
    { heads: list('dejó deja dejado'), words: ['entrever'], verb: phrase },
    { heads: list('hizo hicieron hace hecho'), words: ['saber'], verb: phrase },
    { heads: list('dio dieron da dado'), words: ['a', 'conocer'], verb: phrase },
    { heads: list('dio dieron da dado'), words: ['a', 'entender'], verb: phrase },
    { heads: list('puso pusieron pone puesto'), words: ['de', 'manifiesto'], verb: phrase },
    { heads: list('puso pone puesto'), words: ['de', 'relieve'], verb: phrase },
    { heads: list('hizo hace hecho'), words: ['hincapié'], verb: phrase },
    { heads: list('mostró mostraron muestra muestran mostrado mostraba'), words: ['convencido', 'de'], verb: phrase },
    { heads: list('mostró mostraron muestra muestran mostrado mostraba'), words: ['convencida', 'de'], verb: phrase },
  ]),
  beforeGerunds: list(''),
  echoes: phraseIndex([
    ['a', 'su', 'juicio'],
    ['en', 'su', 'opinión'],
    ['a', 'su', 'entender'],
    ['a', 'su', 'modo', 'de', 'ver'],
  ]),
  beforeInfinitives: new Map<string, ReadonlySet<Act>>([
    ['a', new Set(['promises', 'demands'])],
    ['con', new Set(['warns'])],
  ]),
  nobody: list('nadie ninguno ninguna ningún ni'),
  negations: list('no nunca jamás ni tampoco'),
  adverbs: list(
    `sí ayer hoy mañana ahora aún todavía también ya después antes entonces así aquí allí allá siempre nunca no solo sólo apenas
     mismo además luego anoche anteayer bien mal más menos muy mucho poco tanto casi incluso quizá quizás tal acaso atrás
     abajo arriba tampoco pronto tarde finalmente asimismo igualmente`,
  ),
  adverbEnding: /mente$/,
  times: list(
    `ayer hoy mañana anoche lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio
     agosto septiembre setiembre octubre noviembre diciembre día días semana semanas mes meses año años horas minutos noche tarde madrugada momento ocasión inicio
     final pasado pasada jornada víspera mediodía`,
  ),
  venues:
    /^(?:entrevistas?|salida|llegada|término|comunicado|nota|rueda|conferencia|declaraciones|declaración|conversación|reunión|discurso|carta|artículo|editorial|comparecencia|juicio|audiencia|debate|sesión|pleno|acto|reportaje|llamada|programa|vídeos?|video|redes?|mensajes?|publicación|publicaciones|tuit|tuits|twitter|facebook|instagram|whatsapp|escrito|presentación|intervención|diálogo)$/,
  accordingTo: phraseIndex([
    ...ofSomebody.flatMap((opening) => [
      [...opening.split(' '), 'de'],
      [...opening.split(' '), 'del'],
    ]),
    ['de', 'acuerdo', 'con'],
    ['de', 'acuerdo', 'a'],
    ['de', 'acuerdo', 'al'],
    ['conforme', 'a'],
    ['conforme', 'al'],
    ['según'],
    ['para'],
  ]),
  accordingAtStart: list('para'),
  notSources: list('que si convenga corresponda sea consta figura aparece'),
  as: list('como según tal'),
  to: list('a al'),
  beforeCharge: list('de por'),
  isRole,
  marksPersons: true,
  by: list('por'),
}

/** Words that are no nouns, however they are written. */
export const smallWords = smallWordsOf(spanishWords)
