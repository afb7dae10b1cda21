/** An amount with its currency, in either order: "USD 0.01". */
const price = /^(?:[A-Z]{3} ?\d{1,9}(?:\.\d{1,9})?|\d{1,9}(?:\.\d{1,9})? ?[A-Z]{3})$/

interface Headers {
  get(name: string): string | null
}

/** Why a server that answered with a 4xx or 5xx status gave us no page, and what can be done, as a clause for people. */
export function whyNoPage(status: number, headers: Headers): string {
  switch (status) {
    case 401:
      return 'the site asks readers to sign in (401); if you may read it, paste the text instead'
    case 402:
      return `the site charges programs for reading it (${['402', priceIn(headers)].filter(Boolean).join(', ')}), and Onrecord buys nothing; ask the publisher for a licence`
    case 403:
      return isChallenge(headers)
        ? 'the site checks that a person is reading (403); ask the site to let Onrecord in, as docs/publishers.md says'
        : 'the site doesn’t let Onrecord in (403); ask the site, as docs/publishers.md says, or paste the text instead'
    case 404:
      return 'the site has no such page (404)'
    case 429:
      return 'the site asks us to come back later (429), and Onrecord will'
    case 451:
      return 'the site isn’t allowed by law to show the page here (451); leave it out'
    default:
      return status >= 500 ? `the site has a problem on its side (${status})` : `the site answered ${status}`
  }
}

/** What Cloudflare's pay per crawl asks for a page; undefined if it names no plain amount. */
function priceIn(headers: Headers): string | undefined {
  const stated = headers.get('crawler-price')?.trim() ?? ''
  return price.test(stated) ? stated : undefined
}

/** True if a person's browser is to prove itself: Cloudflare marks such an answer, whatever its body says. */
function isChallenge(headers: Headers): boolean {
  return headers.get('cf-mitigated')?.trim().toLowerCase() === 'challenge'
}
