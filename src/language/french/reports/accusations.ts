/** “la direction d’avoir caché le rapport”: the words of an accusation from behind its verb on. */
const accusation =
  /^((?:aussi |également |notamment )?(?:l[ea]s? |l[’']|son |sa |ses |leurs? |un |une |\p{Lu}|à |au |aux )[^.;:“«]{1,90}?),? d(?:e |[’'])((?:ne pas |n[’'])?(?:s[’']|se |les? |la |l[’'])?\p{Ll}+(?:er|ir|re)(?!\p{L}).*)$/su

/** The accused in an accusation: “direction”, without its article. */
export function accusedIn(said: string): string | undefined {
  return accusation
    .exec(said)?.[1]
    ?.replace(/^(?:aussi |également |notamment )?(?:à |aux? )?(?:l[ea]s? |l[’']|son |sa |ses |leurs? |un |une )?/, '')
}

/** The charge in an accusation: “avoir caché le rapport”. */
export function chargeIn(said: string): string | undefined {
  return accusation.exec(said)?.[2]
}
