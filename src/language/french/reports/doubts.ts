import { list } from '../../lists/list.ts'
import {
  isImpersonal,
  isLaw,
  isSubordinate,
  isThought,
  isWithin,
  namesNobody,
} from '../../romance/reports/doubt-kinds.ts'
import type { ReportDoubt } from '../../romance/reports/find-reports.ts'

const thoughts = list(
  'croire penser savoir voir découvrir espérer craindre redouter vouloir supposer juger comprendre décider montrer démontrer prouver constater établir deviner sentir imaginer souhaiter apprendre remarquer déduire noter observer soupçonner',
)

const laws = list(
  'loi lois code décret règlement règlements statut statuts constitution norme normes contrat convention',
)

/** Reasons why a report may have been misread; it is then withheld. */
export const doubts: readonly ReportDoubt[] = [
  {
    name: 'doubt: the verb names nobody',
    example: 'Il a été dit que le barrage est sûr.',
    counterExample: 'Ana Ruiz a dit que le barrage est sûr.',
    find: namesNobody,
  },
  {
    name: 'doubt: “il se dit”',
    example: 'Tom Lind est parti. Il se dit que le barrage est sûr.',
    counterExample: 'Ana Ruiz dit que le barrage est sûr.',
    find: isImpersonal,
  },
  {
    name: 'doubt: a thought, not a statement',
    example: 'Ana Ruiz savait que le barrage était sûr.',
    counterExample: 'Ana Ruiz disait que le barrage était sûr.',
    find: isThought(thoughts),
  },
  {
    name: 'doubt: “se défend de” may deny',
    example: 'Ana Ruiz s’est défendue d’avoir ouvert le barrage.',
    counterExample: 'Ana Ruiz défend que le barrage reste ouvert.',
    find: ({ sentence, cue }) =>
      (cue?.verb.lemma === 'défendre' && sentence.isIn(cue.at - 1, sentence.words.reflexives)) || undefined,
  },
  {
    name: 'doubt: said within what another says',
    example: 'Tom Lind nie qu’Ana Ruiz ait dit que le barrage est sûr.',
    counterExample: 'Ana Ruiz a dit que le barrage est sûr.',
    find: isWithin,
  },
  {
    name: 'doubt: a law, not a statement',
    example: 'Le Code pénal prévoit que la peine soit plus lourde.',
    counterExample: 'Le rapport prévoit que la peine soit plus lourde.',
    find: isLaw(laws),
  },
  {
    name: 'doubt: said in a subordinate clause',
    example: 'Quand Ana Ruiz a dit que le barrage est sûr, Tom Lind est sorti.',
    counterExample: 'Ana Ruiz a dit que le barrage est sûr.',
    find: isSubordinate(/^(?:quand|lorsque|lorsqu'|si|bien|parce|alors|puisque|puisqu'|tandis)$/),
  },
]
