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
  'creer pensar saber ver descubrir esperar temer querer suponer juzgar entender decidir mostrar demostrar comprobar constatar determinar establecer intuir sospechar deducir inferir apreciar notar',
)

const laws = list(
  'ley leyes código decreto reglamento reglamentos estatuto estatutos constitución norma normas contrato',
)

/** Reasons why a report may have been misread; it is then withheld. */
export const doubts: readonly ReportDoubt[] = [
  {
    name: 'doubt: the verb names nobody',
    example: 'Fue dicho que la presa es segura.',
    counterExample: 'Ana Ruiz dijo que la presa es segura.',
    find: namesNobody,
  },
  {
    name: 'doubt: “se dice”',
    example: 'Se dice que la presa es segura.',
    counterExample: 'Ana Ruiz dice que la presa es segura.',
    find: isImpersonal,
  },
  {
    name: 'doubt: a thought, not a statement',
    example: 'Ana Ruiz pensó que la presa era segura.',
    counterExample: 'Ana Ruiz dijo que la presa era segura.',
    find: isThought(thoughts),
  },
  {
    name: 'doubt: said within what another says',
    example: 'Tom Lind niega que Ana Ruiz haya dicho que la presa es segura.',
    counterExample: 'Ana Ruiz dijo que la presa es segura.',
    find: isWithin,
  },
  {
    name: 'doubt: a law, not a statement',
    example: 'El Código Penal prevé que la pena sea mayor.',
    counterExample: 'El informe prevé que la pena sea mayor.',
    find: isLaw(laws),
  },
  {
    name: 'doubt: said in a subordinate clause',
    example: 'Cuando Ana Ruiz dijo que la presa es segura, Tom Lind salió.',
    counterExample: 'Ana Ruiz dijo que la presa es segura.',
    find: isSubordinate(/^(?:cuando|si|aunque|porque|mientras)$/),
  },
]
