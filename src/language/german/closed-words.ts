import type { ClosedWords } from '../lists/closed-words.ts'

/** Closed words of German. */
export const german: ClosedWords = {
  language: 'de',
  negations: `nicht kein keine keinen keinem keiner keines keinerlei nie niemals nichts niemand niemandem niemanden nirgends
    nirgendwo ohne weder keineswegs keinesfalls kaum`,
  negatesBehind: true,
  hedges: `vielleicht möglicherweise womöglich wohl wahrscheinlich vermutlich angeblich offenbar anscheinend mutmaßlich
    eventuell könnte könnten dürfte dürften möge mögen voraussichtlich etwa rund fast beinahe knapp mindestens höchstens
    ungefähr`,
  conditions: 'wenn falls sofern solange sobald außer soweit vorausgesetzt',
  determiners: `der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem sein seine seiner
    seinen seinem ihr ihre ihrer ihren ihrem mehrere einige viele zwei drei beide alle auch`,
  abbreviations: `z b d h u a o ä bzw ca rd ehem amtl gem sog zzgl dr prof nr st str abs art vgl etc usw evtl ggf inkl max min mio mrd tel jh jan feb apr
    aug sept sep okt nov dez mr mrs ms jr sen gen hl ing dipl mag`,
  elides: false,
  ordinalStop: true,
}
