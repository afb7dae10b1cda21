import { describe, expect, it } from 'vitest'
import { attribute } from '../../../src/attribution/attribute.ts'
import { speakerName } from '../../../src/domain/claim.ts'
import { german } from '../../../src/language/german/german.ts'

describe('a German verb of saying', () => {
  it.each([
    ['Der Damm halte bis Mai, orakelt Anna Ruiz.', 'Anna Ruiz', 'predicts'],
    ['Anna Ruiz teilte mit, der Damm halte bis Mai.', 'Anna Ruiz', 'says'],
    ['Anna Ruiz räumte ein, der Damm sei undicht.', 'Anna Ruiz', 'admits'],
    ['Anna Ruiz hat bestritten, dass der Damm undicht sei.', 'Anna Ruiz', 'denies'],
    ['„Der Damm hält bis Mai“, versprach Anna Ruiz.', 'Anna Ruiz', 'promises'],
    ['Anna Ruiz verlangte, dass der Damm geprüft wird.', 'Anna Ruiz', 'demands'],
  ])('gives its speaker and its act: %s', (text, name, act) => {
    const [found] = attribute(text, german)
    expect([found?.speaker && speakerName(found.speaker), found?.act]).toEqual([name, act])
  })
})
