import type { Gender } from '../../gender.ts'
import { list } from '../../lists/list.ts'
import type { PronounForm, SpeakerWords } from '../../surface/speakers/words.ts'
import { firstNames } from './first-names.ts'
import { conjunctions, isSmall, subordinators } from './function-words.ts'
import { documents } from './nouns.ts'

/** The ends of nouns for what somebody is: their office, their work, or whose relation they are. */
const roleEnding =
  /(?:minister|verurteilte|beschuldigte|verletzte|festgenommene|verdächtige|pensionär|gastwirt|keeper|jurist|mediziner|coach|parlamentarier|gesandte|gesandter|log|login|sprecher|chef|präsident|kanzler|meister|leiter|direktor|anwalt|anwält|richter|vorsitzende|vorstand|vorstände|manager|trainer|sänger|lehrer|arzt|ärzt|forscher|professor|experte|expertin|politiker|abgeordnete|kandidat|bischof|bischöf|pfarrer|kommissar|general|sekretär|stadtrat|stadträt|gemeinderat|ratsherr|ratsfrau|landrat|landrät|schulrat|rätin|kämmerer|kämmerin|inhaber|betreiber|geschäftsführer|star|mitglied|unternehmer|landwirt|wirt|fahrer|fahrerin|zeuge|zeugin|vater|mutter|sohn|tochter|bruder|schwester|ehefrau|ehemann|witwe|witwer|nachbar|kollege|kollegin|beamte|beamtin|beauftragt|dezernent|doktor|könig|prinz|schauspieler|autor|journalist|ökonom|analyst|historiker|wissenschaftler|biolog|physiker|chemiker|soziolog|psycholog|virolog|meteorolog|geolog|ingenieur|architekt|händler|verkäufer|bäcker|koch|köchin|fischer|förster|jäger|bauer|bäuerin|polizist|hauptmann|oberst|major|kapitän|pilot|spieler|spielführer|torwart|stürmer|läufer|schiedsrichter|rektor|dekan|präses|obmann|obfrau|ombudsmann|gründer|eigentümer|besitzer|mieter|vermieter|makler|gutachter|ermittler|staatsanwält|verteidiger|kläger|beklagte|angeklagte|opfer|betroffene|demonstrant|aktivist|künstler|musiker|regisseur|intendant|kurator|verleger|redakteur|reporter|moderator|influencer|roadie|oma|opa|bewohner|anwohner|besucher|kunde|kundin|gast|patient|pfleger|pflegerin|schwester|hebamme|sanitäter|feuerwehrmann|wehrführer|brandmeister|einsatzleiter|projektleiter|bauleiter|betriebsrat|betriebsrät|gewerkschafter|funktionär|wetterfee|chefin|mann|frau|junge|mädchen|rentner|schüler|student|lehrling|gesell|botschafter|diplomat|premier|senator|ministerpräsident|oberbürgermeister|ortsvorsteher|bürgermeister|vize|stellvertreter|nachfolger|vorgänger|berater|referent|assistent|mitarbeiter|angestellte|verantwortliche|zuständige)(?:innen|in|e|en|er|ern|n|s|es|r|m)?$/

const groupNouns = list(
  `anwohner experten kritiker gegner beobachter behörden ermittler medien forscher wissenschaftler bürger eltern fans leute
   menschen mitarbeiter beschäftigte anleger aktivisten ärzte zeugen augenzeugen nachbarn vertreter angehörige politiker
   händler bewohner veranstalter organisatoren betreiber kreise insider`,
)

const bodyEnding =
  /(?:polizei|gericht|gerichts|gerichtshof|kammer|ministerium|ministeriums|amt|amts|amtes|behörde|verband|verbands|verbandes|bund|verein|vereins|partei|regierung|firma|konzern|unternehmen|unternehmens|gewerkschaft|gesellschaft|bank|stadt|gemeinde|verwaltung|fraktion|opposition|kirche|universität|hochschule|institut|instituts|zeitung|agentur|sender|klinik|krankenhaus|feuerwehr|staatsanwaltschaft|anwaltschaft|zentrale|organisation|stiftung|initiative|kommission|rat|rates|ausschuss|parlament|senat|bundestag|landtag|armee|militär|botschaft|label|verlag|werk|werke|werft|reederei|airline|fluggesellschaft|bahn|post|kasse|versicherung|zentrum|museum|theater|club|klub|liga|büro|büros|genossenschaft|konsortium|holding|redaktion|kanzlei|spedition|molkerei|brauerei|werkstatt|innung|team|mannschaft|leitung|vorstand|präsidium|sprecherkreis|gmbh|ag|ev|plattform|netzwerk|bündnis|allianz|union|spd|cdu|csu|fdp|afd|grünen|linke|linken|eu|uno|nato|who|landkreis|kreis|land|bundesland|staat|ministerpräsidium|schule|kita|hotel|festival|rathaus|umfeld|umfelds|kreisen|kreml|betrieb|betriebe|labor|observatorium|dienst|warte|wetterdienst)$/

const pronouns = new Map<string, PronounForm>([
  ['er', { gender: 'male' }],
  ['sie', { gender: 'female' }],
  ['ihm', { gender: 'male' }],
  ['ihr', { gender: 'female' }],
  ['es', { isPlural: true }],
  ['man', { isPlural: true }],
  ['wir', { isPlural: true }],
  ['ich', { isPlural: true }],
  ['dieser', { gender: 'male' }],
  ['diese', {}],
  ['beide', { isPlural: true }],
])

const places = list('bad sankt st. burg schloss')

/** German words for people and bodies. */
export const germanSpeakers: SpeakerWords = {
  pronouns,
  echoes: list('demnach danach wonach demzufolge hiernach'),
  relatives: list('der die das dem deren dessen denen welcher welche'),
  definite: list('der die das dem den des vom beim im zum zur'),
  subjectArticles: list('die das'),
  indefinite: list('ein eine einer eines einem einen mehrere einige viele zwei drei vier zahlreiche'),
  singular: list('ein eine einer der'),
  possessive: list('sein seine seiner seinem seinen ihr ihre ihrer ihrem ihren deren dessen unser unsere'),
  particles: list('von van de ter el al la le'),
  joinsRole: list('für im in am und zur zum beim bei von vom'),
  isSmall: (word) => isSmall(word) || conjunctions.has(word) || subordinators.has(word),
  titles: list('dr dr. prof prof. herr herrn ing dipl mag'),
  firstNames,
  joints: null,
  isRole: (word) => roleEnding.test(word),
  former: /^(?:(?:der|die) )?(?:ex-|früher|ehemalig)/i,
  isBareRelation: (role) =>
    /^(?:frau|mann|mutter|vater|sohn|tochter|bruder|schwester|ehefrau|ehemann|kollegin|kollege|chef|chefin|nachfolger(?:in)?)$/i.test(
      role,
    ),
  genderOf,
  bodyGender: new Map([
    ['die', 'female'],
    ['eine', 'female'],
    ['der', 'male'],
    ['ein', 'male'],
  ]),
  alsoCalled: [
    [/^politiker/, /minister|abgeordnet|bürgermeister|senator|stadtrat|stadträt|landrat|landrät/i],
    [/^kommunalpolitiker/, /bürgermeister|stadtrat|stadträt|landrat|landrät|kämmer/i],
    [/^rathauschef/, /bürgermeister/i],
    [/^ressortchef/, /minister|senator/i],
    [/^jurist/, /anwalt|anwält|richter|notar/i],
    [/^mediziner/, /arzt|ärzt/i],
    [/^coach/, /trainer/i],
    [/^parlamentarier/, /abgeordnet/i],
    [/^wissenschaftler/, /forscher|log(?:e|in)$|physiker|chemiker|professor/i],
  ],
  articleGender: new Map([['der', 'male']]),
  isBody: (word) => bodyEnding.test(word) && !roleEnding.test(word),
  isDocument: (word) => documents.test(word),
  isPlace: (word) => places.has(word),
  adjective: /(?!)/,
  isGroup: (word) => groupNouns.has(word),
  capitalisesNouns: true,
  genitive: /^(.{3,}[^s])s$/,
  ageMention: /^(?:der|die|den|dem) (\d{1,3})-jährige/i,
  beside: /^(?:und|doch|aber|auch) | (?:selbst|selber|hingegen|dagegen)$/gi,
  ownStatement: /^eigene[nr]? |^(?:seine[nr]|ihre[nr]) (?:angaben|aussage|worten|ansicht|meinung|einschätzung)/,
  pluralVerb: /^(?:\p{Ll}+(?:ten|en)|sind|waren|seien|haben|hatten|hätten|wurden|werden)$/u,
  roleKey,
}

/** “Sprecherin” is a woman, “Sprecher” a man or a word for anybody. */
function genderOf(word: string): Gender | undefined {
  if (/(?:erin|[^e]in|frau|mutter|tochter|schwester|witwe|köchin|oma|fee|mädchen)$/.test(word)) return 'female'
  return /(?:mann|vater|sohn|bruder|opa|herr|könig|prinz|junge)$/.test(word) ? 'male' : undefined
}

/** The last part of a compound without its gender: “sprecher” for “Fraktionssprecherin”. */
function roleKey(word: string): string {
  const bare = word
    .replace(/^(?:noch-|ex-)?ehe(?=frau|mann)/, '')
    .replace(/(?:innen|in)$/, '')
    .replace(/ä(?=lt$|zt$|t$)/, 'a')
    .replace(/(?:e[nrms]?|s|n)$/, '')
  return (
    /(?:minist|sprech|chef|präsident|kanzl|meist|leit|direktor|anwalt|richt|vorsitzend|manag|train|säng|lehr|rat|führ|sekretär|kommissar|kämmer)(?:er)?$/.exec(
      bare,
    )?.[0] ?? bare
  )
}
