import type { Metadata } from './metadata.ts'

/** A text shorter than this, in characters, may be what stands in an article's place. */
const stubLength = 1_200
/** A text shorter than this is none. */
const shortest = 140

const wall = {
  cookies: /\b(?:cookies?|consent|privacy (?:settings|policy|choices)|gdpr|trackers?)\b/gi,
  payment:
    /\b(?:subscri(?:be|bers?|ption)|sign in|log ?in|register|already a member|continue reading|unlock|free trial|paywall)\b/gi,
  robots:
    /\b(?:captcha|are you (?:a )?(?:human|robot)|enable javascript|access denied|unusual traffic|verify you are)\b/gi,
} as const

/** Why a page's text is not the article's: told to people. Undefined where it is. */
export function whyNoText(text: string, { free }: Pick<Metadata, 'free'>): string | undefined {
  if (text.length < stubLength) {
    const words = text.split(/\s+/).length
    const share = (pattern: RegExp) => (text.match(pattern)?.length ?? 0) / words
    if (share(wall.robots) > 0.01) return 'the site asks whether a person is reading; the article is not there'
    if (share(wall.cookies) > 0.03)
      return 'the site shows a cookie notice in place of the article; paste the text instead'
    if (share(wall.payment) > 0.02) return 'the article is behind a paywall; paste the text if you may read it'
  }
  if (!free && text.length < stubLength) return 'the article is for subscribers; paste the text if you may read it'
  if (text.length < shortest) return 'no article text was found on the page; paste the text instead'
  return undefined
}
