import { list } from '../../lists/list.ts'
import type { PronounForm, SpeakerWords } from '../../surface/speakers/words.ts'
import { joints } from '../text.ts'
import { firstNames } from './first-names.ts'
import { genderOf, isRole, roleKey } from './roles.ts'
import { smallWords } from './words.ts'

const groups = list(
  `habitants riverains voisins experts spécialistes critiques autorités syndicats témoins parents élèves professeurs enseignants
   médecins soignants salariés travailleurs employés écologistes militants commerçants agriculteurs éleveurs pêcheurs députés
   élus conseillers dirigeants sources personnes pompiers gendarmes policiers analystes économistes chercheurs scientifiques
   usagers passagers organisateurs manifestants proches amis collègues opposants auteurs enquêteurs observateurs défenseurs
   producteurs locataires résidents étudiants`,
)

const bodies =
  /^(?:police|gendarmerie|armée|ministère|tribunal|cour|mairie|municipalité|ville|commune|métropole|région|département|gouvernement|exécutif|état|préfecture|sous-préfecture|assemblée|sénat|parlement|congrès|parti|entreprise|société|compagnie|groupe|banque|fondation|association|fédération|confédération|syndicat|club|université|faculté|institut|hôpital|clinique|chu|église|diocèse|ordre|agence|journal|quotidien|hebdomadaire|magazine|revue|radio|télévision|chaîne|commission|conseil|administration|direction|parquet|rectorat|académie|organisation|organisme|union|ligue|équipe|école|collège|lycée|musée|théâtre|festival|hôtel|éditeur|usine|constructeur|exploitant|opérateur|assureur|transporteur|coopérative|consortium|observatoire|laboratoire|centre|cabinet|défense|accusation|coalition|opposition|collectif|comité|autorité|intercommunalité|communauté|office|régie|bailleur|afp|reuters|onu|ue|otan|oms|fmi|cgt|cfdt|fo|snep|ps|lr|rn|lfi|sncf|ratp|edf|pompiers|sdis|samu|famille|patronat|filiale|holding|maison|enseigne|marque|distributeur|fabricant|plateforme|start-up|élysée|matignon)$/

const documents =
  /^(?:rapport|étude|sondage|document|communiqué|note|lettre|courrier|arrêt|jugement|décision|résolution|loi|décret|article|arrêté|avis|procès-verbal|enquête|bilan|données|statistiques|texte|projet|proposition|plan|informations|chiffres|recensement|plainte|audit|expertise|baromètre|synthèse)$/

const places = list(
  'saint sainte saint- ville port mont rue place avenue île val vallée pont fort cap lac bois nouvelle affaire dossier scandale opération',
)

const pronouns = new Map<string, PronounForm>(
  (
    [
      ['il', { gender: 'male' }],
      ['elle', { gender: 'female' }],
      ['ils', { isPlural: true }],
      ['elles', { isPlural: true }],
      ['on', { isPlural: true }],
    ] as const
  ).flatMap(([word, form]) => [word, `-${word}`, `-t-${word}`].map((each) => [each, form] as const)),
)

/** French words for people and bodies. */
export const frenchSpeakers: SpeakerWords = {
  pronouns: new Map<string, PronounForm>([
    ...pronouns,
    ['je', { isPlural: true }],
    ["j'", { isPlural: true }],
    ['nous', { isPlural: true }],
    ['celui-ci', { gender: 'male' }],
    ['celle-ci', { gender: 'female' }],
    ['lui', { gender: 'male' }],
    ['ce dernier', { gender: 'male' }],
    ['cette dernière', { gender: 'female' }],
    ['ces derniers', { isPlural: true }],
    ['ces dernières', { isPlural: true }],
  ]),
  echoes: new Set(['à ses yeux', "à l'entendre", 'à l’entendre', "à l'en croire", 'à l’en croire', 'selon ses dires']),
  relatives: list("qui que qu' dont lequel laquelle"),
  definite: list("le la les l' du des au aux"),
  subjectArticles: list("le la les l'"),
  indefinite: list('un une des plusieurs certains certaines deux trois quelques'),
  singular: list("un une le la l'"),
  possessive: list('son sa ses leur leurs'),
  particles: list("de du des d' la van von di et"),
  joinsRole: list('à en aux au pour chargé chargée sur et'),
  isSmall: (word) => smallWords.has(word),
  titles: list('m m. mm mm. mme mme. mlle mlle. dr dr. pr pr. me me. maître monsieur madame'),
  firstNames,
  joints,
  isRole,
  former: /^(?:(?:le |la |l[’'])?(?:ex-|ancien(?:ne)? )|ex-)/i,
  isBareRelation: (role) =>
    /^(?:femme|mari|mère|père|fils|fille|frère|sœur|chef|cheffe|collègue|épouse|époux|veuve|compagnon|compagne|voisin|voisine)$/i.test(
      role,
    ),
  genderOf,
  bodyGender: new Map([
    ['la', 'female'],
    ['une', 'female'],
    ['le', 'male'],
    ['un', 'male'],
  ]),
  alsoCalled: [
    [/^(?:édile|édiles)$/, /maire|bourgmestre/i],
    [/^élue?$/, /maire|adjoint|conseill|député|sénat|échevin|bourgmestre/i],
    [/^parlementaire/, /député|sénat/i],
    [/^magistrate?$/, /procureur|juge|substitut/i],
    [/^(?:technicien|coach)/, /entraîneu|sélectionneu/i],
    [/^praticien/, /médecin|chirurgien/i],
    [/^scientifique|^chercheu|^spécialiste|^experte?/, /ologue|professeu|chercheu|iste$/i],
    [/^(?:dirigeant|patron|chef)/, /président|directeur|directrice|gérant|fondat/i],
    [/^syndicaliste/, /délégué|secrétaire/i],
    [/^responsable/, /directeur|directrice|président|secrétaire|adjoint/i],
  ],
  articleGender: new Map([
    ['le', 'male'],
    ['la', 'female'],
    ['du', 'male'],
    ['au', 'male'],
    ['un', 'male'],
    ['une', 'female'],
  ]),
  isBody: (word) => bodies.test(word),
  isDocument: (word) => documents.test(word),
  isPlace: (word) => places.has(word) || word.startsWith('saint-') || word.startsWith('sainte-'),
  adjective:
    /(?:al|ale|aux|ales|el|elle|els|elles|ien|ienne|iens|ain|aine|ois|oise|ais|aise|if|ive|ique|iques|eux|euse|aire|aires|é|ée|és|ées|ier|ière|il|ile|général|générale|adjoint|adjointe|délégué|déléguée|ste)$/,
  isGroup: (word) => groups.has(word),
  capitalisesNouns: false,
  genitive: /(?!)/,
  ageMention: /^(?:le|la) (?:homme|femme|jeune homme|jeune femme) de (\d{1,3}) ans/,
  beside: /^(?:et|mais|déjà|aussi) | (?:lui-même|elle-même|même|aussi)$/gi,
  ownStatement: /^(?:lui-même|elle-même)$/,
  pluralVerb: /^(?:ont|sont|avaient|étaient|auraient|seraient|\p{Ll}+(?:aient|èrent|ent))$/u,
  roleKey,
}
