import type { Speaker } from '../domain/claim.ts'
import type { Paragraph } from '../text/paragraphs.ts'
import type { Found } from './found.ts'

export function resolveSpeakers(_text: string, _paragraphs: readonly Paragraph[], found: readonly Found[]): (Speaker | null)[] {
  return found.map(() => null)
}
