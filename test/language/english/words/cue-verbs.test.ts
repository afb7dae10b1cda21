import { describe, expect, it } from 'vitest'
import { cueForm, phrasalForm } from '../../../../src/language/english/words/cue-verbs.ts'

describe('a verb of saying', () => {
  it.each(['snapped', 'demurred', 'beginning', 'quipped', 'referring', 'admitted', 'denied', 'agreed', 'wrote'])(
    'is known in the form “%s”',
    (form) => {
      expect(cueForm(form)).toBeDefined()
    },
  )

  it.each([
    ['putting', 'it'],
    ['hitting', 'back'],
    ['bragged', 'about'],
  ])('is known with its particle as “%s %s”', (verb, particle) => {
    expect(phrasalForm(verb, particle)).toBeDefined()
  })

  it.each(['snaped', 'demured', 'begining', 'puting'])('is not known in a form that nobody writes: “%s”', (form) => {
    expect(cueForm(form)).toBeUndefined()
  })

  it('has one entry, whatever follows it', () => {
    expect(cueForm('recounted')?.verb.frames).toEqual(['clause', 'object'])
  })
})
