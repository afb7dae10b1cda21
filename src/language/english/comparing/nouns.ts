import { capitals } from './mentions.ts'

/** Nouns for people and for bodies, and how a name shows which it is. */

export const personNoun =
  /^(?:man|woman|official|officer|researcher|scientist|minister|president|mayor|governor|chairman|chairwoman|chair|leader|spokes\p{L}+|witness|judge|lawyer|councillor|senator|lawmaker|diplomat|director|manager|captain|coach|player|driver|farmer|teacher|doctor|nurse|engineer|worker|resident|analyst|economist|author|student|defendant|prosecutor|general|colonel|commander|secretary|executive|founder|owner|mother|father|victim|neighbou?r|baker|agent|porter|clerk|aide|adviser|expert|professor|sergeant|detective|employee|person)s?$/iu
export const groupNoun =
  /^(?:company|firm|group|agency|ministry|council|journal|paper|newspaper|union|party|club|government|police|court|hospital|school|university|charity|bank|board|committee|force|team|study|report|department|operator|airline|regulator|authority|organi[sz]ation|army|military|side|delegation|campaign|office|inquiry|association|federation|institute|body|watchdog|outlet|publisher)s?$/i

const firm =
  /^(?:ltd|plc|inc|corp|co|holdings|water|energy|foods|pharma|motors|airlines|airways|lines|systems|media|press|partners|minerals|power|rail|air|gas|oil|steel|homes|builders|brothers|sons|therapeutics|pharmaceuticals|biotech|labs|laboratories|industries|technologies|logistics|services|stores|capital|ventures|group|bank|trust|insurance|estates|housing|railways|trains|shipping|resources|mining|renewables|petroleum|chemicals|electric|telecom|digital|software)$/i

/** True if a name has two or more words, none of them typical of a firm or an office. */
export function looksLikePerson(speaker: string): boolean {
  return capitals(speaker).length > 1 && !capitals(speaker).some((name) => groupNoun.test(name) || firm.test(name))
}
