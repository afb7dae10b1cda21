import { list } from '../../lists/list.ts'
import { words } from '../text.ts'

const toMachine =
  /\b(?:ignore|disregard|forget|override)\b[^.]{0,40}\b(?:instructions?|prompts?|rules|above|previous|prior)\b|\bsystem prompt\b|\bsummar(?:y|ies) of this\b|^(?:answer|reply|respond) in\b|\bas an? (?:AI|language model|assistant)\b|\byou (?:are|must|will|should) now\b|(?:^|\n)\s*(?:human|assistant|user|system)\s*:/i

const commands =
  list(`add analyze answer assess assist calculate check choose classify click compile compose compute convert copy create decode define delete
   describe design determine develop discuss display download draft encode ensure estimate evaluate execute explain extract find
   follow format generate give help identify implement import include incorporate insert install integrate introduce keep list
   make manage modify monitor name open optimize perform post prepare print prioritize produce provide rank recommend reallocate
   rearrange remove rephrase repeat replace reply replicate respond retrieve return review rewrite run save search secure select send share shift
   show sign simulate solve sort submit subscribe suggest summarise summarize switch tell transfer translate transmit try type update upload
   use utilize verify visit write`)

const asking =
  /^["'“‘]?(?:what|which|who|whom|whose|how|why|when|where)\s+(?:is|are|was|were|do|does|did|can|could|should|would|will)\b/i

/** Returns true if a text instructs or asks someone: “Explain how …”, “Please review …”, “What is …?”. */
export function isAddressed(text: string): boolean {
  if (/\b(?:you|your|yours|please|kindly)\b|```|\?\s*$/i.test(text)) return true
  const [first, second] = words(text)
  if (asking.test(text) || /^look (?:for|out|at|up)\b/i.test(text)) return true
  if (
    /^(?:do|don't|never|always|also|now|then|next|first|just)$/.test(first?.lower ?? '') &&
    commands.has(second?.lower ?? '')
  )
    return true
  return (
    first !== undefined &&
    commands.has(first.lower) &&
    !/^(?:of|is|was|are|were|has|had|in|for)$/.test(second?.lower ?? '')
  )
}

/** Returns true if a text addresses a machine: “Ignore all previous instructions”. */
export function isToMachine(text: string): boolean {
  return toMachine.test(text)
}
