import { list } from '../../lists/list.ts'
import type { PronounForm, SpeakerWords } from '../../surface/speakers/words.ts'
import { firstNames } from './first-names.ts'
import { genderOf, isRole, roleKey } from './roles.ts'
import { smallWords } from './words.ts'

const groups = list(
  `vecinos residentes expertos peritos críticos autoridades populares testigos padres madres alumnos profesores docentes médicos
   trabajadores empleados sindicatos ecologistas ambientalistas activistas comerciantes agricultores ganaderos pescadores
   diputados concejales dirigentes fuentes personas bomberos analistas economistas investigadores científicos usuarios
   pasajeros organizadores promotores manifestantes familiares amigos colegas compañeros funcionarios opositores
   especialistas productores`,
)

const bodies =
  /^(?:policía|ertzaintza|mossos|guardia|gendarmería|carabineros|ejército|ministerio|tribunal|juzgado|audiencia|ayuntamiento|alcaldía|intendencia|municipalidad|municipio|gobierno|ejecutivo|estado|junta|generalitat|xunta|asamblea|senado|congreso|cámara|parlamento|partido|empresa|compañía|firma|grupo|banco|fundación|asociación|federación|confederación|sindicato|club|universidad|facultad|instituto|hospital|clínica|iglesia|diócesis|arzobispado|orden|agencia|diario|periódico|revista|radio|televisión|cadena|comisión|consejo|consejería|concejalía|diputación|administración|dirección|secretaría|fiscalía|procuraduría|defensoría|contraloría|prefectura|cuerpo|entidad|organización|organismo|unión|liga|equipo|escuela|colegio|museo|teatro|festival|hotel|editorial|fábrica|constructora|concesionaria|operadora|aseguradora|transportista|cooperativa|consorcio|observatorio|laboratorio|centro|gabinete|defensa|acusación|coalición|oposición|plataforma|autoridad|mancomunidad|comunidad|cruz|protección|emergencias|bomberos|psoe|pp|vox|ccoo|ugt|onu|ue|otan|oms|fmi|efe|reuters|familia|patronal|naviera|aerolínea|filial|central)$/

const documents =
  /^(?:informe|estudio|encuesta|documento|comunicado|nota|carta|auto|sentencia|fallo|decisión|resolución|ley|decreto|artículo|edicto|dictamen|acta|atestado|investigación|sondeo|balance|datos|estadísticas|texto|proyecto|propuesta|plan|informaciones|cifras|memoria|censo|expediente|querella|demanda)$/

const places = list(
  'san santa santo villa puerto río calle plaza avenida monte sierra valle nueva nuevo isla barrio ciudad cabo fuente',
)

const pronouns = new Map<string, PronounForm>([
  ['él', { gender: 'male' }],
  ['ella', { gender: 'female' }],
  ['ellos', { isPlural: true }],
  ['ellas', { isPlural: true }],
  ['yo', { isPlural: true }],
  ['nosotros', { isPlural: true }],
  ['nosotras', { isPlural: true }],
  ['este', { gender: 'male' }],
  ['esta', { gender: 'female' }],
  ['éste', { gender: 'male' }],
  ['ésta', { gender: 'female' }],
])

/** Spanish words for people and bodies. */
export const spanishSpeakers: SpeakerWords = {
  pronouns,
  echoes: new Set(['a su juicio', 'en su opinión', 'a su entender', 'a su modo de ver']),
  relatives: list('que quien cual'),
  definite: list('el la los las del al'),
  subjectArticles: list('el la los las'),
  indefinite: list('un una unos unas varios varias algunos algunas dos tres muchos'),
  singular: list('un una el la'),
  possessive: list('su sus'),
  particles: list('de del la las los y e van von di'),
  joinsRole: list('para en al a y e'),
  isSmall: (word) => smallWords.has(word),
  titles: list('p p. r r. dr dr. dra dra. sr sr. sra sra. don doña d. dª ing prof'),
  firstNames,
  joints: null,
  isRole,
  former: /^(?:(?:el|la) )?(?:ex-?|antigu[oa] |anterior )/i,
  isBareRelation: (role) =>
    /^(?:mujer|marido|madre|padre|hij[oa]|herman[oa]|jef[ea]|compañer[oa]|espos[oa]|viud[oa]|novi[oa]|colega)$/i.test(
      role,
    ),
  genderOf,
  bodyGender: new Map([
    ['la', 'female'],
    ['una', 'female'],
    ['el', 'male'],
    ['un', 'male'],
  ]),
  alsoCalled: [
    [/^(?:edil|regidor)/, /alcald|concejal/i],
    [/^mandatari/, /president|gobernador|alcald|primer/i],
    [/^parlamentari/, /diputad|senador/i],
    [/^magistrad/, /juez|jueza/i],
    [/^(?:legislador|congresist)/, /diputad|senador/i],
    [/^técnic/, /entrenador/i],
    [/^(?:letrad|jurist)/, /abogad|fiscal|juez/i],
    [/^(?:facultativ|galen|médic|sanitari)/, /médic|doctor|cirujan|enfermer/i],
    [
      /^(?:especialist|expert|experto|científic|investigador)/,
      /ólog|ist[ao]$|profesor|catedrátic|científic|investigador/i,
    ],
    [/^empresari/, /dueñ|propietari|fundador|gerente/i],
    [/^dirigent/, /secretari|president|líder|portavoz/i],
  ],
  articleGender: new Map([
    ['el', 'male'],
    ['la', 'female'],
    ['del', 'male'],
    ['al', 'male'],
    ['un', 'male'],
    ['una', 'female'],
  ]),
  isBody: (word) => bodies.test(word),
  isDocument: (word) => documents.test(word),
  isPlace: (word) => places.has(word),
  adjective:
    /(?:[^u]al|ales|ar|an[oa]s?|enses?|és|es[ae]s?|iv[oa]s?|ic[oa]s?|il|os[oa]s?|ari[oa]s?|ad[oa]s?|in[oa]s?|oficial|adjunt[oa]|general)$/,
  isGroup: (word) => groups.has(word),
  capitalisesNouns: false,
  genitive: /(?!)/,
  ageMention: /^(?:el|la) (?:hombre|mujer|joven|ancian[oa]) de (\d{1,3}) años/,
  beside: /^(?:y|pero|ya|también|(?:el|la) propi[oa]) | (?:propio|propia|mismo|misma)$/gi,
  ownStatement: /^(?:él mismo|ella misma|el propio|la propia)$/,
  pluralVerb: /^\p{Ll}+(?:aron|eron|ban|ían|an|en)$/u,
  roleKey,
}
