import { list } from '../../lists/list.ts'
import type { ReportDoubt } from '../../romance/find-reports.ts'

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
    find: ({ cue, report: { source } }) => (source === null && cue !== undefined && cue.isPassive) || undefined,
  },
  {
    name: 'doubt: a thought, not a statement',
    example: 'Ana Ruiz pensou que a barragem era segura.',
    counterExample: 'Ana Ruiz disse que a barragem era segura.',
    find: ({ sentence, cue, report: { content } }) => {
      const isQuoted = content.some((range) => sentence.hasQuotation(range))
      return (cue !== undefined && thoughts.has(cue.verb.lemma) && !isQuoted) || undefined
    },
  },
  {
    name: 'doubt: a law, not a statement',
    example: 'O Código Penal prevê que a pena seja maior.',
    counterExample: 'O relatório prevê que a pena seja maior.',
    find: ({ sentence, report: { source } }) =>
      (source && sentence.some((at) => laws.has(sentence.word(at)), source.from, source.to)) || undefined,
  },
  {
    name: 'doubt: said in a subordinate clause',
    example: 'Quando Ana Ruiz disse que a barragem é segura, Tom Lind saiu.',
    counterExample: 'Ana Ruiz disse que a barragem é segura.',
    find: ({ sentence, report: { cue } }) => {
      const mark = sentence.findLast((at) => sentence.isClauseMark(at), 0, cue.from)
      return /^(?:quando|se|caso|embora|porque|enquanto)$/.test(sentence.word(mark + 1)) || undefined
    },
  },
]
