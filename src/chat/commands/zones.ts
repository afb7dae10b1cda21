import { rawTimeZones } from '@vvo/tzdb'

/**
 * `Intl.supportedValuesOf` lists some zones under outdated names, “Asia/Calcutta” and “Europe/Kiev” (Node 24, CLDR 47),
 * though Intl accepts the current names too.
 */
const listed: readonly string[] = Intl.supportedValuesOf('timeZone')

/**
 * The current names of zones that are listed under old ones. A tzdb group does not list names of one zone: it holds all
 * zones that keep the same time today, such as Ushuaia and Buenos Aires. So `Intl` is asked for the name that it lists.
 */
const renamed: ReadonlyMap<string, string> = new Map(
  rawTimeZones.flatMap(({ name }) => {
    const old = listed.includes(name) ? undefined : resolved(name)
    return old === undefined ? [] : [[old, name] as const]
  }),
)

/** The zones to choose from, by their current IANA names: "Europe/London". */
export const zones: readonly string[] = [...new Set([...listed.map(presentName), 'UTC'])]

/** Places that people name but no zone is named after. */
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
  munich: 'Europe/Berlin',
  frankfurt: 'Europe/Berlin',
  edinburgh: 'Europe/London',
  ist: 'Asia/Kolkata',
  beijing: 'Asia/Shanghai',
}

/** The zones of larger cities, and of countries with only one zone, by their plain names. */
const cities: ReadonlyMap<string, string> = citiesOf()

function citiesOf(): Map<string, string> {
  const found = new Map<string, string>()
  const add = (name: string, zone: string) => {
    if (!found.has(plain(name))) found.set(plain(name), zone)
  }
  for (const { name, mainCities } of rawTimeZones) for (const city of mainCities) add(city, name)
  for (const [country, ofIt] of Map.groupBy(rawTimeZones, ({ countryName }) => countryName))
    if (ofIt.length === 1 && ofIt[0]) add(country, ofIt[0].name)
  return found
}

/** The zone for a name as people write it: "London", "new york", "Zürich", "Europe/Paris". Undefined if not known. */
export function findZone(name: string): string | undefined {
  const wanted = plain(name.trim())
  const named = zones.find((zone) => plain(zone) === wanted) ?? zones.find((zone) => plain(zone).endsWith(`/${wanted}`))
  return named ?? known(places[wanted] ?? cities.get(wanted)) ?? (/[/]/.test(name) ? known(name.trim()) : undefined)
}

/**
 * Suggestions for a half-typed zone or city: zones whose city begins with the text, then zones that contain it, then
 * the zones of cities that begin with it.
 */
export function suggestZones(typed: string, most: number): string[] {
  const wanted = plain(typed.trim())
  const first = (zone: string) => (plain(zone).split('/').at(-1)?.startsWith(wanted) ? 0 : 1)
  const named = zones.filter((zone) => plain(zone).includes(wanted)).toSorted((one, other) => first(one) - first(other))
  const ofCities = [...cities].filter(([city]) => city.startsWith(wanted)).map(([, zone]) => zone)
  return [...new Set([...named, ...ofCities])].slice(0, most)
}

/** A name without accents, capitals and underscores. */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('_', ' ')
}

function presentName(zone: string): string {
  return renamed.get(zone) ?? zone
}

/** The current name of a zone, which may be given by an old one; undefined if this computer does not know it. */
function known(zone: string | undefined): string | undefined {
  if (!zone) return undefined
  if (zones.includes(zone)) return zone
  const own = resolved(zone)
  return own && presentName(own)
}

/** The name that this computer uses for a zone; undefined if it does not know the zone. */
function resolved(zone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}
