import type { Token } from '../../../text/tokens.ts'
import type { Gender } from '../../gender.ts'
import { type Meant, type Mention, personSpeaker, type SpeakerContext } from './mention.ts'
import type { NamedRun } from './people.ts'
import type { SpeakerWords } from './words.ts'

/** The noun that tells what one person is: “Händler” in “ein Händler”, but not in “Händler”. */
export function headOf(tokens: readonly Token[], words: SpeakerWords): Token | undefined {
  const isOne = words.singular.has(tokens[0]?.lower ?? '')
  // “le téléphone de l’accusé”: what stands behind “of” is another's.
  const joint = words.capitalisesNouns ? -1 : tokens.findIndex(({ lower }, at) => at > 0 && isOf(lower, words))
  return tokens
    .slice(0, joint < 0 ? tokens.length : joint)
    .find(({ lower }) => words.isRole(lower) && (isOne || !words.isGroup(lower)))
}

/** “de”, “du”: a preposition that may also join the parts of a name. */
function isOf(word: string, { particles, subjectArticles }: SpeakerWords): boolean {
  return word.startsWith('d') && particles.has(word) && !subjectArticles.has(word)
}

/** Whom a description by a role means, and the gender that it shows. */
export interface Described extends Meant {
  readonly gender: Gender | undefined
  /** True if the text names nobody with this role. */
  readonly isOpen: boolean
  /** True if the text calls them otherwise: “o autarca” for a mayor. */
  readonly isOther?: boolean
}

/** “der Bürgermeister”: the person whom the text calls so, if there is only one. */
export function describedBy(
  mention: string,
  tokens: readonly Token[],
  { people, words }: SpeakerContext,
): Described | undefined {
  const head = headOf(tokens, words)
  if (!head) return undefined
  const first = tokens[0]?.lower ?? ''
  const gender = words.genderOf(head.lower) ?? words.articleGender.get(first)
  const unnamed = { speaker: { kind: 'unnamed', description: withoutAsides(mention, tokens, words) } as const, gender }
  if (words.indefinite.has(first)) return { ...unnamed, isOpen: false }
  // “seu patrão”: whose it is decides who is meant.
  if (words.possessive.has(first) && !words.capitalisesNouns)
    return { ...unnamed, doubts: ['doubt: nothing tells who this is'], isOpen: false }
  const key = words.roleKey(head.lower)
  const isCalledSo = (own: string) => own.endsWith(key) || key.endsWith(own)
  const mayBe = people.all.filter((person) => !gender || !person.gender || person.gender === gender)
  // “Ex-Coach”: who had a role before is not meant by it alone.
  const isFormer = words.former.test(mention)
  const called = mayBe.filter(
    ({ role, roleKeys }) => [...roleKeys].some(isCalledSo) && words.former.test(role ?? '') === isFormer,
  )
  // “O autarca”: nobody is called so, but one person is a mayor.
  const otherwise = words.alsoCalled.find(([noun]) => noun.test(head.lower))?.[1]
  const bearers = called.length > 0 ? called : mayBe.filter(({ role }) => role && otherwise?.test(role))
  const [only] = bearers
  if (only && bearers.length === 1)
    return { ...personSpeaker(only), gender, isOpen: false, isOther: called.length === 0 }
  if (bearers.length === 0 && namesBody(mention, words)) return undefined
  const doubts = bearers.length > 1 ? ['doubt: more than one person has this role'] : []
  return { ...unnamed, doubts, isOpen: bearers.length === 0 }
}

/** “o fabricante das pinças, a firma Garfite”: a body is named behind the description. */
function namesBody(mention: string, words: SpeakerWords): boolean {
  const [, ...rest] = words.capitalisesNouns ? [] : mention.split(', ')
  return rest.some(
    (part) =>
      /^(?:\p{Ll}+ )?\p{Ll}+ \p{Lu}|^\p{Lu}/u.test(part) &&
      part.split(' ').some((word) => words.isBody(word.toLowerCase())),
  )
}

/** “o presidente da câmara, que é o único acionista”, “o capitão, substituído no sábado”: what is told of them is no part. */
function withoutAsides(mention: string, tokens: readonly Token[], words: SpeakerWords): string {
  const hasArticle = [words.definite, words.indefinite].some((list) => list.has(tokens[0]?.lower ?? ''))
  const bare = words.capitalisesNouns || !hasArticle ? mention : (mention.split(', ')[0] ?? mention)
  return bare.replace(/ \([^)]*\)$/, '')
}

/** “die Polizei”, “Nordwind”, “einer Studie”: a body or a document. */
export function byBody({
  mention,
  tokens,
  runs,
  context: { words },
}: Pick<Mention, 'mention' | 'tokens' | 'runs' | 'context'>): Meant | undefined {
  const whole = mention.replace(/\s+/g, ' ')
  const shown = words.capitalisesNouns ? whole : namedPart(whole, runs)
  if (tokens.some(({ lower }) => words.isDocument(lower))) return { speaker: { kind: 'document', title: shown } }
  const isBody = tokens.some(({ lower }) => words.isBody(lower))
  const isNamed = runs.length > 0 && !(words.capitalisesNouns && runs.every((run) => isCommon(run, words)))
  if (!isBody && !isNamed) return undefined
  // “fonte oficial da Câmara”: somebody at a body, who stays unnamed.
  if (!words.capitalisesNouns && isSource(tokens, words)) return undefined
  const speaker = { kind: 'organization', name: withoutArticle(shown, words) } as const
  // “Das Aus bestätigte …”: behind an article a noun with a capital is a name only if it looks like one.
  const hasArticle = [words.definite, words.indefinite, words.possessive].some((list) =>
    list.has(tokens[0]?.lower ?? ''),
  )
  const looksNamed =
    isBody ||
    !words.capitalisesNouns ||
    !hasArticle ||
    runs.some(({ name }) => name.some((word) => /\p{Lu}{2}|\p{Ll}\p{Lu}/u.test(word)))
  return looksNamed ? { speaker } : { speaker, doubts: ['doubt: nothing tells who this is'] }
}

/** “o fabricante das pinças, a firma Garfite”: of what stands between commas, the part with a name; else the first. */
function namedPart(mention: string, runs: readonly NamedRun[]): string {
  const parts = mention.split(', ')
  return parts.find((part) => runs.some(({ name }) => part.includes(name[0] ?? mention))) ?? parts[0] ?? mention
}

/** “uma fonte da Câmara”, “fonte oficial”. */
function isSource(tokens: readonly Token[], { indefinite, isGroup }: SpeakerWords): boolean {
  const noun = indefinite.has(tokens[0]?.lower ?? '') ? tokens[1] : tokens[0]
  return noun !== undefined && !/^\p{Lu}/u.test(noun.text) && (isGroup(noun.lower) || isGroup(`${noun.lower}s`))
}

/** Returns true for a noun that is a group or a role rather than a name, where all nouns have capitals. */
function isCommon({ name }: NamedRun, words: SpeakerWords): boolean {
  return name.every((word) => words.isGroup(word.toLowerCase()) || words.isRole(word.toLowerCase()))
}

/** A body's name as a line begins with it: “die Polizei”, but “Nordwind”, and “Rathaus” for “dem Rathaus”. */
function withoutArticle(name: string, words: SpeakerWords): string {
  const [first = '', ...rest] = name.split(' ')
  const article = first.toLowerCase()
  if (rest.length === 0 || !words.definite.has(article)) return name
  return words.subjectArticles.has(article) && words.isBody(rest.at(-1)?.toLowerCase() ?? '') ? name : rest.join(' ')
}
