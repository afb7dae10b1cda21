import { list } from '../../lists/list.ts'
import { words } from '../text.ts'

/** Words for the stage of a legal case or someone's fate, in groups with the same meaning. */
const statusGroups = `
suspect suspected suspects|detained detain detention custody|arrested arrest arrests|charged charge charges|indicted indictment|acquitted
acquittal cleared|convicted conviction|guilty|sentenced sentence|jailed imprisoned jail prison|fined|sued lawsuit suing|resigned resign resignation
resigns quit stepped|sacked dismissed dismissal sacking|suspended suspension|killed dead died die deaths death dies killing killed bodies
toll fatal|murdered murder|wounded injured hurt wounds injuries injury|pleaded plea|confessed confession|illegal unlawful illegally unlawfully law|stolen stole stealing theft steal|fraud fraudulent defraud|extradited
extradition|deported deportation|bankrupt bankruptcy insolvent insolvency administration|bailed bail|banned ban bar barred|proven proved proves proof prove`
export const statuses: ReadonlyMap<string, number> = new Map(
  statusGroups
    .trim()
    .replaceAll('\n', ' ')
    .split('|')
    .flatMap((group, index) => group.split(/\s+/).map((word) => [word, index] as const)),
)

/** Status words that also have another sense, so that they raise no objection by themselves. */
export const ambiguousStatuses = list(`
  dismissed charge charges law stepped dies bodies toll custody detention prison trial suspects bar barred suspension plea deaths fatal sentence quit found`)

/** Returns a text's words for the stage of a case, as printed: "arrested" is not "charged", nor "charged" convicted. */
export function statusWords(text: string): string[] {
  return words(text)
    .filter(
      ({ lower }) =>
        (lower === 'guilty' || lower.endsWith('ed')) && statuses.has(lower) && !ambiguousStatuses.has(lower),
    )
    .map(({ text: word }) => word)
}
