import { unicodePatterns } from '../lists/unicode-words.ts'
import type { BriefPatterns } from '../patterns.ts'

const nothing = /(?!)/
const charge =
  'histoires?|pratiques?|irrégularités?|accusations?|allégations?|plaintes?|soupçons?|versions?|informations?|rumeurs?|critiques?|reportages?|imputations?|affirmations?|reproches?|griefs?|insinuations?|propos|mises? en cause|hypothèses?'
const these = 'ces?|cette|cet|de telles?|de tels?'

/** The French phrases to look for in briefs and in the articles behind them. */
export const patterns: BriefPatterns = unicodePatterns<BriefPatterns>({
  ownVoice: {
    procedure: nothing,
    inCourt:
      /\b(?:prévenue?s?|accusée?s?|mise?s? en examen|parquet|procureure?s?|avocat(?:e|s|es)? général\w*|défense|procès|tribunal|cour|témoins?|audience)\b/i,
    opensSecondHalf:
      /(?:, (?:comme|tandis que|alors que|et|mais|bien que|après que)|;|,? (?:—|–)) (?:(?:le|la|les|un|une) )?$/u,
    opensClaims: nothing,
    nearSpeech: /\b(?:accusation|parquet|défense|accusations|soupçons?|convaincue?s?|persuadée?s?)\b/i,
    refersBack: new RegExp(
      String.raw`\b(?:${these}) (?:${charge})\b|^(?:Cela|Ainsi|C’est|C'est) (?:est|était|fut)\b`,
      'i',
    ),
    wrongdoing:
      /\b(?:a|ont|avait|avaient) (?:menti|volé|trompé|escroqué|falsifié|détourné|dissimulé|violé|assassiné|extorqué|fraudé|corrompu|soudoyé)\b/i,
    dangling:
      /^(?:(?:en|dans|de|avec|pour|par|sur|selon|chez|d’après|d'après) (?:lui|elle|eux|elles|cela|celui-ci|celle-ci)|il|elle|ils|elles|cela|ça|ce|cette|ces|celui-ci|celle-ci|son|sa|ses|leurs?|mais|et|ou|pourtant|toutefois|cependant|aussi|ensuite|puis|alors|là|ici|ainsi|en outre|par ailleurs|de plus|tous deux|toutes deux|aucun|aucune|car|maintenant|seul|seulement|si|parce|comme|quand|lorsque|bien que|déjà|entre-temps|l’un|l'un|d’autres|d'autres)\b/i,
    hearsay:
      /\b(?:dit|disent|disait|selon|d’après|d'après|prétend\w*|présumée?s?|supposée?s?|aurait|auraient|serait|seraient|affirm\w+|déclar\w+|nie|nient|nié|dément\w*|accus\w+|reproch\w+|imput\w+|attribu\w+|exig\w+|critiqu\w+|alert\w+|menac\w+|se plai\w+|racont\w+|croi[ts]|soupçonn\w+|crain\w+|espèr\w+|apparemment|semble\w*|rumeurs?|détracteurs|observateurs|sources?|pourrait|pourraient|assur\w+|garanti\w+|estim\w+|prévoi\w+|promet\w*|promis)\b/i,
    passiveCharge: nothing,
    addressed: /\b(?:je|j[’']ai|nous|notre|nos|mon|ma|mes|vous|votre|vos|découvrez|lisez|retrouvez)\b/i,
    notProse:
      /©|\b(?:photos?|crédit|lire aussi|à lire|voir aussi|newsletter|abonnez-vous|cliquez ici|publicité|partagez|partager)\b\s?:?|https?:\/\/|@\w/i,
    placeBehind: /(?<!\p{L})(?:à|en|au|aux) (\p{Lu}[\p{L}’'-]+)/gu,
    witness: nothing,
    namesWitness: nothing,
    trailingSpeaker: nothing,
  },
  answers: {
    referring: new RegExp(
      String.raw`^(?:qu[’'])?(?:cela|ça|tout|le|la|les|l[’']|(?:toutes? |tous )?(?:ces|ses|les|la|l[’']|cette|ce|toute|toutes les|tous les)?\s*(?:\p{L}+ )?(?:${charge}))(?: en bloc| en totalité)?[.,]?$`,
      'iu',
    ),
    pointing: new RegExp(
      String.raw`^["“«\s]*(?:non, )?(?:cela|ça|tout cela|tout ça|tout|c[’']est|rien de tout cela|(?:ces|les|la|l[’']|cette|de telles) ?(?:${charge}))\b|^["“«\s]*(?:non|jamais|faux|mensonges?|absurde)\s?[,.!]`,
      'iu',
    ),
    pointingHere: new RegExp(String.raw`^["“«\s]*(?:${these}) (?:${charge})\b`, 'iu'),
    suchThing: /\b(?:une telle|un tel|pareille?) (?:chose|idée|pratique)\b/i,
    all: /\b(?:toute|tout|toutes|tous|aucune?|jamais)\b/i,
    guilt: /\b(?:irrégularités?|faute|illégalités?|délits?)\b/i,
    whose: nothing,
    ordinal: /\b(?:premi(?:er|ère)|deuxième|seconde?|troisième|derni(?:er|ère)|autre)\b/i,
    putToThem: /\b(?:sur|à|au|aux|si|parce|pourquoi|comment|qui|quand|où|concernant)\b(.*)$/su,
    referringNoun: new RegExp(String.raw`\b(?:${charge})\b`, 'i'),
    mayAnswer:
      /\b(?:nie\w*|nié\w*|dément\w*|rejet\w+|réfut\w+|contest\w+|récus\w+|bala\w+|repouss\w+|réag\w+|répond\w*|réponse|comment\w+|exprim\w+|contact\w+|joign\w+|joint\w*|interrog\w+|sollicit\w+|communiqué|porte-parole|avocate?s?|défense|faux|fausses?|mensong\w+|infond\w+|innocen\w+|excus\w+|silence|qualifi\w+|reconn\w+|admet\w*|admis\w*|assur\w+|garanti\w*)\b/i,
    standsFor:
      /^(?:le|la|les|l[’']|son|sa) ?|\b(?:porte-parole|avocate?s?|conseils?|représentante?s?|famille|cabinet|direction|défense|entourage)\b/i,
    metonym: /\b(?:palais|ministère|gouvernement|exécutif|administration|mairie|préfecture|parti)\b/i,
    accusing: /\b(?:accus\w+|dénonc\w+|reproch\w+|soupçonn\w+)\b/i,
    relativeClause: /[,;—–-] (?:ce que|ce qui|que|laquelle|lequel|mais|bien que|une accusation|des accusations)\b/i,
    answeringVerb:
      /\b(?:nie|nié|dément|rejet|réfut|contest|récus|bala|qualifi|réag|répond|dit|affirm|garanti|assur)\w*/i,
    tellsAnswer:
      /\b(?:nie\w*|nié\w*|dément\w*|rejet\w+|réfut\w+|contest\w+|récus\w+|ne|n[’']|pas|jamais|aucune?|faux|fausses?|mensong\w+|infond\w+|sans|innocen\w+|ni)\b/i,
    denying: /\b(?:nie|nient|nié|niait|dément\w*|réfut\w+|rejet\w+|récus\w+|contest\w+|balaie|balayé)\b/i,
    rejecting: new RegExp(
      String.raw`\b(?:${charge})\b[^.]{0,40}\b(?:faux|fausses?|infond\w+|sans fondement|mensong\w+)\b`,
      'i',
    ),
    answering:
      /\b(?:nie\w*|nié\w*|dément\w*|rejet\w+|réfut\w+|contest\w+|récus\w+|faux|fausses?|mensong\w+|infond\w+|absurdes?|non|ne|n[’']|jamais|aucune?|rien|personne|ni|admet\w*|reconn\w+|excus\w+|cela|assur\w+|garanti\w*)\b/i,
    leaningAnswer:
      /^(?:le |la |les |l[’'])?(?:a |ont |avait )?(?:nie|nié|dément|démenti|rejette|rejeté|réfute|réfuté|conteste|contesté) ?(?:cela|ça|tout|en bloc)?(?=[.,;:]|$)/i,
  },
  truncation: {
    turning: /\b(?:faux|fausses?|dout\w+|impossible|improbable|nie\w*|mensonge)\b/i,
    conditional: /\b(?:si|à condition que|possib\w+|possibilité|risque|danger|à moins que|sauf)\b/i,
    embedding: /\S+\s+(?<!\b(?:et|ou|mais|aussi)\s|[,;:]\s)(?:que|si|quand)\s*$/i,
    qualifying:
      /^\s*["”»]?[,;:]?\s*(?:[—–-]\s*)?(?:mais|bien que|quoique|toutefois|cependant|pourtant|sauf|excepté|à moins que|à condition que|tandis que|jusqu|si|du moins|au moins|pour l[’']instant|pour le moment)\b/i,
    limitingOpening: /^["“«\s]*(?:si|sans|à l[’']exception de|hormis|sauf|à condition que)\b[^,]*,/i,
    ownCaveat:
      /^,? (?:sans (?:\S+ ){0,4}(?:nommer|présenter|expliquer|préciser|apporter)|mais n[’']a (?:pas )?(?:présenté|apporté|donné))\b/i,
    goesOnWithBut: /^\s*["”»]?,? mais qu/,
    beforeNumber:
      /\b(au moins|au minimum|au maximum|plus de|moins de|presque|près de|environ|quelque|à peu près|au-dessus de|au-dessous de|jusqu[’']à|seulement|à peine)\s+(?:[$€£])?\s*$/i,
    supposing: /^(?:pourrait|pourraient|devrait|devraient|semble|semblait|aurait|auraient|serait|seraient)$/,
    sourceNoun: /\b(?:selon|d[’']après|sources?)\b/i,
    leansOnSubject: nothing,
    namesThings: /\b(?:appel|qualifi|décri|trait|surnomm|considèr)\w*$/i,
    finiteVerb: /\b(?:est|était|fut|sont|étaient|a|ont|avait|avaient|va|vont|fait)\b/i,
    leadingConjunction: /^(?:[,;:—–-]|qu(?:e |[’'])|si(?= ))\s*/i,
  },
  leaning: {
    opening:
      /^["“«\s]*(?:il|elle|ils|elles|cela|ça|ce|cet|cette|ces|son|sa|ses|leurs?|mais|et|ou|pourtant|aussi|ensuite|puis|ainsi|tous deux|toutes deux)\b/i,
    onClaim: new RegExp(String.raw`\b(?:${these}) (?:${charge}|chiffres?|nombres?|montants?)\b`, 'i'),
    pronoun: /\b(?:il|elle|ils|elles)\b/i,
    bareObject: /^(?:cela|ça|le|tout)\P{L}*$/iu,
    leadingObject: /^(?:cela|ça)(?:\P{L}*$|\s+["“«])/iu,
    pointingSubject: nothing,
    neuterSubject: nothing,
    pointingObject: nothing,
    pointsBack: new RegExp(
      String.raw`\b(?:${these}) (?:${charge}|chiffres?|mots|lettre|note|document|montants?)\b`,
      'iu',
    ),
    silentSubject: /^(?:ni|nul|personne|aucun|aucune)\b/i,
  },
  speakers: {
    ofAnonymity: new Set(
      'anonymat anonyme anonymement identité nom couvert requis requérant souhaité préféré témoigner'.split(' '),
    ),
    kinOf: new Map(),
    saying: new Set(['dit', 'disent', 'disait']),
  },
})
