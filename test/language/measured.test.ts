import { expect, it } from 'vitest'
import { grammarFor } from '../../src/language/grammars.ts'
import { isWritable } from '../../src/language/measured.ts'

it.each(['en', 'de', 'fr', 'es', 'pt', 'it'])(
  'lets a model write where its sentences can be checked: %s',
  (language) => {
    expect(isWritable(language)).toBe(grammarFor(language).checks.length > 0)
  },
)
