import { firstNamed, type Rule } from '../../rule.ts'
import { withArticle } from '../comparing/same-speaker.ts'
import { words } from '../text.ts'
import { genderOf, institutionNouns, isRole, organizationWords, titles } from '../words/name-words.ts'
import { isWordIn, prepositions } from '../words/word-classes.ts'
import type { Context, ResolvedSpeaker } from './context.ts'
import { described } from './descriptions.ts'
import { type Core, isDescription, nameBehindOffice, takeApart } from './mentions.ts'
import { byName } from './people/by-name.ts'
import { splitRun } from './people/people.ts'
import { antecedent, bodyFor, personFor } from './pronouns.ts'

/** A mention of a speaker, taken apart. */
interface Mention {
  readonly mention: string
  /** The whole mention in lower case; a pronoun in its plain form. */
  readonly lower: string
  /** The words up to its first apposition. */
  readonly text: string
  readonly core: Core
  /** The name in apposition, if the apposition is a name and nothing else. */
  readonly name: Core | undefined
  readonly context: Context
}

/** The speaker that a mention means; `nobody` if it means none. */
type Meant = ResolvedSpeaker | 'nobody'

/** Resolves a mention, with the rule that decided; `resolved` is missing for nobody, or if the text leaves it open. */
export function identify(
  source: string,
  context: Context,
): { readonly resolved?: ResolvedSpeaker; readonly rule: string } {
  const mention = source
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/['’]s$/, (ending, at: number, whole: string) =>
      isNeverWithout(whole.slice(0, at), ending, context) ? ending : '',
    )
    .replace(/ (?:him|her|it)self$| themselves$/, '')
  const [text = mention, apposition] = mention.split(/, |\s[—–-]+\s|\s\(/)
  const explained = apposition === undefined ? undefined : takeApart(apposition)
  const name = explained && isNameAlone(explained) ? explained : undefined
  const meant = firstNamed(mentionKinds, {
    mention,
    lower: plainForm(mention),
    text,
    core: takeApart(text),
    name,
    context,
  })
  if (!meant || meant.found === 'nobody') return { rule: meant?.rule ?? 'speaker: not known' }
  return { resolved: meant.found, rule: meant.rule }
}

/** “Barton’s said”: the name of a shop, if the text never has it without its ending; but not “Ruiz’s claim”. */
function isNeverWithout(name: string, ending: string, { text, start }: Context): boolean {
  if (!/^\p{Lu}/u.test(name)) return false
  const from = text.indexOf(ending, start) + ending.length
  if (!speaks.test(text.slice(from, from + longestNext))) return false
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const behind = text.slice(at + name.length, at + name.length + ending.length)
    if (behind !== ending && !/^\p{L}/u.test(behind)) return false
  }
  return true
}

/** The words that show that a name before them speaks, and how many characters of them are read. */
const speaks = /^\s+(?:also |later )?(?:said|says|told|has|had|will|would|wrote|\p{L}+ed)\b/u
const longestNext = 40

function plainForm(mention: string): string {
  return mention
    .toLowerCase()
    .replace(/['’](?:s|re|ve|m|d)$/, '')
    .replace(/^(?:his|him)$/, 'he')
    .replace(/^her$/, 'she')
}

function isNameAlone({ before, run, behind }: Core): boolean {
  return before.length === 0 && behind.length === 0 && run.length > 0
}

/** Rules for resolving a mention. If one applies but the text leaves open who is meant, the result is `nobody`. */
export const mentionKinds: readonly Rule<Mention, Meant>[] = [
  {
    name: 'speaker: “he” or “she”',
    example: 'Ana Ruiz left early. She said that the dam was safe.',
    counterExample: 'Ana Ruiz said that the dam was safe.',
    find: ({ lower, context }) =>
      /^(?:he|she)$/.test(lower) && (personFor(lower === 'she' ? 'female' : 'male', context) ?? 'nobody'),
  },
  {
    name: 'speaker: “it” or “they”',
    example: 'Tarn Water said that the dam was safe. It said that nobody was hurt.',
    counterExample: 'Tarn Water said that it was safe.',
    find: ({ lower, context }) => /^(?:they|it|this)$/.test(lower) && (bodyFor(lower, context) ?? 'nobody'),
  },
  {
    name: 'speaker: “who”',
    example: 'The dam was built by Ana Ruiz, who said that it was safe.',
    counterExample: 'Ana Ruiz, who built the dam, said that it was safe.',
    find: ({ lower, context }) => /^(?:who|that|which)$/.test(lower) && (antecedent(context) ?? 'nobody'),
  },
  {
    name: 'speaker: whoever writes',
    example: 'We said that the dam was safe.',
    counterExample: 'Ana Ruiz said that we were safe.',
    find: ({ lower }) => /^(?:i|we|you)$|^(?:our|my|your) /.test(lower) && 'nobody',
  },
  {
    name: 'speaker: for a body that is named behind',
    example: 'A spokesperson for the fishing body, Harbour Watch, said that it was late.',
    counterExample: 'A spokesperson for the ministry, Ana Ruiz, said that it was late.',
    find: ({ mention, core, name, context }) =>
      name !== undefined &&
      explainsBody(core, name) &&
      (described(mention, { ...core, text: mention }, context) ?? 'nobody'),
  },
  {
    name: 'speaker: a group around somebody named',
    example: 'The family of one patient, Mary Lind, said that it was late.',
    counterExample: 'The head of the family, Mary Lind, said that it was late.',
    find: ({ mention, text, core, name, context }) =>
      name !== undefined &&
      groupOf.test(text.toLowerCase()) &&
      (described(mention, { ...core, text: mention }, context) ?? 'nobody'),
  },
  {
    name: 'speaker: one of two bears the name',
    example: 'The widow of the driver, Hamid Lind, said that it was late.',
    counterExample: 'The driver, Hamid Lind, said that it was late.',
    find: ({ text, name, context }) => {
      const holder = name && standsFor(text.toLowerCase()) ? byNameBehind(name, text, context) : undefined
      return holder && { ...holder, doubts: ['doubt: one of two bears the name'] }
    },
  },
  {
    name: 'speaker: a name behind its role',
    example: 'The director of the museum, Ana Ruiz, said that it was late.',
    counterExample: 'Ana Ruiz, the director of the museum, said that it was late.',
    find: ({ text, core, name, context }) =>
      name !== undefined &&
      (splitRun(core.run).name.length === 0 || isDescription(core)) &&
      (byNameBehind(name, text, context) ?? 'nobody'),
  },
  {
    name: 'speaker: a name behind its office',
    example: 'The leader of the Opposition Mira Sand said that it was late.',
    counterExample: 'The leader of the party said that it was late.',
    find: ({ text, context }) => {
      const holder = nameBehindOffice(text)
      return holder && (byName(holder.text, holder, context) ?? 'nobody')
    },
  },
  {
    name: 'speaker: a name',
    example: 'Ana Ruiz said that it was late.',
    counterExample: 'Two officials said that it was late.',
    find: ({ mention, core, context }) =>
      core.run.length > 0 && !isDescription(core) && (byName(mention, core, context) ?? 'nobody'),
  },
  {
    name: 'speaker: a description',
    example: 'Two officials said that it was late.',
    counterExample: 'Ana Ruiz said that it was late.',
    find: ({ mention, core, context }) => described(mention, core, context),
  },
]

/** “The director of the museum, Ana Ruiz”: resolves the name, with the words before it as the role. */
function byNameBehind(name: Core, role: string, context: Context): ResolvedSpeaker | undefined {
  const found = byName(name.text, { ...name, before: words(role) }, context)
  if (found?.speaker.kind !== 'person' || !found.speaker.role) return found
  return { ...found, speaker: { ...found.speaker, role: roleAsStated(found.speaker.role, role, context) } }
}

/** A role with the marks that its phrase has, and with its body: “secretary of the Tarn Union” for “its secretary”. */
function roleAsStated(role: string, phrase: string, context: Context): string {
  const marked = role.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const stated = new RegExp(marked.join("['’]? "), 'iu').exec(phrase)?.[0] ?? role
  const owned = /s['’] /u.test(stated) && /^the /i.test(phrase) ? `the ${stated}` : stated
  const pronoun = /^(?:its|their) /i.exec(phrase)?.[0].trim().toLowerCase()
  const body = pronoun && bodyFor(pronoun === 'its' ? 'it' : 'they', context)
  if (!body || body.speaker.kind !== 'organization' || (body.doubts ?? []).length > 0) return owned
  return `${owned} of ${withArticle(body.speaker.name, context.text)}`
}

/** “The family of one patient, Mary Tuohy,”: several speak, and the name is not theirs. */
const groupOf =
  /^(?:the |an? |some |two |three )?(?:family|families|parents|relatives|friends|neighbou?rs|colleagues|lawyers|children|sons|daughters|brothers|sisters) (?:of|for) /

/** “The widow of the driver, Hamid Karimi,”, “a lawyer for the accused, Tom Reed,”: either person may bear the name. */
function standsFor(stated: string): boolean {
  const [, other] =
    / (?:of|for|to) (?:the|an?|one|another|his|her|their) (?:[\p{L}’'-]+ )?(\p{L}+)$/u.exec(stated) ?? []
  return other !== undefined && (isRole(other) || onePerson.test(other))
}

const onePerson =
  /^(?:accused|deceased|dead|suspect|defendant|victim|patient|pupil|child|boy|girl|bride|groom|teenager|baby|toddler|captain|judge)$/
const otherBodies = /^(?:body|bodies|charity|newspaper|magazine|website|estate|developer)$/

/**
 * Returns true if a name after an institution is the institution's, not that of a person speaking for it. After “the
 * ministry”, already named in the text, two words name a person; after “the fishing body” they name the body.
 */
function explainsBody({ behind, before }: Core, { run }: Core): boolean {
  const all = [...before, ...behind]
  const preposition = all.findIndex((token) => isWordIn(token, prepositions))
  const last = all.at(-1)?.lower ?? ''
  // “…, Dr. Faisal Khan,”
  const isPerson = genderOf(run[0]?.lower ?? '') !== undefined || isWordIn(run[0], titles)
  if (preposition < 1 || isPerson || !(institutionNouns.has(last) || otherBodies.test(last))) return false
  const isNamedBefore = all.at(-2)?.lower === 'the' && all.length - preposition === 3
  const isLikePerson = run.length === 2 && !run.some((token) => isWordIn(token, organizationWords))
  return !(isNamedBefore && isLikePerson)
}
