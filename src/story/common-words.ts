/** Words that say nothing of an event, in the languages that most feeds are in. */
const idleWords: Readonly<Record<string, string>> = {
  en: `the a an of and or to in on for at by with from as is are was were be been being has have had it its he she they his her
    their them him this that these those who whom whose which will would could should can may might must after before over under
    into onto about amid new says said say saying more most than not no nor but out up down off what how why when where while if
    so such there here also just only other some any all both each we our us you your i my me do does did during since until
    against between through because then now still very own same too`,
  de: `der die das des dem den ein eine einer eines einem einen und oder in im an am auf für mit von vom zu zum zur aus bei nach vor
    über unter um ist sind war waren wird werden wurde wurden hat haben hatte es er sie sein seine seiner ihr ihre ihrer sich nicht
    kein keine dass wie als auch noch nur nun so wenn aber durch gegen seit bis dieser diese dieses soll sagte sagt mehr man`,
  fr: `le la les l un une des du de d et ou à au aux en dans sur pour par avec sans ce cet cette ces se s est sont était ont a été
    il elle ils elles on nous vous son sa ses leur leurs qui que qu quoi dont où ne n pas plus moins comme mais après avant selon
    dit entre depuis être avoir fait lors tout tous toute toutes y même aussi`,
  es: `el la los las lo un una unos unas de del y o u a al en con por para sin sobre entre se su sus es son fue fueron era ha han
    había ser que quien cual como más menos no ni pero tras antes según dijo este esta estos estas ese esa le les ya también hasta
    desde donde cuando muy todo todos`,
  pt: `o os as um uma uns umas do da dos das e ou ao aos à às em no na nos nas num numa com por pelo pela para sem sobre entre se seu
    sua seus suas é são foi foram era tem têm que quem qual como mais menos não nem mas após antes segundo disse este esta isso
    esse essa lhe já também até desde onde quando muito todo todos`,
  it: `il lo gli i una uno di del della dei delle dello dal dalla nel nella al alla sul sulla con per tra fra che chi cui non più come
    ma anche è sono era ha hanno stato stata dopo prima ed si suo sua`,
  nl: `het een van op te zijn met voor niet aan er om door ook bij werd naar heeft hebben hij zij ze dat die dit deze uit is en of als
    maar dan nog wel meer over na tot`,
}

/** Words that the news of every day is full of: two tellings that share them need be of no one event. */
const newsWords = `president minister government state states country city town house senate court judge police officials official
  man woman men women people children person family year years month months week weeks day days time first last two three four five
  six seven eight nine ten one dozens hundreds thousands million billion percent per cent killed kill kills dead death deaths die dies
  died injured hurt missing report reports reported news case cases plan plans deal vote votes law bill leader party company group
  firm chief head former top national public local north south east west northern southern eastern western early late morning
  evening night home back big high low make makes take takes told tell tells call calls called set get gets come comes go goes face
  faces hit hits win wins won beat beats lose loses lost rise rises rose fall falls fell higher lower close closes closed open opens
  shares stocks market markets price prices profit sales earthquake quake magnitude fire flood storm crash match game cup season
  election trial jailed charged arrested spokesman spokeswoman statement accused asked added according
  präsident minister ministerin regierung polizei gericht land stadt staat mann frau menschen kinder jahr jahre jahren tag tage tagen
  woche uhr prozent millionen milliarden euro tote toten verletzte getötet bericht gesetz partei firma unternehmen sprecher sprecherin
  erdbeben stärke brand feuer unfall wahl wahlen prozess spiel sieg gewinnt verliert börse aktien
  président ministre gouvernement police tribunal pays ville état homme femme personnes enfants an ans année années jour jours semaine
  heures pour cent millions milliards euros morts blessés tués rapport loi parti entreprise séisme incendie accident élection procès
  presidente ministro ministra gobierno policía tribunal país ciudad estado hombre mujer personas niños año años día días semana
  horas ciento millones muertos heridos informe ley partido empresa terremoto incendio accidente elecciones juicio
  governo polícia cidade homem mulher pessoas crianças ano anos dia dias horas cento milhões mortos feridos relatório lei empresa
  terremoto sismo incêndio acidente eleição eleições julgamento`

/** A word without its ending, which is what two tellings must have in common: "reports" → "report". */
export function stem(lower: string): string {
  return lower.replace(/['’]s?$/, '').replace(/(?<=\w{3})(?:ies|es|s|ed|ing)$/, '')
}

export const idle: ReadonlySet<string> = new Set(Object.values(idleWords).flatMap((list) => list.split(/\s+/)))
const ofEveryDay: ReadonlySet<string> = new Set(newsWords.split(/\s+/).map(stem))

/** How much a word tells, 0 to 1, by its letters. */
const tells = { everyDay: 0.3, number: 0.8, short: 0.2, middling: 0.6, long: 0.8, name: 1 } as const
const shortLength = 3
const longLength = 5

export function isOfEveryDay(term: string): boolean {
  return ofEveryDay.has(term)
}

/**
 * How much it tells that two tellings share a word, of which the stem is given. It follows from that alone, not from the articles that happen to be
 * at hand, so that two tellings are as alike tomorrow as they are today. The shorter a word, the commoner it is in every
 * language (Zipf's law of abbreviation), and names tell most.
 */
export function rarityOf(term: string, isName: boolean): number {
  if (ofEveryDay.has(term)) return tells.everyDay
  if (/^\d/.test(term)) return tells.number
  if (isName) return tells.name
  if (term.length < shortLength) return tells.short
  return term.length < longLength ? tells.middling : tells.long
}
