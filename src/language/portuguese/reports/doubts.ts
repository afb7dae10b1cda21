import { list } from '../../lists/list.ts'
import { isLaw, isSubordinate, isThought, isWithin, namesNobody } from '../../romance/reports/doubt-kinds.ts'
import type { ReportDoubt } from '../../romance/reports/find-reports.ts'

const thoughts = list(
  'acreditar crer pensar achar saber ver perceber descobrir esperar temer querer supor julgar entender decidir mostrar',
)

const laws = list(
  'lei leis código decreto regulamento regulamentos estatuto estatutos constituição norma normas contrato',
)

/** Reasons why a report may have been misread; it is then withheld. */
export const doubts: readonly ReportDoubt[] = [
  {
    name: 'doubt: the verb names nobody',
    example: 'Foi dito que a barragem é segura.',
    counterExample: 'Ana Ruiz disse que a barragem é segura.',
    find: namesNobody,
  },
  {
    name: 'doubt: a thought, not a statement',
    example: 'Ana Ruiz pensou que a barragem era segura.',
    counterExample: 'Ana Ruiz disse que a barragem era segura.',
    find: isThought(thoughts),
  },
  {
    name: 'doubt: said within what another says',
    example: 'Tom Lind nega que Ana Ruiz tenha dito que a barragem é segura.',
    counterExample: 'Ana Ruiz disse que a barragem é segura.',
    find: isWithin,
  },
  {
    name: 'doubt: a law, not a statement',
    example: 'O Código Penal prevê que a pena seja maior.',
    counterExample: 'O relatório prevê que a pena seja maior.',
    find: isLaw(laws),
  },
  {
    name: 'doubt: said in a subordinate clause',
    example: 'Quando Ana Ruiz disse que a barragem é segura, Tom Lind saiu.',
    counterExample: 'Ana Ruiz disse que a barragem é segura.',
    find: isSubordinate(/^(?:quando|se|caso|embora|porque|enquanto)$/),
  },
]
