import type { Article } from '../domain/article.ts'
import type { LicensedContent } from '../domain/reading.ts'
import type { Fetcher, Reader } from '../ports.ts'
import { licenceLines, unreadableLicence } from '../terms/licence.ts'
import { type OwnTerm, type OwnTerms, ownTermFor, underOwnTerms } from '../terms/own-terms.ts'
import { termsOf } from '../terms/wishes.ts'

/** The longest licence read, in bytes. */
const longestLicence = 500_000
/** How long a licence holds, and how long until one that could not be read is asked for again, in milliseconds. */
const holdsMs = 24 * 3_600_000
const retryMs = 3_600_000
/** The most licences read for one article. An article that names more is closed to models, and none of them is read. */
const mostNamed = 5
/** The most licences remembered. */
const mostLicences = 500

/** What a licence says, or that it could not be read. */
type Held = { readonly contents: Promise<readonly LicensedContent[] | undefined>; until: number }

/** Reads the licences that articles name, each once a day. */
export class Licences {
  readonly #fetcher: Fetcher
  readonly #reader: Reader
  readonly #own: OwnTerms
  readonly #held = new Map<string, Held>()

  /** `own` is what whoever runs Onrecord sets for some hosts. */
  constructor({
    fetcher,
    reader,
    own,
  }: { readonly fetcher: Fetcher; readonly reader: Reader; readonly own: OwnTerms }) {
    this.#fetcher = fetcher
    this.#reader = reader
    this.#own = own
  }

  /** The article under the own terms for its host. */
  underOwn(article: Article): Article {
    return underOwnTerms(article, this.#own)
  }

  /** The own term for an address; undefined if there is none. */
  ownFor(url: string): OwnTerm | undefined {
    return ownTermFor(url, this.#own)
  }

  /** What a feed announces, without its wishes if a licence of whoever runs Onrecord covers the page. */
  freed<T extends { readonly url: string; readonly closedToModels?: string | undefined }>(entry: T): T {
    if (entry.closedToModels === undefined || this.ownFor(entry.url)?.kind !== 'licensed') return entry
    const { closedToModels: _closedToModels, ...free } = entry
    return free as T
  }

  /** The article under its licences and the own terms. Nothing is read for one that is closed already, or licensed. */
  async apply(licensed: Licensed): Promise<Article> {
    const article = this.underOwn(licensed.article)
    const isLicensed = article.url !== null && this.ownFor(article.url)?.kind === 'licensed'
    return isLicensed ? article : await this.#underLicences({ ...licensed, article })
  }

  async #underLicences({ article, licences = [] }: Licensed): Promise<Article> {
    const { url } = article
    if (url === null || article.closedToModels !== undefined) return article
    if (licences.length > mostNamed) return { ...article, ...termsOf([unreadableLicence]) }
    for (const address of licences) {
      const contents = await this.#contentsOf(address)
      const { closedToModels } = termsOf(contents ? licenceLines(contents, url) : [unreadableLicence])
      if (closedToModels !== undefined) return { ...article, closedToModels }
    }
    return article
  }

  async #contentsOf(address: string): Promise<readonly LicensedContent[] | undefined> {
    const known = this.#held.get(address)
    if (known && known.until > performance.now()) return await known.contents
    const held: Held = { contents: this.#read(address).catch(() => undefined), until: performance.now() + holdsMs }
    this.#held.delete(address)
    const [oldest] = this.#held.keys()
    if (this.#held.size >= mostLicences && oldest !== undefined) this.#held.delete(oldest)
    this.#held.set(address, held)
    const contents = await held.contents
    if (!contents) held.until = Math.min(held.until, performance.now() + retryMs)
    return contents
  }

  async #read(address: string): Promise<readonly LicensedContent[] | undefined> {
    const fetched = await this.#fetcher.get(address, { firstBytes: longestLicence })
    if (fetched.kind !== 'page' || fetched.body.byteLength >= longestLicence) return undefined
    const read = await this.#reader.readLicence(fetched.body, fetched.contentType)
    return read.kind === 'licence' ? read.contents : undefined
  }
}

interface Licensed {
  readonly article: Article
  /** The addresses of its licences. */
  readonly licences?: readonly string[]
}
