/** The zones that people choose from, by their IANA names, "Europe/London". */
export const zones: readonly string[] = [...Intl.supportedValuesOf('timeZone'), 'UTC']

/** Places that people name and no zone is named after. */
const places: Readonly<Record<string, string>> = {
  utc: 'UTC',
  gmt: 'UTC',
  uk: 'Europe/London',
  bst: 'Europe/London',
  et: 'America/New_York',
  est: 'America/New_York',
  edt: 'America/New_York',
  eastern: 'America/New_York',
  washington: 'America/New_York',
  boston: 'America/New_York',
  ct: 'America/Chicago',
  cst: 'America/Chicago',
  cdt: 'America/Chicago',
  central: 'America/Chicago',
  mt: 'America/Denver',
  mst: 'America/Denver',
  mdt: 'America/Denver',
  pt: 'America/Los_Angeles',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  pacific: 'America/Los_Angeles',
  'san francisco': 'America/Los_Angeles',
  cet: 'Europe/Paris',
  cest: 'Europe/Paris',
  eet: 'Europe/Athens',
  geneva: 'Europe/Zurich',
  munich: 'Europe/Berlin',
  frankfurt: 'Europe/Berlin',
  milan: 'Europe/Rome',
  barcelona: 'Europe/Madrid',
  edinburgh: 'Europe/London',
  delhi: 'Asia/Kolkata',
  mumbai: 'Asia/Kolkata',
  ist: 'Asia/Kolkata',
  beijing: 'Asia/Shanghai',
  kyiv: 'Europe/Kyiv',
}

/** The zone of a name as people write it: "London", "new york", "Europe/Paris". Undefined for none that is known. */
export function findZone(name: string): string | undefined {
  const wanted = name.trim().toLowerCase().replaceAll('_', ' ')
  const named = zones.find((zone) => plain(zone) === wanted) ?? zones.find((zone) => plain(zone).endsWith(`/${wanted}`))
  return named ?? known(places[wanted]) ?? (/[/]/.test(name) ? known(name.trim()) : undefined)
}

/** Zones whose name has these words in it, for choosing while typing; the ones that begin with them first. */
export function suggestZones(typed: string, most: number): string[] {
  const wanted = typed.trim().toLowerCase().replaceAll('_', ' ')
  const found = zones.filter((zone) => plain(zone).includes(wanted))
  const first = (zone: string) => (plain(zone).split('/').at(-1)?.startsWith(wanted) ? 0 : 1)
  return found.toSorted((one, other) => first(one) - first(other)).slice(0, most)
}

function plain(zone: string): string {
  return zone.toLowerCase().replaceAll('_', ' ')
}

/** Old and other names of zones are taken too, where this computer knows them. */
function known(zone: string | undefined): string | undefined {
  if (!zone) return undefined
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}
