import type { Act } from '../../../domain/claim.ts'
import { list } from '../../lists/list.ts'
import { phraseIndex, type RomanceWords, smallWordsOf, verbPhrases } from '../../romance/words.ts'
import type { SayingVerb } from '../../surface/verbs.ts'
import { noInfinitives } from './no-infinitives.ts'
import { isRole } from './roles.ts'
import { verbs } from './verbs.ts'

/** Each phrase with every form of “de” behind it. */
const ofSomebody = ['aux yeux', 'de l’avis', 'de l’aveu', 'aux dires', 'au dire']
const forms = ['de', 'du', 'des', 'd’']

/** A phrase as the tokens that it is read as: “de l’avis” are three. */
function tokensOf(phrase: string): string[] {
  return phrase.replaceAll('’', "' ").trim().split(/\s+/)
}

/** Acts of verbs that have “de” before an infinitive: “promet de”, “menace de”. */
const actsWithOf: ReadonlySet<Act> = new Set([
  'promises',
  'demands',
  'rejects',
  'warns',
  'criticizes',
  'asks',
  'announces',
  'says',
  'admits',
  'denies',
])

const phrase: SayingVerb = { lemma: 'faire savoir', act: 'says', frames: ['clause'] }

/** The words of French. */
export const frenchWords: RomanceWords = {
  verbs,
  determiners: list(
    `le la les l' un une des du son sa ses leur leurs ce cet cette ces plusieurs quelques certains certaines deux trois quatre
     cinq six dix autre autres mon ma mes notre nos votre vos chaque aucun aucune tout tous toute toutes nul nulle quel quelle`,
  ),
  subjectArticles: list("le la les l' un une"),
  prepositions: list(
    `à au aux de du des d' en dans sur pour par avec sans sous chez vers entre contre depuis pendant après avant selon devant
     dès jusque jusqu' lors malgré outre parmi hors via derrière durant envers face grâce suite près loin`,
  ),
  pronouns: list(
    `il elle ils elles on je j' nous vous celui-ci celle-ci ceux-ci celles-ci celui celle ceux ce c' cela ça ceci tu
     -il -elle -ils -elles -on -t-il -t-elle -t-on -t-ils -t-elles lui eux quiconque personne`,
  ),
  beforeVerbs: list("ne n' se s' me m' te t' nous vous le la les l' lui leur y en pas plus jamais rien"),
  weakBehind: /(?!)/,
  notReflexive: list(''),
  beforeReasons: list(''),
  beforeFinite: list("ne n' se s' lui"),
  reflexives: list("se s' me m'"),
  complementizers: list("que qu' si"),
  that: list("que qu'"),
  of: list("de du des d'"),
  gerundEnding: /^(?:tout|en)$|^\p{L}{4,}ant$/u,
  questions: list('où comment pourquoi combien quel quelle quels quelles'),
  subordinators: list(
    "parce quand lorsque lorsqu' alors bien tandis puisque puisqu' où comme dont lequel laquelle lesquels afin sinon car quoique",
  ),
  relatives: list("qui que qu' dont où lequel laquelle lesquels lesquelles"),
  conjunctions: list('et ou mais ni'),
  contrasts: list('mais et tandis alors or puis'),
  auxiliaries: list('a ont avait avaient aura auront aurait auraient ait aient ai avons ayant eut'),
  passives: list('est sont était étaient fut furent sera seront serait seraient soit soient'),
  passiveParticiples: list('été'),
  finiteForms: list(
    `a ont avait avaient aura auront aurait auraient ait aient ai avons est sont était étaient fut furent sera seront serait
     seraient soit soient suis sommes fait font faisait faisaient fera feront ferait fit firent va vont allait allaient ira
     iront vais allons peut peuvent pouvait pouvaient pourra pourront pourrait pourraient put doit doivent devait devaient
     devra devront devrait devraient veut veulent voulait voudrait sait savent savait faut fallait faudra faudrait vient
     viennent venait vint tient tiennent tenait tint prend prennent prenait prit met mettent mettait mit devient deviennent
     devenait devint reste restent restait permet permettent permettait semble semblent semblait paraît existe existent
     suffit suffisent commence commencent finit finissent sort sortent sortait part partent perd perdent vit vivent vécut
     naît connaît connaissent reçoit reçoivent reçut obtient obtiennent obtint appartient contient concerne concernent
     représente représentent constitue continue continuent dure durent dépend vaut valent puisse puissent fasse fassent
     aille sache agit agissent agissait attend attendent rend rendent entend suit suivent court courent meurt mourut
     arrive arrivent arriva travaille travaillent habite vise visent risque risquent compte comptent occupe touche touchent
     souffre souffrent coûte coûtent manque manquent disparaît apparaît ressort convient conviendrait`,
  ),
  finiteEnding:
    /^(?:ouvr|ferm|gagn|jou|tomb|mont|baiss|recul|accept|cherch|trouv|mèn|port|prépar|organis|particip|provoqu|entraîn|bloqu|manifest|vot|adopt|sign|achèt|fabriqu|emploi|licenci|recrut|embauch|dirig|présid|préfèr|aim|quitt|travers|roul|brûl|frapp|tu|bless|arrêt|rouvr|accueill|pleur|attaqu|gard|avoisin|tir|livr|assur|plaid|circul|oblig|aid|salu|dénonc|tard|sembl|habit|rentr|entr|arriv|rest|compt|chang|us|pass|donn|laiss|lev|coup)ent?$|^(?!(?:lait|trait|retrait|extrait|portrait|souhait|attrait|parfait|imparfait|fait|bienfait|forfait|méfait)$).{2,}(?:ait|aient|èrent|irent|urent|inrent|[^é]era|eront|eraient|iront|iraient|dra|dront|draient|rra|rront|rraient)$/,
  infinitive: new RegExp(String.raw`^(?!(?:${[...noInfinitives].join('|')})$)\p{L}{2,}(?:er|ir|re)$`, 'u'),
  phrases: verbPhrases([
    ...['savoir', 'valoir', 'remarquer', 'observer'].map((word) => ({
      heads: list('fait font faisait faisaient fit'),
      words: [word],
      verb: phrase,
    })),
    { heads: list('fait font faisait fit'), words: ['part', 'de'], verb: phrase },
    { heads: list('fait font faisait fit'), words: ['état', 'de'], verb: phrase },
    { heads: list('laisse laissent laissait laissé'), words: ['entendre'], verb: phrase },
    {
      heads: list('met mettent mettait mis'),
      words: ['en', 'garde', 'contre'],
      verb: { ...phrase, act: 'warns', frames: ['clause', 'object'] },
    },
  ]),
  beforeGerunds: list('en'),
  echoes: phraseIndex([
    ['à', 'ses', 'yeux'],
    ['à', "l'", 'entendre'],
    ['à', "l'", 'en', 'croire'],
    ['selon', 'ses', 'dires'],
  ]),
  beforeInfinitives: new Map<string, ReadonlySet<Act>>([
    ['de', actsWithOf],
    ["d'", actsWithOf],
    ['à', new Set(['promises', 'demands'])],
  ]),
  nobody: list('personne aucun aucune nul nulle ni'),
  negations: list("ne n' pas jamais ni"),
  adverbs: list(
    `hier aujourd'hui demain maintenant déjà encore aussi toujours jamais souvent ensuite enfin ainsi alors ici là même seulement
     très trop peu beaucoup plus moins presque puis notamment ailleurs pourtant toutefois cependant néanmoins désormais
     bientôt tôt tard surtout pas avant-hier également quasiment plutôt peut-être vite volontiers dernièrement tant autant
     bien mal mieux fort certes  auparavant parfois`,
  ),
  adverbEnding:
    /(?:uellement|nellement|[^n]ellement|alement|iquement|ivement|eusement|amment|emment|airement|ièrement|ablement|iblement|idement|ainement|prochainement|ouvertement|clairement|simplement|fermement|récemment|vivement|longuement|brièvement)$/,
  times: list(
    `hier lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre
     novembre décembre jour jours journée semaine semaines mois an ans année années soir soirée matin matinée nuit après-midi
     midi moment début fin veille lendemain heure heures week-end weekend date`,
  ),
  venues:
    /^(?:communiqués?|interviews?|entrevues?|entretiens?|sortie|clôture|ouverture|conférence|points?|discours|lettre|courrier|courriel|tribune|messages?|vidéos?|plateau|antenne|micro|débat|audience|procès|séance|réunion|déclarations?|réseaux|réseau|tweets?|twitter|facebook|instagram|colonnes|presse|radio|télévision|barre|publication|post|reportage|émission|visite|meeting|afp|podcast|note|marge|préambule|conclusion|substance|aparté)$/,
  accordingTo: phraseIndex([
    ...ofSomebody.flatMap((opening) => forms.map((form) => tokensOf(`${opening} ${form}`))),
    ["d'", 'après'],
    ['à', 'en', 'croire'],
    ['à', 'entendre'],
    ['selon'],
    ['pour'],
  ]),
  accordingAtStart: list('pour'),
  notSources: list("que qu' si moi nos vos"),
  as: list('comme ainsi'),
  to: list('à au aux'),
  beforeCharge: list("de d'"),
  isRole,
  marksPersons: false,
  by: list('par'),
}

/** Words that are no nouns, however they are written. */
export const smallWords = smallWordsOf(frenchWords)
