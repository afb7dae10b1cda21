/**
 * The languages in which who said what is found accurately enough for briefs (docs/accuracy.md), as ISO 639-1 subtags.
 * Apart from the grammars, because commands and layouts ask for it without reading any text.
 */
const measured: readonly string[] = ['en']

/** The languages in which a sentence in words other than the article's can be checked: those whose grammar has checks. */
const withChecks: readonly string[] = ['en']

/** Returns true if a model may write about articles in a language, as what it writes can be checked. */
export function isWritable(language: string): boolean {
  return withChecks.includes(language)
}

/** Returns true if we can read who said what in a language, given by its ISO 639-1 subtag. */
export function isMeasured(language: string): boolean {
  return measured.includes(language)
}

/** Returns the note for an article in an unsupported language: which language it is, and what is left out. */
export function notCheckedNote(language: string): string {
  const what =
    language === 'und'
      ? 'The language of this article wasn’t recognised'
      : `This article is in ${languageName(language)}`
  const checked = new Intl.ListFormat('en').format(measured.map(languageName))
  return `${what}; Onrecord checks who said what in ${checked} only, so it shows the headline and quotations without names.`
}

/** Returns the note for a text in a language whose grammar is not accurate enough for briefs yet. */
export function notAccurateNote(language: string): string {
  return `Who said what in ${languageName(language)} is shown for you to check: it isn’t accurate enough for digests yet (docs/accuracy.md).`
}

function languageName(language: string): string {
  return new Intl.DisplayNames('en', { type: 'language', fallback: 'code' }).of(language) ?? language
}
