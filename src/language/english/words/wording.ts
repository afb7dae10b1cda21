import { words } from '../text.ts'

/** Words that carry grammar and little meaning. */
const functionWords = new Set(
  `the a an of and or to in on for at by with from as is are was were be been being am has have had having do does did will would can
   could may might must shall should that this these those it its he she they them his her their him who which what when where while
   there here than then so but if not no nor also into over after before about up out more most other some such only own same too very
   just one said says say we us our you your i me my`.split(/\s+/),
)
/** Words that turn what follows into its opposite. */
export const negations: ReadonlySet<string> = new Set(
  `not no never nor neither nobody nothing none without isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't
   wouldn't can't cannot couldn't shouldn't fails failed denies denied refuses refused rejects rejected`.split(/\s+/),
)
/** Words that leave open whether what follows is so. */
export const hedges: ReadonlySet<string> = new Set(
  `may might could alleged allegedly reportedly apparently possibly perhaps likely suspected accused believed appears appeared seems
   seemed unconfirmed expected potential potentially purported claimed`.split(/\s+/),
)
/** Words that judge, which a neutral summary does without; none of them is needed to tell what happened. */
const loaded = new Set(
  `outrageous shocking disgraceful shameful disastrous devastating slammed blasted ripped destroyed eviscerated radical extremist regime
   thug thugs cronies puppet stunning jaw-dropping bombshell explosive so-called notorious infamous controversial draconian heroic
   brave courageous cowardly ridiculous absurd laughable hysterical unhinged vicious brutal savage chilling horrific heartbreaking
   inspiring landmark historic unprecedented massive huge tragic tragically fortunately unfortunately sadly clearly obviously
   undoubtedly arguably brilliant genius foolish stupid evil corrupt scandalous sham hoax witch-hunt propaganda woke snowflake elites
   weaponized skyrocketing plummeted gutted rammed embattled disgraced beleaguered mob cabal cult rabble lackey lackeys stooge stooges
   shill shills crook crooks bigot bigots bigoted bigotry xenophobe xenophobic fascist fascists tyrant tyrants despot tyrannical
   bash bashed bashing trample trampled trampling butchered smear smeared smearing gloat gloated gloating rant ranted ranting rants raved
   whine whined whining pander pandering spew spewed spewing peddle peddled peddling parroting bullied bullying cowering snubbed
   flouting doubling-down appalling atrocious abysmal bogus callous cynical cynically delusional despicable disgusting egregious fanatic
   fanatics fanatical grotesque hateful hypocrisy hypocrite hypocrites hypocritical idiotic idiot idiots insane insanity ludicrous
   monstrous odious outlandish pathetic petty preposterous repugnant ruthless ruthlessly scathing senseless shameless shamelessly
   shamefully sickening sinister spineless staggering treacherous unconscionable vile wicked zealots utterly blatant blatantly
   flagrant flagrantly grossly wildly shockingly incredibly unbelievably brazen brazenly hopelessly rightly wrongly ironically
   inexplicably conveniently predictably mindless mindlessly nonsense lunacy lunatic madness mania frenzy meltdown outrage outraged
   catastrophe catastrophic fiasco debacle mockery travesty farce charade witch-hunts crusade indoctrinate indoctrination
   indoctrinating brainwashed brainwashing demonize demonized demonizing vilify vilified scapegoat scapegoating dystopian orwellian
   totalitarian mainstream-media far-left leftist leftists libs globalist globalists supremacist cringe cringeworthy embarrassing
   embarrassingly laughably ridiculously absurdly disgracefully outrageously viciously brutally savagely horrifically tragicomic
   astonishing astonishingly astounding mind-boggling eye-popping bizarre bizarrely crazed crazy deranged rabid seething unapologetic
   unapologetically so-called supposedly`.split(/\s+/),
)

const statuses = new Set(
  `suspected detained arrested charged indicted tried acquitted cleared convicted sentenced jailed imprisoned guilty fined sued
   resigned dismissed killed murdered`.split(/\s+/),
)
const calendar =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/

/** The words of a text that carry its meaning, lower case, without endings that only inflect. */
export function contentWords(text: string): string[] {
  return words(text)
    .map(({ lower }) => lower.replace(/['’]s?$/, '').replace(/\.$/, ''))
    .filter((word) => !functionWords.has(word) && word.length > 1)
    .map(stem)
}

/** Cuts the endings of plural, past and participle, so that forms of one word agree. */
export function stem(word: string): string {
  if (word.length < 5) return word.replace(/(?<=[^s])s$/, '')
  return word
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?:ing|ed|es|s)$/, '')
    .replace(/([^aeiouls])\1$/, '$1')
    .replace(/e$/, '')
}

/** How far a case has come, as printed: "arrested" is not "charged", nor "charged" convicted. */
export function statusWords(text: string): string[] {
  return words(text)
    .filter(({ lower }) => statuses.has(lower))
    .map(({ text: word }) => word)
}

/** Weekdays and months, as printed. */
export function dateWords(text: string): string[] {
  return words(text)
    .filter(({ text: word }) => calendar.test(word))
    .map(({ text: word }) => word)
}

const toMachine =
  /\b(?:ignore|disregard|forget|override)\b[^.]{0,40}\b(?:instructions?|prompts?|rules|above|previous|prior)\b|\bsystem prompt\b|\bsummar(?:y|ies) of this\b|^(?:answer|reply|respond) in\b|\bas an? (?:AI|language model|assistant)\b|\byou (?:are|must|will|should) now\b|(?:^|\n)\s*(?:human|assistant|user|system)\s*:/i

const commands = new Set(
  `add analyze answer assess assist calculate check choose classify click compile compose compute convert copy create decode define delete
   describe design determine develop discuss display download draft encode ensure estimate evaluate execute explain extract find
   follow format generate give help identify implement import include incorporate insert install integrate introduce keep list
   make manage modify monitor name open optimize perform post prepare print prioritize produce provide rank recommend reallocate
   rearrange remove rephrase repeat replace reply replicate respond retrieve return review rewrite run save search secure select send share shift
   show sign simulate solve sort submit subscribe suggest summarise summarize switch tell transfer translate transmit try type update upload
   use utilize verify visit write`.split(/\s+/),
)

const asking =
  /^["'“‘]?(?:what|which|who|whom|whose|how|why|when|where)\s+(?:is|are|was|were|do|does|did|can|could|should|would|will)\b/i

/** Words that tell somebody to do something, or ask: “Explain how …”, “Please review …”, “What is …?”. */
export function isAddressed(text: string): boolean {
  if (/\b(?:you|your|yours|please|kindly)\b|```|\?\s*$/i.test(text)) return true
  const [first, second] = words(text)
  if (asking.test(text)) return true
  if (
    /^(?:do|don't|never|always|also|now|then|next|first|just)$/.test(first?.lower ?? '') &&
    commands.has(second?.lower ?? '')
  )
    return true
  return (
    first !== undefined &&
    commands.has(first.lower) &&
    !/^(?:of|is|was|are|were|has|had|in|for)$/.test(second?.lower ?? '')
  )
}

/** Whether a text speaks to a machine: “Ignore all previous instructions”. */
export function isToMachine(text: string): boolean {
  return toMachine.test(text)
}

/** Words that judge, as printed. */
export function loadedWords(text: string): string[] {
  return words(text)
    .filter(({ lower }) => loaded.has(lower))
    .map(({ text: word }) => word)
}

const denialWords =
  /^(?:den(?:y|ies|ied|ying)|reject|refut|disput|dismiss|few$|hardly$|barely$|scarcely$|rarely$|seldom$|none$)/

/** Whether a word denies, or as good as denies: “rejected”, “hardly”. */
export function isDenial(word: string): boolean {
  return negations.has(word) || denialWords.test(word)
}
