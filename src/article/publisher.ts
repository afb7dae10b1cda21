import type { Article } from '../domain/article.ts'

/**
 * Owners and their outlets' hosts, as of early 2026; an outlet not listed is its own owner. Owners change: update this.
 */
const owners: Readonly<Record<string, string>> = {
  'News Corp':
    'wsj.com marketwatch.com barrons.com nypost.com thetimes.com thetimes.co.uk thesun.co.uk the-sun.com theaustralian.com.au dailytelegraph.com.au heraldsun.com.au couriermail.com.au news.com.au skynews.com.au',
  'Fox Corporation': 'foxnews.com foxbusiness.com tmz.com',
  Comcast: 'nbcnews.com sky.com news.sky.com telemundo.com',
  Versant: 'msnbc.com ms.now cnbc.com',
  'Walt Disney': 'abcnews.com abcnews.go.com espn.com',
  Paramount: 'cbsnews.com thefp.com',
  Gannett:
    'usatoday.com azcentral.com freep.com indystar.com tennessean.com jsonline.com courier-journal.com desmoinesregister.com statesman.com',
  Hearst: 'sfchronicle.com houstonchronicle.com expressnews.com timesunion.com dallasnews.com',
  McClatchy: 'miamiherald.com sacbee.com kansascity.com charlotteobserver.com newsobserver.com star-telegram.com',
  'Lee Enterprises': 'stltoday.com richmond.com omaha.com buffalonews.com tucson.com',
  'Alden Global Capital': 'chicagotribune.com nydailynews.com denverpost.com mercurynews.com orlandosentinel.com',
  Advance: 'nj.com cleveland.com oregonlive.com al.com mlive.com newyorker.com wired.com vanityfair.com',
  'Axel Springer': 'politico.com politico.eu businessinsider.com welt.de bild.de',
  Nikkei: 'ft.com nikkei.com asia.nikkei.com',
  Reach:
    'mirror.co.uk express.co.uk dailystar.co.uk manchestereveningnews.co.uk liverpoolecho.co.uk walesonline.co.uk birminghammail.co.uk dailyrecord.co.uk',
  'DMG Media': 'dailymail.co.uk dailymail.com metro.co.uk inews.co.uk newscientist.com',
  BBC: 'bbc.co.uk bbc.com',
  Postmedia: 'nationalpost.com montrealgazette.com ottawacitizen.com calgaryherald.com vancouversun.com torontosun.com',
  'Nine Entertainment': 'smh.com.au theage.com.au afr.com 9news.com.au',
  Mediahuis: 'independent.ie standaard.be telegraaf.nl nieuwsblad.be',
  'DPG Media': 'ad.nl volkskrant.nl trouw.nl hln.be demorgen.be',
  Schibsted: 'vg.no aftenposten.no aftonbladet.se svd.se',
  Bonnier: 'dn.se expressen.se di.se',
  RCS: 'corriere.it gazzetta.it elmundo.es',
  Prisa: 'elpais.com as.com cincodias.elpais.com',
  'Groupe Le Monde': 'lemonde.fr telerama.fr nouvelobs.com courrierinternational.com',
}
const ownerOf = new Map(
  Object.entries(owners).flatMap(([owner, hosts]) => hosts.split(' ').map((host) => [host, owner] as const)),
)

const agencies: Readonly<Record<string, RegExp>> = {
  'Associated Press': /\b(?:AP|Associated Press)\b/,
  Reuters: /\bReuters\b/i,
  AFP: /\b(?:AFP|Agence France[- ]Presse)\b/,
  dpa: /\bdpa\b/,
  'PA Media': /\b(?:PA Media|Press Association)\b/,
  UPI: /\bUPI\b/,
  Bloomberg: /\bBloomberg\b/,
  EFE: /\bEFE\b/,
  ANSA: /\bANSA\b/,
  Xinhua: /\bXinhua\b/i,
  Kyodo: /\bKyodo\b/i,
  'Canadian Press': /\bCanadian Press\b/,
  'Australian Associated Press': /\b(?:AAP|Australian Associated Press)\b/,
}
/** The beginning of a text, where an agency is named: "TARN (AP) —". */
const dateline = /^.{0,80}?\(([^()]{2,40})\)\s*[-–—:]/s

/**
 * An article's publisher: the agency that wrote it, or its outlet's owner, or the outlet itself. Two articles with the
 * same publisher do not count as two witnesses.
 */
export function publisherOf({
  outlet,
  url,
  byline,
  text,
}: Pick<Article, 'outlet' | 'url' | 'byline' | 'text'>): string {
  const head = dateline.exec(text.slice(0, 160))?.[1] ?? ''
  const agency = Object.entries(agencies).find(([, name]) => name.test(head) || name.test(byline ?? ''))
  if (agency) return agency[0]
  const host = url && URL.canParse(url) ? new URL(url).hostname : null
  return (host && ownerFor(host)) ?? outlet
}

/** The owner of a host, or of a parent domain. */
function ownerFor(host: string): string | undefined {
  const labels = host.split('.')
  return labels.map((_, index) => ownerOf.get(labels.slice(index).join('.'))).find((owner) => owner !== undefined)
}
