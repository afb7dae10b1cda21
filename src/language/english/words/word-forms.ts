/** English word forms that count as the same when a sentence is compared with its passage. */

/** Irregular forms, in groups that begin with their base. */
const irregular = `
meet met|fall fell fallen|give gave given|drive drove driven|hide hid hidden|rise rose risen|steal stole stolen|beat beaten|forget forgot
forgotten|draw drew drawn|throw threw thrown|fly flew flown|sink sank sunk|fight fought|catch caught|teach taught|tell told|say said|send sent|lose
lost loss|find found|go went gone|break broke broken|leave left|hear heard|run ran|hold held|keep kept|think thought|win won|begin began begun|pay
paid|stand stood|take took taken|know knew known|write wrote written|see saw seen|choose chose chosen|come came|sell sold sale|buy bought|build
built|bring brought|spend spent|feel felt|grow grew grown|make made|show shown|get got|lead led|sweep swept|die died dead death deaths dying|kill
killed killing|shoot shot|strike struck|speak spoke spoken|wear wore worn|lend lent|mean meant|sit sat|lie lay lain|freeze froze frozen|swear swore
sworn|withdraw withdrew withdrawn|be was were been is are|have has had|do did done|child children|person people|man men|woman women|seek
sought|deal dealt|light lit|tear tore torn|flee fled|bear bore borne|bind bound|hang hung|bend bent|shake shook shaken|overrun overran|become became|
decide decision|deny denial denied denies|accuse accusation|resign resignation|appear appearance|attend attendance|inspect inspection|allege
allegation|apply application|close closure|inform information|explain explanation|inquire inquiry|complain complaint|approve
approval|refuse refusal|dismiss dismissal|arrive arrival|propose proposal|survive survival|fail failure|depart departure|expose
exposure|warn warning|threaten threat|promise pledge vow|argue argument|agree agreement|pay payment|treat treatment|announce
announcement|state statement|assess assessment|judge judgment judgement|settle settlement|invest investment|replace replacement|lead
leader leadership|own owner ownership|buy buyer|drive driver|report reporter|win winner|investigate investigator|prosecute
prosecutor prosecution|examine examination examiner|lack shortage|analyse analyze analysis|organise organize organisation organization|
recognise recognize|criticise criticize criticism critic|apologise apologize apology|defend defence defense|offend offence offense|license licence|
centre center|labour labor|harbour harbor|programme program|percent percentage|high height|deep depth|long length|strong strength|poor poverty|
safe safety|able ability|responsible responsibility|necessary necessity|aware awareness|ill illness sick|late lateness|true truth|anonymous anonymity
|absent absence|present presence|silent silence|different differ difference|independent independence|confident confidence|difficult difficulty`

const bases = new Map(
  irregular
    .replaceAll('\n', ' ')
    .split('|')
    .map((line) => line.trim().split(/\s+/))
    .flatMap(([base = '', ...forms]) => forms.map((form) => [form, base] as const)),
)

/** Returns a word without inflectional, noun-forming and adverbial endings; the result may not be a word. */
export function formOf(word: string): string {
  const lower = word.toLowerCase().replaceAll('’', "'").replace(/'s?$/, '').replace(/\.$/, '')
  const base = bases.get(lower) ?? lower
  if (base.length < 5) return base.replace(/(?<=..[^s])s$/, '')
  return base
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?:ations?|itions?|ions?|ments?|ings?|edly|ed|es|s|ly)$/, '')
    .replace(/(?<=.{4})(?:al|or|er)$/, '')
    .replace(/([^aeiouls])\1$/, '$1')
    .replace(/(?<=.{2})[ey]$/, '')
}

/** Groups of plain news words that may be used for each other. */
const groups = `
die kill dead dies perish|hurt injure wound|dismiss reject deny|demand want call urge|say tell state add explain note|chair chairman chairwoman head
lead run|boss head chief director|solicitor lawyer attorney barrister counsel|firm company business group maker|minister secretary|toll
dead figure death|plant factory works|job post role position|staff employee worker workforce|school primary|gym gymnasium|home
house|shut close closure|sack fire dismiss|punish penalise|evidence proof|assure promise|resign quit step leave|believe think|get receive
obtain|worry concern fear|try attempt|ban bar forbid prohibit|buy purchase acquire acquisition takeover|help aid|begin start open launch|end finish stop
expire|show indicate suggest find|ask question|need require|several some|reporter journalist|seek want look|talk discuss discussion|near close|big large|
decide decision choose|afford pay|allege accuse accusation claim charge|hear listen|award win concession contract|tender bid|memo
memorandum note warning letter|flag identify detect spot|test screening|wait await|back support|aware know|money fund cash|transfer move
shift|regulator inspector|law legal legislation|doctor dr physician|professor prof|superintendent supt|colonel col|general gen|councillor cllr|accept
take|photo photograph picture image|cause reason|insure insurance insurer cover|hope expect|predict forecast expect|kilometre km|join
together|cost price|charity organisation|publish release issue|reach spread|colleague teammate|side team squad club|due will schedule plan|reveal expose disclose|lie
false untrue|ready willing prepare|doubt question|use spend|cut reduce fall drop decline slash|rise increase grow climb up|damage harm destroy|vote
ballot|election poll|car vehicle|crash collision accident|blaze fire|flood flooding|storm gale|quake earthquake|attack strike hit
assault raid|shell shelling bombard artillery fire|soldier troop|army military force|police officer detective|inquiry investigation investigate probe
inquire examine review|arrest detain detention|jail prison imprison|trial court hearing|sue lawsuit suit claim|fine penalty|victim casualty|patient
people|resident villager local inhabitant|evacuate leave move clear|rescue save|missing disappear|trip visit travel|child pupil student|boy child|girl child|year annual|month monthly|week weekly|day daily|now currently present|former ex previous previously|earlier before previous
previously|later after follow subsequent|recent last|first initial initially|country nation|capital city|town village community|street road|ship vessel
boat ferry|plane aircraft jet|flight fly|bank lender|shares stock share|profit earnings|sale revenue|half 50|third
33|quarter 25|strike walkout stoppage industrial|union|pay wage salary|contract deal agreement|meeting meet|apologise apology sorry|criticise condemn
denounce criticism|praise welcome|refuse decline|comment respond response answer reply|request ask seek|appeal plea|treat treatment|drug medicine
pill|study research trial paper|scientist researcher author|increase more high|reduce less low|safe safety|risk danger|danger
dangerous unsafe|problem fault defect failure flaw|fail failure fault|break collapse burst fail breach|warn alert caution|record unprecedented|main
chief key principal|whole entire all|partly partial|fully full complete completely|delay postpone late|cancel call scrap axe|replace succeed
successor|remove take|give hand provide grant|show present produce|carry conduct|hold detain keep|set put|build construct construction|design
plan|spokesman spokeswoman spokesperson spokes representative|mother parent|father parent|wife spouse partner|husband spouse partner|son child|daughter child|about around some roughly
approximately near|over more exceed above|under below less few|send submit file|return back|remain stay continue still|bring take|visit attend go|statement
say|opponent rival opposition|ally supporter|candidate contender|party group|leader head|member mp lawmaker legislator|parliament assembly
legislature chamber|government ministry state|official authority|law rule regulation|ally friend|wrong mistake error incorrect|correct right
amend|false fake forge|secret confidential|public publicly open|private privately|agree accept consent|oppose against object objection|compare than|almost nearly|double twice two|type kind sort form|soon early|truce ceasefire cease-fire|observer monitor|pause break|unable able|chance luck|become grow get|unhurt unharmed|charge allegation accusation|account version|breach violate violation break|confirm verify|family heir relative`

const related = new Map<string, Set<string>>()
for (const group of groups.replaceAll('\n', ' ').split('|')) {
  const forms = group.trim().split(/\s+/).map(formOf)
  for (const form of forms) {
    const known = related.get(form) ?? new Set<string>()
    for (const other of forms) known.add(other)
    related.set(form, known)
  }
}

/** Returns true if two forms may be used for each other. */
export function areAlike(one: string, other: string): boolean {
  return one === other || related.get(one)?.has(other) === true || shareBeginning(one, other)
}

/** “Explosive” and “explosion”: the shared beginning is too long to be chance. */
function shareBeginning(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length)
  return length >= 6 && one.slice(0, Math.max(6, length - 1)) === other.slice(0, Math.max(6, length - 1))
}

/** Returns true if a form, or one that may be used for it, is among others. */
export function isAmong(form: string, forms: ReadonlySet<string>): boolean {
  if (forms.has(form)) return true
  const others = related.get(form)
  if (others && [...others].some((other) => forms.has(other))) return true
  if (form.length < 6) return false
  for (const other of forms) if (shareBeginning(form, other)) return true
  return false
}
