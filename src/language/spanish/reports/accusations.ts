/** “a la dirección de haber escondido el informe”: the words of an accusation from behind its verb on. */
const accusation =
  /^((?:también |además |ayer |hoy )?a(?:l| (?:la|los|las|su|sus|un|una) | (?=\p{Lu})|l )[^.;:“«]{1,90}?),? (?:de|por) ((?:no )?\p{Ll}+[aei]r(?:se|lo|la|le)?(?!\p{L}).*)$/su

/** The accused in an accusation: “dirección”, without its article. */
export function accusedIn(said: string): string | undefined {
  return accusation
    .exec(said)?.[1]
    ?.replace(/^(?:también |además |ayer |hoy )?a(?:l| (?:la|los|las|su|sus|un|una))? /, '')
}

/** The charge in an accusation: “haber escondido el informe”. */
export function chargeIn(said: string): string | undefined {
  return accusation.exec(said)?.[2]
}
