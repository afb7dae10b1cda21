import { type OwnTerms, readOwnTerm } from '../terms/own-terms.ts'

/** Settings that are lists of pairs: "a = b; c = d". */

type Note = (problem: string) => void

/** "Daily Rumour = state-controlled; rumour.example = satire": what readers are told about outlets. */
export function readLabels(text: string | undefined, note: Note): ReadonlyMap<string, string> {
  const labels = new Map<string, string>()
  for (const pair of pairsIn(text)) {
    const [, outlet, label] = /^\s*([^=]{1,80}?)\s*=\s*([^=]{1,60}?)\s*$/.exec(pair) ?? []
    if (outlet && label) labels.set(outlet.toLowerCase(), label)
    else
      note(
        `ONRECORD_OUTLET_LABELS has “${pair.slice(0, 60)}”: expected an outlet and its label, as in Daily Rumour = satire`,
      )
  }
  return labels
}

/** "rumour.example = no models; coast.example = licensed: contract of 3 May 2026": what may be done with whose articles. */
export function readOwnTerms(text: string | undefined, note: Note): OwnTerms {
  const terms = new Map<string, ReturnType<typeof readOwnTerm> & object>()
  for (const pair of pairsIn(text)) {
    const [, host = '', words = ''] = /^\s*([a-z\d.-]{3,200}?)\s*=\s*(.{1,220}?)\s*$/i.exec(pair) ?? []
    const term = readOwnTerm(words)
    if (host && term) terms.set(host.toLowerCase().replace(/^www\./, ''), term)
    else
      note(
        `ONRECORD_PUBLISHERS has “${pair.trim().slice(0, 60)}”: expected a host with “no models”, “headlines only” or “licensed:” and your reason, as in coast.example = licensed: contract of 3 May`,
      )
  }
  return terms
}

function pairsIn(text: string | undefined): string[] {
  return (text ?? '').split(';').filter((each) => each.trim() !== '')
}
