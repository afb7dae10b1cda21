/** Closed classes of English that the checks of sentences go by. */

function list(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/))
}

/** Words that carry grammar and little meaning. */
export const functionWords = list(`
  the a an of and or to in on for at by with from as is are was were be been being am has have had having do does did will would can could
  may might must shall should that this these those it its it's he she they them his her their him hers theirs who whom whose which what
  when where why how while there here than then so also into onto out own same too very just we us our you your i me my himself herself
  itself themselves each other another such any up about off down more most only some if unless whether but though although
  however because before after since until during against between through per via yet still again once now like even much many all both
  either half over under around across along among upon within toward towards amid s re ll ve d m mr mrs ms whatever whenever whoever wherever nor`)

export const negativeWords = list(`
  not no never nor neither nobody nothing none without cannot isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't
  wouldn't can't couldn't shouldn't mustn't needn't`)

/** Words that turn what is about them, or say that it is not so. */
export const turningWords =
  /^(?:den(?:y|ies|ied|ying|ial)|reject\w*|dismiss\w*|declin\w*|refus\w*|fail\w*|baseless|groundless|unfounded|false\w*|untrue|wrong\w*|lie|lies|un(?:able|aware|willing|likely|confirmed|verified|explained|known|clear|proven|true|changed|paid|answered|registered|founded)|lack\w*|absen\w+|miss(?:ing|ed)|only|barely|hardly|scarcely|rarely|ceased?|stopp?\w*|prevent\w*|avoid\w*|rul(?:ed|es|ing) out|nonsense|impossible|incorrect|disput\w*|disagree\w*|against|unless|rather|instead|yet|ignor\w*|omit\w*|abstain\w*|block\w*|ban\w*|disown\w*|contradict\w*|rebuff\w*|illegal\w*|impartial|non\p{L}*)$/u

/** Words that leave open whether something is so. */
export const hedgeWords = list(`
  may might could alleged allegedly reportedly apparently possibly possible perhaps probably likely unlikely suspected appeared appear appears
  seemed seem seems unconfirmed potential potentially purported purportedly believed thought suggests suggested suspects estimated
  provisional preliminary presumed supposed maybe`)

export const weekdaysAndMonths = list(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
  december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.`)

/** How far a case has come, or what became of somebody: words that say the same, in groups. */
const statusGroups = `
suspect suspected suspects|detained detain detention custody|arrested arrest arrests|charged charge charges|indicted indictment|acquitted
acquittal cleared|convicted conviction|guilty|sentenced sentence|jailed imprisoned jail prison|fined|sued lawsuit suing|resigned resign resignation
resigns quit stepped|sacked dismissed dismissal sacking|suspended suspension|killed dead died die deaths death dies killing killed bodies
toll fatal|murdered murder|wounded injured hurt wounds injuries injury|pleaded plea|confessed confession|illegal unlawful illegally unlawfully law|stolen stole stealing theft steal|fraud fraudulent defraud|extradited
extradition|deported deportation|bankrupt bankruptcy insolvent insolvency administration|bailed bail|banned ban bar barred|proven proved proves proof prove`
export const statuses: ReadonlyMap<string, number> = new Map(
  statusGroups
    .trim()
    .replaceAll('\n', ' ')
    .split('|')
    .flatMap((group, index) => group.split(/\s+/).map((word) => [word, index] as const)),
)

/** Of those, words with another sense besides: they object to nothing by themselves. */
export const ambiguousStatuses = list(`
  dismissed charge charges law stepped dies bodies toll custody detention prison trial suspects bar barred suspension plea deaths fatal sentence quit found`)

/** Plain words that add no fact: a sentence may have a few that its passage lacks. */
export const plainWords = list(`
  say tell call add ask answer reply respond comment decline accuse deny reject confirm warn expect believe think want hope plan seek look
  take make give get go come put keep hold let begin start end stop continue remain stay become happen use work help show see hear know find
  learn meet visit speak write read send receive bring carry run lead leave return move turn open close change include involve concern
  affect follow face try need require allow person people man woman child member group company official source account time day
  week month year morning evening night number part place area way case thing matter issue detail fact statement question reason claim
  unnamed anonymous anonymity named current former new old last next early earlier late later previous previously main full public
  private local national senior separate according regarding near far ahead already specific further particular several various
  total amount figure he she they someone others whether insist state describe cite mention note argue maintain explain agree appear
  set due such background view time suggest respectively meanwhile instead likewise overall among one two first second adding saying
  having whose where position role stance side decision event incident situation report reported reports announcement effort request
  article newspaper paper outlet allegation accusation charge denial description reference issue discuss point offer provide reach
  separately together personally publicly formally directly initially originally subsequently currently recently spokesman spokeswoman
  spokesperson office team party whole remark speaking spoke term describing calling attribute attributed quoting quoted dispute disputes
  rest additional third claimed told stated noted added asked called details outcome result step steps action`)

/** Words that judge what they describe: where the passage has none, the sentence has none. */
export const judgingWords = list(`
  chaotic stormy heated bitter bitterly angry angrily furious furiously dramatic dramatically fierce fiercely damning stark starkly grim desperate
  desperately reckless careless botched bungled flawed dubious questionable suspicious secretive hasty rushed surprising surprisingly
  notably remarkable remarkably worrying alarming alarmingly troubling disturbing glaring tense fiery scathing blistering stinging
  controversial contentious divisive embattled beleaguered infamous notorious humiliating embarrassing crushing stunning shock shocking
  surprise bizarre strange odd predictable inevitable inevitably sweeping harsh harshly brutal brutally cruel heartless callous shameful
  proper properly rightful rightly wrongly impressive successful successfully tragic tragically sadly unfortunately fortunately crucial
  vital key crashed plunged plummeted soared stormed slammed blasted lashed fumed snapped ranted boasted bragged whined gushed sneered hammered
  savaged tore ripped gloated crowed spluttered thundered`)

/** Words by which one thing is said to have come of another. */
export const causes =
  /\b(?:because|(?<!\b(?:is|are|was|were|been) )due to(?! (?:resume|begin|start|open|close|end|appear|meet|be|take|vote|go|return|leave|report|expire|face|hold|publish|announce|finish|run|play|host|visit|arrive|speak|launch|stand|stop|join|move|pay|sign)\b)|as a result|resulted? (?:in|from)|resulting from|led to|leads to|caus(?:e[sd]?|ing) (?:by|the|a|an)|causing|owing to|thanks to|blamed on|consequence|therefore|prompt(?:ed|ing)|trigger(?:ed|ing)|forc(?:ed|ing)|push(?:ed|es)|drove|fuell?ed|sparked|stoked|spurred|gave rise|so that|in retaliation|after which|thereby|hence)\b|\b(?:resign\w*|quit|left|sack\w*|fired|dismiss\w*|suspend\w*|arrest\w*) (?:\w+ ){0,3}over\b/i

/** Doubt or a question, in whose scope nothing is told as so. */
export const doubting =
  /\b(?:whether|if|declin\w+|refus\w+|would not|wouldn’t|wouldn't|did not (?:say|answer|comment)|could not say|unclear|unknown|not known|asked|asks|asking|questions?|questioned|investigat\w+|examin\w+|consider\w*|decid\w+|look(?:ing)? into|possib\w+|doubt\w*|establish\w*|determin\w*|unanswered|silent|wonder\w*|inquir\w+|check\w*|find out|no comment|not (?:been )?(?:able|in a position))\b/i
