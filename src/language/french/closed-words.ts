import type { ClosedWords } from '../lists/closed-words.ts'

/** Closed words of French. */
export const french: ClosedWords = {
  language: 'fr',
  negations: `ne n n pas jamais aucun aucune rien personne nul nulle guère ni sans point nullement`,
  negatesBehind: false,
  hedges: `peut-être probablement vraisemblablement sans-doute apparemment éventuellement pourrait pourraient aurait auraient
    serait seraient semble semblent devrait devraient environ presque quelque près moins plus présumé présumée prétendu
    prétendue`,
  conditions: `si s sauf hormis moyennant pourvu tant`,
  determiners: `le la les l un une des du de d son sa ses leur leurs ce cet cette ces plusieurs quelques deux trois autre
    autres mon ma mes notre nos votre vos`,
  abbreviations: `m mm mme mlle dr pr me st ste av bd art p pp vol no env etc cf ex janv févr avr juil sept oct nov déc mr mrs jr`,
  elides: true,
  ordinalStop: false,
}
