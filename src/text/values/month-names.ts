/**
 * Months by how their names begin, in the languages of the Latin, Cyrillic and Greek scripts that news is most often
 * dated in; beginnings that English has too are left out.
 */
const beginnings: readonly (readonly [month: string, beginnings: string])[] = [
  ['Jan', 'janv ene gen sty led янв січ ιαν oca tammi jän ianuar'],
  ['Feb', 'févr fevr fev lut úno únor фев лют φεβ şub helmi'],
  ['Mar', 'märz maerz mär mrt mars maa bře мар бер μαρ'],
  ['Apr', 'avr abr kwi dub апр квіт απρ nis huhti'],
  ['May', 'mai mei mag maj máj kvě мая май трав μαΐ μάι mayıs touko'],
  ['Jun', 'juin giu cze červn июн черв ιουν haz kesä'],
  ['Jul', 'juil lug lipc lipi červenc июл лип ιουλ tem heinä'],
  ['Aug', 'août aout ago agu sie srp авг серп αυγ ağu elo'],
  ['Sep', 'set wrz zář сен вер σεπ eyl syys'],
  ['Oct', 'okt out ott paź říj окт жов οκτ eki loka'],
  ['Nov', 'lis ноя лист νοε kas marras'],
  ['Dec', 'dez des déc dic gru pros дек груд δεκ ara joulu'],
]
/** Longer beginnings are tried first: "červenc" before "červ". */
const months = beginnings
  .flatMap(([month, all]) => all.split(' ').map((beginning) => [beginning, month] as const))
  .toSorted(([one], [other]) => other.length - one.length)

/** The English abbreviation of a month's name in any of these languages or in English; undefined if it is none. */
export function monthsOf(word: string): string | undefined {
  const lower = word.toLowerCase()
  const found = months.find(([beginning]) => lower.startsWith(beginning))?.[1]
  return found ?? beginnings.find(([month]) => lower.startsWith(month.toLowerCase()))?.[0]
}
