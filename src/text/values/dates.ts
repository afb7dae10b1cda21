/** Offsets from UTC in hours and minutes, for zones that feeds use and RFC 822 does not define. */
const zones = pairs(`
  WET +0000 WEST +0100 BST +0100 CET +0100 MEZ +0100 CEST +0200 MESZ +0200 EET +0200 SAST +0200 EEST +0300 MSK +0300 IST +0530
  WIB +0700 AWST +0800 HKT +0800 SGT +0800 PHT +0800 JST +0900 KST +0900 ACST +0930 AEST +1000 ACDT +1030 AEDT +1100 NZST +1200
  NZDT +1300 NDT -0230 NST -0330 ADT -0300 ART -0300 BRT -0300 AST -0400 AKDT -0800 AKST -0900 HST -1000`)
/** Beginnings of German, French, Spanish, Italian, Dutch and Portuguese month names that differ from English. */
const months = pairs(`
  januar Jan janv Jan ene Jan gen Jan févr Feb fevr Feb fev Feb märz Mar maerz Mar mär Mar mrt Mar mars Mar avr Apr abr Apr mai May
  mei May mag May juin Jun giu Jun juil Jul lug Jul août Aug aout Aug ago Aug set Sep okt Oct out Oct ott Oct dez Dec déc Dec dic Dec`)
const longestDate = 100
const hasZone = /(?:Z|[+-]\d{1,2}(?::?\d{2})?|\b(?:GMT|UTC?|[ECMP][SD]T))\s*(?:\([^()]*\))?$/i

/**
 * Converts a date as feeds and pages write it to ISO 8601 in UTC; null if it is not a date. A date without a zone is
 * read as UTC, not in the machine's zone.
 */
export function readDate(written: string | null): string | null {
  const text = (written ?? '').trim().slice(0, longestDate)
  const [, day, month, year, time = '00:00'] =
    /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[\s,T]+(\d{1,2}:\d{2}(?::\d{2})?))?/.exec(text) ?? []
  if (year)
    return isoOf(
      `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}T${time.padStart(time.length > 5 ? 8 : 5, '0')}Z`,
    )
  const plain = text
    .replace(/\b[A-Z]{3,4}$/, (zone) => zones.get(zone) ?? zone)
    .replace(/\p{L}{3,}/gu, (word) => months.get(word.toLowerCase()) ?? monthOf(word))
  const iso = /^(\d{4}-\d\d-\d\d)[T ]+(\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?) *(Z|UTC?|GMT|[+-]\d\d:?\d\d)?$/i.exec(plain)
  if (iso) {
    const [, date, clock = '', zone = 'Z'] = iso
    return isoOf(`${date}T${clock.replace(/^\d:/, '0$&').replace(',', '.')}${/^[UG]/i.test(zone) ? 'Z' : zone}`)
  }
  return isoOf(hasZone.test(plain) ? plain : `${plain} UTC`)
}

/** Recognizes a longer month name by its beginning: "Dezember". */
function monthOf(word: string): string {
  const lower = word.toLowerCase()
  const start = [...months.keys()].find((each) => lower.startsWith(each) && lower.length > each.length + 1)
  return months.get(start ?? '') ?? word
}

/** A date as ISO 8601 in UTC; null if it cannot be read, or if its year is not 1 to 9999. */
function isoOf(text: string): string | null {
  const ms = Date.parse(text)
  if (Number.isNaN(ms)) return null
  const date = new Date(ms).toISOString()
  return /^(?!0000)\d{4}-/.test(date) ? date : null
}

function pairs(table: string): ReadonlyMap<string, string> {
  return new Map([...table.matchAll(/(\S+)\s+(\S+)/g)].map(([, name = '', value = '']) => [name, value]))
}
