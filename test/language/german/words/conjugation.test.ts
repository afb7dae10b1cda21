import { describe, expect, it } from 'vitest'
import { conjugate } from '../../../../src/language/german/words/conjugation.ts'

describe('a German verb', () => {
  it.each([
    ['melden', ['meldet', 'melden', 'melde', 'meldete', 'meldeten'], 'gemeldet'],
    ['bezeichnen', ['bezeichnet', 'bezeichnen', 'bezeichne', 'bezeichnete', 'bezeichneten'], 'bezeichnet'],
    ['erwähnen', ['erwähnt', 'erwähnen', 'erwähne', 'erwähnte', 'erwähnten'], 'erwähnt'],
    ['kritisieren', ['kritisiert', 'kritisieren', 'kritisiere', 'kritisierte', 'kritisierten'], 'kritisiert'],
    ['sprechen/spricht/sprach/gesprochen', ['spricht', 'sprechen', 'spreche', 'sprach', 'sprachen'], 'gesprochen'],
    ['mit|teilen', ['teilt', 'teilen', 'teile', 'teilte', 'teilten'], 'mitgeteilt'],
  ])('has its forms: %s', (entry, finite, participle) => {
    expect(conjugate(entry)).toMatchObject({ finite, participles: [participle] })
  })

  it('has its particle in front of the infinitive and of “zu”', () => {
    expect(conjugate('mit|teilen')).toMatchObject({
      lemma: 'mitteilen',
      particle: 'mit',
      infinitives: ['mitteilen', 'mitzuteilen'],
    })
  })
})
