/** A set of feeds to begin with. */
export interface Starter {
  readonly title: string
  readonly feeds: readonly { readonly url: string; readonly outlet: string }[]
}

/**
 * Feeds for the first minutes, by topic. The addresses are the outlets' own; followers see how well each feed works.
 */
export const starters: Readonly<Record<string, Starter>> = {
  world: {
    title: 'World',
    feeds: [
      { url: 'https://feeds.bbci.co.uk/news/world/rss.xml', outlet: 'BBC News' },
      { url: 'https://www.theguardian.com/world/rss', outlet: 'The Guardian' },
      { url: 'https://www.aljazeera.com/xml/rss/all.xml', outlet: 'Al Jazeera' },
      { url: 'https://rss.dw.com/rdf/rss-en-world', outlet: 'Deutsche Welle' },
    ],
  },
  business: {
    title: 'Business',
    feeds: [
      { url: 'https://feeds.bbci.co.uk/news/business/rss.xml', outlet: 'BBC News' },
      { url: 'https://www.theguardian.com/uk/business/rss', outlet: 'The Guardian' },
      { url: 'https://feeds.npr.org/1006/rss.xml', outlet: 'NPR' },
    ],
  },
  science: {
    title: 'Science',
    feeds: [
      { url: 'https://feeds.bbci.co.uk/news/science_and_environment/rss.xml', outlet: 'BBC News' },
      { url: 'https://www.theguardian.com/science/rss', outlet: 'The Guardian' },
      { url: 'https://feeds.npr.org/1007/rss.xml', outlet: 'NPR' },
    ],
  },
  technology: {
    title: 'Technology',
    feeds: [
      { url: 'https://feeds.bbci.co.uk/news/technology/rss.xml', outlet: 'BBC News' },
      { url: 'https://www.theguardian.com/technology/rss', outlet: 'The Guardian' },
      { url: 'https://feeds.arstechnica.com/arstechnica/index', outlet: 'Ars Technica' },
    ],
  },
}
