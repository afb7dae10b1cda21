import { html } from 'hono/html'
import { type Html, page } from './frame.ts'

export interface BotPage {
  /** What we call ourselves in requests. */
  readonly userAgent: string
  /** Where whoever runs this can be reached; null if they name nothing. */
  readonly contact: string | null
  /** The path at which our keys stand. */
  readonly keysAt: string
  /** For how many days articles are kept. */
  readonly keepDays: number
}

/** The page for publishers: what visits them, for whom, what it keeps, and how to say no. */
export function botPage({ userAgent, contact, keysAt, keepDays }: BotPage, isLocal: boolean): Html {
  return page({ title: 'About this bot', at: isLocal ? '' : null }, [
    html`<h1>About this bot</h1>
    <p>Onrecord reads news feeds that people have chosen, and the articles that those feeds announce. It posts short digests to a channel of a
      newsroom or a community, with a link to each article. It is run by whoever set it up; this page is theirs.</p>
    <h2>How to know it</h2>
    <p>It calls itself <code>${userAgent}</code>. Its name in a robots.txt is <code>Onrecord</code>. Where its operator has set up keys, its
      requests are signed (Web Bot Auth), and the keys are at ${isLocal ? html`<code>${keysAt}</code> of its public address` : html`<a href="${keysAt}">${keysAt}</a>`}.</p>
    <h2>What it asks for</h2>
    <p>A feed, at the pace that the feed and its server ask for, and each article once; an article that was posted is read again for some days,
      to correct what was posted. It asks a host for one page at a time. It buys nothing, signs in nowhere and gets around nothing: if a site
      says no, asks for money or asks for a person, that is the answer.</p>
    <h2>What it keeps</h2>
    <p>The text of articles for ${keepDays} days, to show readers the passage that a line is from. What was posted stays longer. Nothing is used
      for training.</p>
    <h2>How to say no</h2>
    <ul>
      <li>To reading at all: <code>User-agent: Onrecord</code> and <code>Disallow: /</code> in robots.txt.</li>
      <li>To summaries by AI: <code>Content-Signal: ai-input=no</code> in robots.txt or as a header, <code>noai</code> in a robots element or
        <code>X-Robots-Tag</code>, or a licence in RSL. The article is then quoted without AI.</li>
      <li>To showing its text: <code>nosnippet</code>, <code>max-snippet:N</code> or <code>data-nosnippet</code>. Then the headline and the link
        are left, or as much as is allowed.</li>
    </ul>
    ${contact ? html`<p>To reach the people who run it: ${contactLink(contact)}</p>` : ''}`,
  ])
}

function contactLink(contact: string): Html {
  return /^https?:/.test(contact) ? html`<a href="${contact}">${contact}</a>` : html`${contact.replace(/^mailto:/, '')}`
}
