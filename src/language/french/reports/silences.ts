import type { Act } from '../../../domain/claim.ts'
import { unicodeWords } from '../../lists/unicode-words.ts'
import { romanceSilences, type SilentClause } from '../../romance/reports/silences.ts'
import type { Rule } from '../../rule.ts'

const speak =
  "commenter|dire|s'exprimer|répondre|réagir|parler|se prononcer|faire de (?:commentaires?|déclarations?)|faire (?:le moindre|aucun|davantage de) (?:commentaires?|déclarations?)|donner (?:suite|de (?:détails|précisions))|donner|préciser|révéler|confirmer|en dire (?:plus|davantage)|s'étendre|communiquer|détailler|expliquer|évoquer|témoigner|être cité|apporter"

/** Clauses that report that nothing was said, by their words from the verb on. */
export const silenceClauses: readonly Rule<SilentClause, Act>[] = [
  {
    name: 'silence: could not be reached',
    example: 'Ana Ruiz n’était pas joignable jeudi soir.',
    counterExample: 'Ana Ruiz n’était pas aimable jeudi soir.',
    find: ({ phrase }) => couldNotBeReached.test(phrase) && 'could not be reached',
  },
  {
    name: 'silence: did not respond',
    example: 'Contactée, Ana Ruiz n’a pas répondu aux questions du journal.',
    counterExample: 'Ana Ruiz n’a pas compris les questions du journal.',
    find: ({ phrase }) => didNotRespond.test(phrase) && 'did not respond',
  },
  {
    name: 'silence: would say nothing',
    example: 'Ana Ruiz n’a pas souhaité s’exprimer.',
    counterExample: 'Ana Ruiz n’a pas souhaité partir.',
    find: ({ phrase }) => saysNothing.test(phrase) && 'declines to comment',
  },
]

const couldNotBeReached = unicodeWords(
  /^n'(?:était|étaient|est|sont|a|ont|avait|avaient)(?: pas| pu)*(?: été| être| pas pu être| pu être)? ?(?:joignables?|jointe?s?|contactée?s?|disponibles? pour)\b|^n'a pas (?:pu|réussi à) (?:joindre|contacter|obtenir|s'entretenir|entrer en contact)\b|^(?:est|sont|était|étaient) (?:restée?s? |demeurée?s? )?injoignables?\b|^(?:tent|essay)(?:é|a)\b.*\b(?:joindre|contacter)\b.*\b(?:sans succès|en vain)\b/,
)

const didNotRespond = unicodeWords(
  /^n'(?:a|ont|avait|avaient|aura)(?: \S+)? (?:pas|jamais) (?:encore |immédiatement |souhaité )?(?:répondu|donné suite|réagi|retourné|rappelé|fait suite)\b(?! que| qu')|^ne répond(?:ait|aient|ent)? pas\b|^(?:est|sont|était|étaient) restée?s? (?:sans réponse|lettre morte)\b|^n'(?:a|ont|avait|avaient) pas encore (?:répondu|donné suite|réagi)\b/,
)

const saysNothing = unicodeWords(
  new RegExp(
    [
      String.raw`^(?:ne |n')(?:a|ont|avait|avaient|souhaite|souhaitent|souhaitait|veut|veulent|voulait|désire|entend|tient)(?: pas)?(?: souhaité| voulu| désiré| tenu à)?(?: pas| à)? (?:${speak})\b`,
      String.raw`^(?:(?:a|ont|avait) )?(?:préféré|préfère|préfèrent|choisi de|choisit de|opté pour) (?:ne pas (?:${speak})|le silence|garder le silence|se taire)\b`,
      String.raw`^(?:(?:a|ont|avait|avaient) )?(?:refusé|refuse|refusent|décliné|décline) (?:de (?:${speak})|d'(?:en dire plus|évoquer|apporter)|tout commentaire|toute déclaration|toutes? nos? (?:demandes?|sollicitations?)|(?:notre|nos|la|une|l') ?(?:demandes?|sollicitations?|invitation|interview|demande d'interview)|l'interview)`,
      String.raw`^s'(?:est|était|y) refusée?s? à (?:tout(?: autre)? commentaire|toute déclaration|${speak})`,
      String.raw`^se refuse(?:nt)? à (?:tout(?: autre)? commentaire|toute déclaration|${speak})`,
      String.raw`^n'(?:a|ont|avait|avaient)(?: \S+)? pas (?:commenté|fait de commentaires?|fait de déclarations?)\b`,
      String.raw`^(?:ne |n')(?:fait|font|a fait|ont fait|souhaite faire) (?:aucun|pas de) commentaires?\b`,
      String.raw`^(?:(?:a|ont) )?(?:gardé|garde|gardent) le silence\b`,
      String.raw`^ne commente(?:nt)? (?:pas|jamais)\b`,
    ].join('|'),
  ),
)

/** Returns the silence that a finite verb at a position reports. */
export const silenceAt = romanceSilences({
  clauses: silenceClauses,
  negations: /^(?:ne|n')$/,
  openers:
    /^(?:a|ont|avait|avaient|est|sont|était|étaient|préfère|préfèrent|choisit|refuse|refusent|décline|garde|gardent|se|s'|tenté|essayé)$/,
  isSought: /^(?:tenté|essayé)$/,
  soughtBehindNegation: /^(?!)$/,
  reaching: /^(?:joindre|contacter|obtenir)$/,
  betweenReaching: /^(?:de|d'|avec|la|le)$/,
  nobody: /^(?:cela|ça|ce|que|qui|ce que|ce qui|rien|personne|on)$/,
  opensAside: /^(?:sans|toutefois|cependant|pour|malgré)$/,
  asides: /^(?:toutefois|cependant|heure|instant|moment)$/,
})
