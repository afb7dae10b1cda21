import { describe, expect, it } from 'vitest'
import { rulesByline, writeByRules } from '../../../src/brief/rules/rules-writer.ts'
import { verify } from '../../../src/brief/verify/verify.ts'
import { speakerName } from '../../../src/domain/claim.ts'
import { grammarFor } from '../../../src/language/grammars.ts'
import { article, story } from '../../fakes/articles.ts'

const claimIn = (text: string) => {
  const told = story(article(text))
  const draft = writeByRules(told, grammarFor)
  const [claim] = draft.claims
  if (!claim) throw new Error('there is no claim')
  return { told, draft, claim }
}

describe('the sentence of a claim', () => {
  it.each([
    ['Arrow Water denied that the gate had failed an inspection.', 'denied that the gate had failed an inspection.'],
    [
      'Ana Ruiz has repeatedly accused the builder of using weak steel.',
      'has repeatedly accused the builder of using weak steel.',
    ],
    ['Ana Ruiz, who denied that she knew of it.', 'denied that she knew of it.'],
    ['Ana Ruiz, the mayor, said on Monday that the bridge was safe.', 'said on Monday that the bridge was safe.'],
    ['Ana Ruiz called the ruling “a disgrace”.', 'called the ruling “a disgrace”.'],
    ['Lind Brothers cut two lines and warned that a third would follow.', 'warned that a third would follow.'],
    ['Ana Ruiz denies taking the money.', 'denies taking the money.'],
    [
      'Ana Ruiz said that a missile had failed, but offered no evidence.',
      'said that a missile had failed, but offered no evidence.',
    ],
    ['Ana Ruiz said that it had failed, but Tom Moe said it had not.', 'said that it had failed.'],
  ])('is the article’s own from the verb on: %s', (text, line) => {
    expect(claimIn(text).claim.line).toBe(line)
  })

  it.each([
    ['a quotation that was only said', '“We had no choice,” said Ana Ruiz.'],
    ['words in front of their speaker', 'The bridge was safe, Ana Ruiz said on Monday.'],
    ['a verb without a tense', 'Ana Ruiz left, saying that the bridge was safe.'],
    ['a source without a verb', 'According to Ana Ruiz, the bridge was safe.'],
    ['what was told to “us”', 'Ana Ruiz told us that the bridge was safe.'],
  ])('is left out for %s', (_, text) => {
    expect(claimIn(text).claim.line).toBeUndefined()
  })

  it.each([
    ['another verb', 'admitted that the gate had failed an inspection.'],
    ['a word left out', 'denied that the gate had failed.'],
    ['a word put in', 'denied that the gate had never failed an inspection.'],
    ['other words', 'denied it.'],
  ])('is withheld with %s', (_, line) => {
    const { told, draft, claim } = claimIn('Arrow Water denied that the gate had failed an inspection.')
    const kinds = (changed: string) =>
      verify({ ...draft, claims: [{ ...claim, line: changed }] }, told, { byline: rulesByline, grammarFor }).brief
        .claims
    expect(kinds(claim.line ?? '')).toHaveLength(1)
    expect(kinds(line)).toEqual([])
  })

  it('is withheld where the front of its sentence limits it', () => {
    const claimsOf = (text: string) => {
      const { told, draft } = claimIn(text)
      return verify(draft, told, { byline: rulesByline, grammarFor }).brief.claims
    }
    expect(claimsOf('Excluding the attack, Lind Brothers said that sales rose by 2 percent.')).toEqual([])
    expect(claimsOf('Announcing the results, Lind Brothers said that sales rose by 2 percent.')).toHaveLength(1)
  })

  it.each([
    ['The Mines Inspectorate confirmed that it visited the site.', 'the Mines Inspectorate'],
    ['Kettlewell Minerals Ltd confirmed that it visited the site.', 'Kettlewell Minerals Ltd'],
  ])('goes on from the name of a body as the article has it: %s', (text, name) => {
    expect(speakerName(claimIn(text).claim.speaker)).toBe(name)
  })
})
