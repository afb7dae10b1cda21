import { noPolicy, type Policy } from '../../domain/subscription.ts'

/** The largest numbers that make sense in a policy. */
const most = { publishers: 20, words: 1_000 } as const

export const policyUsage = 'unnamed: hold; lead: 2 publishers; quotations: 30 words'

/**
 * Reads the parts of a policy to set, as people write them: "unnamed: hold; lead: 2; quotations: 30". Parts that are not
 * named stay as they are, and "off" clears all. Returns a reason, in words, if a part is not clear.
 */
export function readPolicy(text: string): Partial<Policy> | { readonly reason: string } {
  if (/^\s*(?:off|none)\s*$/i.test(text)) return noPolicy
  let policy: Partial<Policy> = {}
  for (const part of text.split(';').filter((each) => each.trim() !== '')) {
    const read = readPart(part)
    if (!read) return { reason: `“${part.trim().slice(0, 40)}” isn’t clear. Write a policy like this: ${policyUsage}` }
    policy = { ...policy, ...read }
  }
  return policy
}

function readPart(part: string): Partial<Policy> | undefined {
  const [, name = '', value = ''] = /^\s*([a-z ]+?)\s*:\s*(.*?)\s*$/i.exec(part) ?? []
  const isOff = /^(?:off|any|no|show)$/i.test(value)
  switch (name.toLowerCase()) {
    case 'unnamed':
      return isOff ? { holdsUnnamed: false } : /^hold$/i.test(value) ? { holdsUnnamed: true } : undefined
    case 'lead': {
      const count = isOff ? 1 : countIn(value, /^(\d{1,2})(?: (?:publishers?|outlets?))?$/i, most.publishers)
      return count === undefined ? undefined : { leadPublishers: count }
    }
    case 'quotations':
    case 'quotes': {
      if (isOff) return { quotationWords: null }
      const count = countIn(value, /^(\d{1,4})(?: words?)?$/i, most.words)
      return count === undefined ? undefined : { quotationWords: count }
    }
    default:
      return undefined
  }
}

function countIn(value: string, pattern: RegExp, largest: number): number | undefined {
  const count = Number(pattern.exec(value)?.[1])
  return count >= 1 && count <= largest ? count : undefined
}

/** A policy as sentences for the people who read the digest; empty if it holds nothing back. */
export function describePolicy({ holdsUnnamed, leadPublishers, quotationWords }: Policy): string[] {
  return [
    ...(holdsUnnamed ? ['A claim that rests on one person who is not named is left out.'] : []),
    ...(leadPublishers > 1
      ? [`The first story has at least ${leadPublishers} independent publishers, if any story has.`]
      : []),
    ...(quotationWords === null
      ? []
      : [`A statement that quotes more than ${quotationWords} words at once is left out.`]),
  ]
}
