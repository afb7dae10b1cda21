/** “der Verwaltung vor, die Zahlen geschönt zu haben”: the words of an accusation from behind its verb on. */
const accusation =
  /^((?:der|dem|den|die|das|seinem|seiner|ihrem|ihrer|mehreren|\p{Lu})[^,;:„»"]{1,90}?)(?: vor)?, (.+)$/su

/** The accused in an accusation: “der Verwaltung”, without its article. */
export function accusedIn(said: string): string | undefined {
  return accusation.exec(said)?.[1]?.replace(/^(?:der|dem|den|die|das) /, '')
}

/** The charge in an accusation: “die Zahlen geschönt zu haben”. */
export function chargeIn(said: string): string | undefined {
  return accusation.exec(said)?.[2]
}
