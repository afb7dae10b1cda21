/** A quotation of this many characters, marks included, is too long to be a name. */
const longestTitle = 40

/** True for a short quotation of capitalised words, which is a name, such as a broadcast's. */
export function isTitle(text: string): boolean {
  if (text.length >= longestTitle || !/^\P{L}*\p{Lu}/u.test(text) || /[,.!?]\P{L}*$/u.test(text)) return false
  return (text.match(/\p{L}{4,}/gu) ?? []).every((word) => /^\p{Lu}/u.test(word))
}
