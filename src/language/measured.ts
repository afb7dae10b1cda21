/**
 * Languages whose grammar of reported speech we have, with published figures (docs/accuracy.md). In any other nobody is
 * named and nothing is told as fact, since nothing of it could be checked.
 */
const measuredLanguages: readonly string[] = ['en']

/** Whether who said what can be told in a language, by its ISO 639-1 subtag. */
export function isMeasured(language: string): boolean {
  return measuredLanguages.includes(language)
}

/** What readers are told of an article in another language: what it is in, and what is left out for it. */
export function notCheckedNote(language: string): string {
  const what =
    language === 'und'
      ? 'The language of this article wasn’t recognised'
      : `This article is in ${languageName(language)}`
  const measured = new Intl.ListFormat('en').format(measuredLanguages.map(languageName))
  return `${what}; Onrecord checks who said what in ${measured} only, so it shows the headline and quotations without names.`
}

function languageName(language: string): string {
  return new Intl.DisplayNames('en', { type: 'language', fallback: 'code' }).of(language) ?? language
}
