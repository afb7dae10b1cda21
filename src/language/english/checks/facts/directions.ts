import { type Check, type CheckedStatement, type CheckFault, type Ground, ownContent } from '../../../check.ts'
import { formOf } from '../../words/word-forms.ts'

/** Words that exclude each other, a line each; the words for the same thing stand together. */
const contrasts = `
  rise rose risen grew climbed gained jumped increased|fall fell fallen dropped declined decreased shrank slid tumbled plunged
  won win|lost lose
  victory|defeat
  winner|loser
  approved approve approves|rejected reject rejects|deferred defer postponed postpone
  accepted|refused
  supported supports|opposed opposes
  allowed allows permitted|banned barred forbade|required requires obliged
  included includes including|excluded excludes excluding
  bought buy|sold sell
  buyer|seller
  hired|sacked
  arrived|left
  north northern|south southern|east eastern|west western
  largest biggest|smallest
  highest|lowest
  longest|shortest
  before|after
  above|below
  morning|afternoon|evening
  spring|summer|autumn|winter
  hour|day|week|month|year|decade
  earlier|later
  inside|outside
  alive|dead
  guilty|innocent
  bail|custody
  defence defense|prosecution
  plaintiff|defendant
  employer|employee
  landlord|tenant tenants
  male|female
  mother|father|wife|husband|son|daughter|brother|sister|uncle|aunt|nephew|niece|grandmother|grandfather|grandson|granddaughter
  weak weaker|strong stronger
  safe safely|unsafe dangerous
  right correct|wrong incorrect
  full|empty
  fast faster|slow slower
  hot|cold
  same|different
  true|false
  public|private
  rich|poor
  wide|narrow
  heavy|light
  deep|shallow
  near|far
  thick|thin
  easy|difficult hard
  clean|dirty
  happy|unhappy
  likely|unlikely
  calm|angry
  profit|loss
  surplus|deficit
  majority|minority
  start|end
  oldest|youngest
  higher|lower
  better|worse
  strengthened|weakened
  legal|illegal
  temporary|permanent
  voluntary|compulsory`
const sides = new Map<string, { readonly contrast: number; readonly side: number }>(
  contrasts
    .trim()
    .split('\n')
    .flatMap((line, contrast) =>
      line.split('|').flatMap((words, side) =>
        words
          .trim()
          .split(' ')
          .map((word) => [word, { contrast, side }] as const),
      ),
    ),
)

/** A sentence may not replace a word of the passage with its opposite: shares that rose did not fall. */
export const directionCheck: Check = {
  name: 'directions',
  passage: 'Shares in Tarn Holdings rose 12 percent on Monday.',
  bad: { text: 'Shares in Tarn Holdings fell 12 percent on Monday.' },
  good: { text: 'Shares in Tarn Holdings climbed 12 percent on Monday.' },
  find: (statement, ground) =>
    ownContent(statement).flatMap(({ lower, text, start }) => {
      const isSeason =
        lower === 'fall' &&
        /\b(?:last|this|next|early|late|in|since|until) (?:the )?$/i.test(statement.text.slice(0, start))
      return faultOf({ lower: isSeason ? 'autumn' : lower, text }, statement, ground)
    }),
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
    return other?.contrast === own.contrast && other.side !== own.side
  }
  const isSame = (lower: string) => {
    const other = sides.get(lower)
    return other?.contrast === own.contrast && other.side === own.side
  }
  const isTurned = cited.some(({ words }) => words.some(({ lower }) => isOther(lower)))
  const isKept = near.some(({ words }) => words.some(({ lower }) => isSame(lower)))
  return isTurned && !isKept && !statement.words.some(({ lower }) => isOther(lower))
    ? [{ kind: 'words-not-found', words: word.text }]
    : []
}
