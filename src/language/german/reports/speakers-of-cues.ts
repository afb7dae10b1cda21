import type { Range } from '../../report.ts'
import type { GermanSentence } from '../syntax/sentence.ts'
import { documents } from '../words/nouns.ts'
import type { GermanCue } from './cues.ts'
import type { AtGermanCue } from './report-parts.ts'

/** The one who speaks: the subject; with a passive, the actor that “von” names, or the document that has the words. */
export function sourceOf({ sentence, cue, earlier }: AtGermanCue, before: number): Range | undefined {
  if (cue.isPassive) return actorOf(sentence, cue, before) ?? documentIn(sentence, before)
  if (cue.isImpersonal)
    return placeOf(sentence, cue.at + 2, before) ?? placeOf(sentence, 0, cue.at) ?? documentIn(sentence, before)
  return sentence.subjectOf(cue.at) ?? (joinsOn(sentence, cue.at) ? (earlier.at(-1)?.source ?? undefined) : undefined)
}

/** “… und fügte hinzu, …”: the one who spoke before goes on. */
function joinsOn(sentence: GermanSentence, verb: number): boolean {
  return /^(?:und|aber|doch|sowie)$/.test(sentence.word(verb - 1)) || sentence.isMark(verb - 1, ',')
}

function actorOf(sentence: GermanSentence, cue: GermanCue, before: number): Range | undefined {
  const by = sentence.find((at) => /^(?:von|vom|durch|seitens)$/.test(sentence.word(at)), 0, before)
  const phrase = by < 0 || by > cue.clauseEnd ? undefined : sentence.phraseAfter(by + 1)
  return phrase && phrase.to <= before ? phrase : undefined
}

/** “In einem Bericht der Kammer wurde gefordert, …”. */
function documentIn(sentence: GermanSentence, before: number): Range | undefined {
  const isDocument = (at: number) => documents.test(sentence.word(at))
  for (let at = 0; at < before; at++) {
    const phrase = /^(?:in|im|aus|auf|bei|beim)$/.test(sentence.word(at)) ? sentence.phraseAfter(at + 1) : undefined
    if (phrase && phrase.to <= before && sentence.some(isDocument, phrase.from, phrase.to)) return phrase
  }
  return undefined
}

/** “hieß es aus dem Rathaus”: where the words came from stands for the one who said them. */
export function placeOf(sentence: GermanSentence, from: number, before: number): Range | undefined {
  if (!/^(?:in|im|bei|beim|aus|von|seitens|auf)$/.test(sentence.word(from))) return undefined
  const phrase = sentence.phraseAfter(from + 1)
  return phrase && phrase.to <= before ? phrase : undefined
}
