/** The media type of a licence in Really Simple Licensing. */
const licenceType = 'application/rsl+xml'

/** What meta elements say to all robots and to us by name, and the licences that a page names or holds. */
export function wishesIn(document: Document, url: string | null): string[] {
  const metas = [...document.querySelectorAll('meta[name][content]')].flatMap((meta) => {
    const name = meta.getAttribute('name')?.trim().toLowerCase()
    if (name === 'tdm-reservation') return [`TDM-Reservation: ${meta.getAttribute('content')}`]
    return name === 'robots' || name === 'onrecord' ? [`robots: ${meta.getAttribute('content')}`] : []
  })
  const licences = [...document.querySelectorAll('link[rel~="license"][href]')]
    .filter(isLicence)
    .map((link) => `License: ${absoluteIn(document, url, link.getAttribute('href') ?? '')}`)
  return [...metas, ...licences]
}

/** An address on a page as an absolute one; as written if there is nothing to which it is relative. */
function absoluteIn(document: Document, url: string | null, address: string): string {
  const base = URL.parse(document.querySelector('base')?.getAttribute('href') ?? '', url ?? undefined)?.href ?? url
  return URL.parse(address, base ?? undefined)?.href ?? address
}

/** The texts of licences within a page. */
export function licencesWithin(document: Document): string[] {
  return [...document.querySelectorAll('script[type]')].filter(isLicence).map((script) => script.textContent ?? '')
}

/** True if an element's type is that of a licence, whatever parameters stand behind it. */
function isLicence(element: Element): boolean {
  return element.getAttribute('type')?.split(';', 1)[0]?.trim().toLowerCase() === licenceType
}
