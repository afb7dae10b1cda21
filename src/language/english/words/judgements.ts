import { list } from '../../lists/list.ts'
import { words } from '../text.ts'

/** Judgemental words that a neutral summary avoids; none is needed to say what happened. */
const loaded = list(`
  outrageous shocking disgraceful shameful disastrous devastating slammed blasted ripped destroyed eviscerated radical extremist regime
  thug thugs cronies puppet stunning jaw-dropping bombshell explosive so-called notorious infamous controversial draconian heroic brave
  courageous cowardly ridiculous absurd laughable hysterical unhinged vicious brutal savage chilling horrific heartbreaking inspiring
  landmark historic unprecedented massive huge tragic tragically fortunately unfortunately sadly clearly obviously undoubtedly arguably
  brilliant genius foolish stupid evil corrupt scandalous sham hoax witch-hunt propaganda woke snowflake elites weaponized skyrocketing
  plummeted gutted rammed embattled disgraced beleaguered mob cabal cult rabble lackey lackeys stooge stooges shill shills crook crooks
  bigot bigots bigoted bigotry xenophobe xenophobic fascist fascists tyrant tyrants despot tyrannical bash bashed bashing trample
  trampled trampling butchered smear smeared smearing gloat gloated gloating rant ranted ranting rants raved whine whined whining pander
  pandering spew spewed spewing peddle peddled peddling parroting bullied bullying cowering snubbed flouting doubling-down appalling
  atrocious abysmal bogus callous cynical cynically delusional despicable disgusting egregious fanatic fanatics fanatical grotesque
  hateful hypocrisy hypocrite hypocrites hypocritical idiotic idiot idiots insane insanity ludicrous monstrous odious outlandish pathetic
  petty preposterous repugnant ruthless ruthlessly scathing senseless shameless shamelessly shamefully sickening sinister spineless
  staggering treacherous unconscionable vile wicked zealots utterly blatant blatantly flagrant flagrantly grossly wildly shockingly
  incredibly unbelievably brazen brazenly hopelessly rightly wrongly ironically inexplicably conveniently predictably mindless mindlessly
  nonsense lunacy lunatic madness mania frenzy meltdown outrage outraged catastrophe catastrophic fiasco debacle mockery travesty farce
  charade witch-hunts crusade indoctrinate indoctrination indoctrinating brainwashed brainwashing demonize demonized demonizing vilify
  vilified scapegoat scapegoating dystopian orwellian totalitarian mainstream-media far-left leftist leftists libs globalist globalists
  supremacist cringe cringeworthy embarrassing embarrassingly laughably ridiculously absurdly disgracefully outrageously viciously
  brutally savagely horrifically tragicomic astonishing astonishingly astounding mind-boggling eye-popping bizarre bizarrely crazed crazy
  deranged rabid seething unapologetic unapologetically supposedly
`)
/** Words that judge in some contexts and state a fact in others; a brief may not add them to what an article says. */
const judging = list(`
  chaotic stormy heated bitter bitterly angry angrily furious furiously dramatic dramatically fierce fiercely damning stark starkly grim
  desperate desperately reckless careless botched bungled flawed dubious questionable suspicious secretive hasty rushed surprising
  surprisingly notably remarkable remarkably worrying alarming alarmingly troubling disturbing glaring tense fiery blistering stinging
  contentious divisive humiliating crushing shock surprise strange odd predictable inevitable inevitably sweeping harsh harshly cruel
  heartless proper properly rightful impressive successful successfully crucial vital key crashed plunged soared stormed lashed fumed
  snapped boasted bragged gushed sneered hammered savaged tore crowed spluttered thundered
`)

/** Returns true if a word judges what it describes. */
export function isJudging(word: string): boolean {
  return judging.has(word) || loaded.has(word)
}

/** Returns the judgemental words of a text, as printed. */
export function loadedWords(text: string): string[] {
  return words(text)
    .filter(({ lower }) => loaded.has(lower))
    .map(({ text: word }) => word)
}
