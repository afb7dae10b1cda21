/** “a direção de ter escondido o relatório”: the words of an accusation from behind its verb on. */
const accusation =
  /^((?:ainda |também )?(?:[oa]s? |\p{Lu})[^.;:“«]{1,90}?),? (?:de|por) ((?:não )?\p{Ll}+[aei]r(?!\p{L}).*)$/su

/** The accused in an accusation: “direção”, without its article. */
export function accusedIn(said: string): string | undefined {
  return accusation.exec(said)?.[1]?.replace(/^(?:ainda |também )?(?:[oa]s? )?/, '')
}

/** The charge in an accusation: “ter escondido o relatório”. */
export function chargeIn(said: string): string | undefined {
  return accusation.exec(said)?.[2]
}
