import { expect, it } from 'vitest'
import { leansBack } from '../../../../src/language/english/comparing/leans-back.ts'

it.each([
  ['The council of the Farrow Isles asked in writing that she be sent home.', ''],
  ['By noon the board had made that pointless.', ''],
  ['Otto Lind keeps 300 hens in this quiet valley.', ''],
  ['The road was closed before that.', ''],
  ['The shire council puts the figure at more than 120.', ''],
  ['The board made that promise in May.', ''],
  ['On Monday a letter said he could stay.', ''],
])('needs what stood before: %s', (text, shownBefore) => {
  expect(leansBack(text, shownBefore)).toBe(true)
})

it.each([
  ['Ana Ruiz said on Monday that she would leave.', ''],
  ['The mayor said he had seen no letter.', ''],
  ['A swimmer lost her way in the fog.', ''],
  ['The council asked that she be sent home.', 'Bell of Saint Ana goes home to the island that cast it'],
  ['The council asked that she be sent home.', 'Ana Ruiz may stay'],
  ['Rowers made it clear that the race would go on.', ''],
  ['Rowers on the quay shouted “not after this, she cannot” to the crowd.', ''],
])('is clear by itself or by the headline: %s', (text, shownBefore) => {
  expect(leansBack(text, shownBefore)).toBe(false)
})
