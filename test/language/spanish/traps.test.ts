import { describe, expect, it } from 'vitest'
import { attribute } from '../../../src/attribution/attribute.ts'
import { certaintyOf } from '../../../src/domain/claim.ts'
import { spanish } from '../../../src/language/spanish/spanish.ts'

describe('what looks like speech in Spanish and is none', () => {
  it.each([
    'El libro «El puente cae en mayo» sale el viernes.',
    'En el cartel se leía: «Nunca más este puente».',
    'La ley nada dice de los puentes.',
    'Ana Ruiz podía decir que el puente es seguro.',
    'Si Ana Ruiz dice que el puente es seguro, miente.',
    'Ana Ruiz dijo adiós a los vecinos.',
    'El testigo explicó el camino de la estación.',
    'El puente promete protección hasta 2040.',
    'Ana Ruiz quiso saber dónde queda el puente.',
    'Se dice que el puente está maldito.',
    'Ana Ruiz pensó que el puente era seguro.',
    'Su lema es «Siempre adelante».',
    'El portavoz del ayuntamiento dimitió.',
    'Ana Ruiz llamó a su hija Mia.',
    'El grupo se llama «Los Vecinos».',
    'Ana Ruiz no avisó a nadie.',
    'Ana Ruiz responde de tres delitos.',
    'Ana Ruiz negó el visado al cantante.',
    'Según lo acordado, el puente abrió.',
    'El actor rehusó el papel principal.',
    'Ana Ruiz apuntó hacia el puente.',
    'El juez decidió que el puente cierra.',
    'Ana Ruiz vio que el puente cerraba.',
    'El segundo hijo de Ana Ruiz juega bien.',
    'Ana Ruiz contó los coches del puente.',
  ])('is nobody’s statement: %s', (text) => {
    expect(attribute(text, spanish).filter((each) => each.speaker && certaintyOf(each) === 'sure')).toEqual([])
  })
})
