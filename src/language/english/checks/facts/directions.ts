import { type Check, type CheckedStatement, type CheckFault, type Ground, ownContent } from '../../../check.ts'
import { formOf } from '../../words/word-forms.ts'

/** Pairs of opposites. */
const opposites = `
  rise rose risen grew climbed gained jumped increased|fall fell fallen dropped declined decreased shrank slid tumbled plunged
  won win|lost lose|approved|rejected|accepted|refused|supported supports|opposed opposes|allowed permitted|banned barred forbade
  bought buy|sold sell|hired|sacked|arrived|left|north northern|south southern|east eastern|west western|largest biggest|smallest
  highest|lowest|longest|shortest|before|after|morning|evening|earlier|later|inside|outside|alive|dead|guilty|innocent|male|female
  weak weaker|strong stronger|safe safely|unsafe dangerous|full|empty|fast faster|slow slower|hot|cold|same|different|true|false|public|private|rich|poor
  wide|narrow|heavy|light|deep|shallow|near|far|thick|thin|easy|difficult hard|clean|dirty|happy|unhappy|likely|unlikely|calm|angry|victory|defeat
  profit|loss|surplus|deficit|majority|minority|start|end|oldest|youngest|higher|lower|better|worse|strengthened|weakened|legal|illegal|winner|loser|buyer|seller|plaintiff|defendant`
const pairs = opposites
  .trim()
  .replaceAll('\n', '|')
  .split('|')
  .map((group) => group.trim().split(/\s+/))
const sides = new Map<string, { readonly pair: number; readonly side: number }>(
  pairs.flatMap((group, index) =>
    group.map((word) => [word, { pair: Math.floor(index / 2), side: index % 2 }] as const),
  ),
)

/** A sentence may not replace a word of the passage with its opposite: shares that rose did not fall. */
export const directionCheck: Check = {
  name: 'directions',
  passage: 'Shares in Tarn Holdings rose 12 percent on Monday.',
  bad: { text: 'Shares in Tarn Holdings fell 12 percent on Monday.' },
  good: { text: 'Shares in Tarn Holdings climbed 12 percent on Monday.' },
  find: (statement, ground) =>
    ownContent(statement).flatMap(({ lower, text }) => faultOf({ lower, text }, statement, ground)),
}

function faultOf(
  word: { readonly lower: string; readonly text: string },
  statement: CheckedStatement,
  { cited, near }: Ground,
): CheckFault[] {
  const own = sides.get(word.lower)
  if (!own || near.some(({ forms }) => forms.has(formOf(word.lower)))) return []
  const isOther = (lower: string) => {
    const other = sides.get(lower)
    return other?.pair === own.pair && other.side !== own.side
  }
  const isSame = (lower: string) => {
    const other = sides.get(lower)
    return other?.pair === own.pair && other.side === own.side
  }
  const isTurned = cited.some(({ words }) => words.some(({ lower }) => isOther(lower)))
  const isKept = near.some(({ words }) => words.some(({ lower }) => isSame(lower)))
  return isTurned && !isKept && !statement.words.some(({ lower }) => isOther(lower))
    ? [{ kind: 'words-not-found', words: word.text }]
    : []
}
