import { unicodePatterns } from '../lists/unicode-words.ts'
import type { BriefPatterns } from '../patterns.ts'

const nothing = /(?!)/
const charge =
  'historia|práctica|irregularidad(?:es)?|acusaci(?:ón|ones)|alegaci(?:ón|ones)|denuncias?|sospechas?|versi(?:ón|ones)|noticias?|rumor(?:es)?|críticas?|informaci(?:ón|ones)|reportajes?|imputaci(?:ón|ones)|afirmaci(?:ón|ones)|señalamientos?|reproches?|cargos|hipótesis'

/** The Spanish phrases to look for in briefs and in the articles behind them. */
export const patterns: BriefPatterns = unicodePatterns<BriefPatterns>({
  ownVoice: {
    procedure: nothing,
    inCourt:
      /\b(?:acusad[oa]s?|procesad[oa]s?|imputad[oa]s?|acusación|fiscalía|fiscal\w*|procurador\w*|defensa|juicio|tribunal|testigos?|declaración)\b/i,
    opensSecondHalf: /(?:, (?:como|mientras|y|pero|aunque|después de)|;|,? (?:—|–)) (?:(?:el|la|los|las|un|una) )?$/u,
    opensClaims: nothing,
    nearSpeech: /\b(?:acusación|fiscalía|defensa|acusaciones|sospechas?|convencid[oa]s?|segur[oa]s? de que)\b/i,
    refersBack: new RegExp(
      String.raw`\b(?:est[ae]s?|es[ae]s?|estos|esos|tal(?:es)?|dich[ao]s?) (?:${charge})\b|^(?:Así|Eso|Esto) (?:es|era|fue)\b`,
      'i',
    ),
    wrongdoing:
      /\b(?:mintió|mintieron|robó|robaron|engañó|engañaron|sobornó|sobornaron|falsificó|falsificaron|desvió|desviaron|encubrió|encubrieron|violó|asesinó|extorsionó|estafó|defraudó|malversó)\b/i,
    dangling:
      /^(?:(?:en|de|con|para|por|sobre|según|a) (?:él|ella|ellos|ellas|eso|esto|ello)|él|ella|ellos|ellas|eso|esto|este|esta|estos|estas|ese|esa|esos|esas|su|sus|pero|y|o|sin embargo|no obstante|también|después|entonces|luego|allí|aquí|así|por eso|además|aun así|ambos|ambas|ninguno|ninguna|pues|ahora|solo|sólo|si|porque|como|cuando|aunque|ya|a continuación|mientras tanto|de los dos|de las dos|otros?|otras?)\b/i,
    hearsay:
      /\b(?:dice|dicen|dij\w+|según|de acuerdo con|alegad\w+|supuest\w+|presunt\w+|habría|habrían|tendría|tendrían|estaría|afirm\w+|declar\w+|nieg\w+|neg(?:ó|aron|aba)|acus\w+|achac\w+|atribuy\w+|reproch\w+|exig\w+|critic\w+|alert\w+|amenaz\w+|quej\w+|relat\w+|cree\w*|sospech\w+|tem(?:e|en|ía|ían) que|esper\w+|considerad\w|aparentemente|parece\w*|al parecer|rumor\w*|críticos|observadores|fuentes?|podría|podrían|asegur\w+|garantiz\w+|estim\w+|prev[eé]\w*|prometió)\b/i,
    passiveCharge: nothing,
    addressed:
      /\b(?:yo|nosotros|nosotras|nuestro|nuestra|nuestros|nuestras|mi|mis|usted|ustedes|tú|conozca|vea|lea|descubra)\b/i,
    notProse:
      /©|\b(?:foto|fotos|imagen|crédito|lea también|lea más|vea también|más información|newsletter|boletín|suscríbete|suscríbase|haga clic|publicidad|comparta|comparte)\b:?|https?:\/\/|@\w/i,
    placeBehind: /(?<!\p{L})(?:en|en el|en la) (\p{Lu}[\p{L}’'-]+)/gu,
    witness: nothing,
    namesWitness: nothing,
    trailingSpeaker: nothing,
  },
  answers: {
    referring: new RegExp(
      String.raw`^(?:que )?(?:eso|esto|ello|todo|lo|la|los|las|(?:todas? |todos? |cualquier )?(?:la|las|el|los|esa|esas|ese|esos|esta|estas|tal|tales|dichas?|todas las|todos los)?\s*(?:\p{L}+ )?(?:${charge}))[.,]?$`,
      'iu',
    ),
    pointing: new RegExp(
      String.raw`^["“«]?(?:no, )?(?:eso|esto|todo eso|todo|nada de eso|(?:la|las|el|los|esa|esas|estas?|tales|dichas?) (?:${charge}))\b|^["“«](?:no|nunca|mentira|falso|absurdo|disparate)[,.!]`,
      'iu',
    ),
    pointingHere: new RegExp(String.raw`^["“«]?(?:est[ae]s?|estos|es[ae]s?|esos) (?:${charge})\b`, 'iu'),
    suchThing: /\b(?:tal|tales|semejante) (?:cosa|idea|práctica)\b/i,
    all: /\b(?:cualquier|cualesquiera|todo|todas|todos|alguna vez)\b/i,
    guilt: /\b(?:irregularidades?|culpa|ilegalidades?|delitos?)\b/i,
    whose: nothing,
    ordinal: /\b(?:primer[oa]?|segund[oa]|tercer[oa]?|últim[oa]|otr[oa])\b/i,
    putToThem: /\b(?:sobre|por|a|al|si|porque|por qué|cómo|quién|qué|cuándo|dónde)\b(.*)$/su,
    referringNoun: new RegExp(String.raw`\b(?:${charge})\b`, 'i'),
    mayAnswer:
      /\b(?:neg\w+|nieg\w+|desmint\w+|desmient\w+|desment\w+|rechaz\w+|refut\w+|rebat\w+|descart\w+|repudi\w+|reaccion\w+|respond\w+|respuesta|coment\w+|contest\w+|pronunci\w+|contact\w+|localiz\w+|preguntad\w+|consultad\w+|comunicado|nota|portavoz|vocer\w+|abogad\w+|defensa|fals\w+|mentira|infundad\w+|inocen\w+|disculp\w+|silencio|tach\w+|tild\w+|calific\w+|reconoc\w+|admit\w+|garantiz\w+|asegur\w+)\b/i,
    standsFor:
      /^(?:el|la|los|las|su|sus) |\b(?:portavoz|vocer[oa]|abogad[oa]s?|representantes?|familia|gabinete|dirección|defensa|entorno)\b/i,
    metonym: /\b(?:palacio|ministerio|gobierno|ejecutivo|administración|ayuntamiento|alcaldía|partido)\b/i,
    accusing: /\b(?:acus\w+|culp\w+|denunci\w+|imput\w+|reproch\w+)\b/i,
    relativeClause: /[,;—–-] (?:lo que|que|la cual|el cual|pero|aunque|una acusación|algo que)\b/i,
    answeringVerb:
      /\b(?:neg|nieg|desmint|desmient|rechaz|refut|rebat|contest|tach|tild|calific|reaccion|respond|dij|dice|afirm|garantiz|asegur)\w*/i,
    tellsAnswer:
      /\b(?:neg\w+|nieg\w+|desmint\w+|desmient\w+|rechaz\w+|refut\w+|rebat\w+|no|nunca|ningun\w*|ningún|fals\w+|mentira|infundad\w+|sin|inocen\w+|ni)\b/i,
    denying:
      /\b(?:neg(?:ó|aron|aba|aban|ado|ando)|nieg\w+|desmint\w+|desmient\w+|refut\w+|rechaz\w+|repudi\w+|rebat\w+)\b/i,
    rejecting: new RegExp(
      String.raw`\b(?:${charge})\b[^.]{0,40}\b(?:fals\w+|infundad\w+|sin fundamento|mentira)\b`,
      'i',
    ),
    answering:
      /\b(?:neg\w+|nieg\w+|desmint\w+|desmient\w+|rechaz\w+|refut\w+|rebat\w+|repudi\w+|fals\w+|mentiras?|infundad\w+|disparate|absurd\w+|no|nunca|jamás|ningun\w*|ningún|nada|nadie|ni|admit\w+|reconoc\w+|disculp\w+|eso|esto|asegur\w+|garantiz\w+)\b/i,
    leaningAnswer:
      /^(?:lo |la |los |las )?(?:ha |había )?(?:niega|negó|negado|desmiente|desmintió|desmentido|rechaza|rechazó|rechazado|refuta|refutó) ?(?:eso|esto|todo|ello)?(?=[.,;:]|$)/i,
  },
  truncation: {
    turning: /\b(?:fals\w+|dud\w+|imposible|improbable|neg\w+|mentira)\b/i,
    conditional: /\b(?:si|siempre que|posib\w+|posibilidad|riesgo|peligro|a menos que|salvo)\b/i,
    embedding: /\S+\s+(?<!\b(?:y|o|pero|también)\s|[,;:]\s)(?:que|si|cuando)\s*$/i,
    qualifying:
      /^["”»]?[,;:]?\s*(?:[—–-]\s*)?(?:pero|aunque|sin embargo|no obstante|salvo|excepto|a menos que|siempre que|mientras|hasta|si|al menos|por ahora|de momento)\b/i,
    limitingOpening: /^["“«]?(?:si|sin|a excepción de|con excepción de|salvo|siempre que)\b[^,]*,/i,
    ownCaveat:
      /^,? (?:sin (?:\S+ ){0,4}(?:nombrar|presentar|explicar|precisar|aportar)|pero no (?:presentó|aportó|dio))\b/i,
    goesOnWithBut: /^["”»]?,? (?:pero) que\b/,
    beforeNumber:
      /\b(al menos|por lo menos|como mínimo|como máximo|más de|menos de|casi|cerca de|alrededor de|aproximadamente|unos|unas|hasta|solo|sólo|apenas|por encima de|por debajo de)\s+(?:[$€£])?\s*$/i,
    supposing: /^(?:podría|podrían|debería|deberían|pareció|parece|habría|habrían)$/,
    sourceNoun: /\b(?:según|de acuerdo|fuentes?)\b/i,
    leansOnSubject: nothing,
    namesThings: /\b(?:llam|calific|describ|tild|tach|consider)\w*$/i,
    finiteVerb: /\b(?:es|era|fue|son|eran|fueron|está|estaba|están|tiene|tienen|tenía|hay|va|van|ha|han)\b/i,
    leadingConjunction: /^(?:[,;:—–-]|que|si(?= ))\s+/i,
  },
  leaning: {
    opening:
      /^["“«]?(?:él|ella|ellos|ellas|eso|esto|este|esta|ese|esa|su|sus|pero|y|o|sin embargo|también|después|así|ambos|ambas)\b/i,
    onClaim: new RegExp(
      String.raw`\b(?:est[ae]s?|estos|es[ae]s?|esos|tal(?:es)?) (?:${charge}|cifras?|números?)\b`,
      'i',
    ),
    pronoun: /\b(?:él|ella|ellos|ellas)\b/i,
    bareObject: /^(?:eso|esto|ello|lo|todo)\P{L}*$/iu,
    leadingObject: /^(?:eso|esto)(?:\P{L}*$|\s+["“«])/iu,
    pointingSubject: nothing,
    neuterSubject: nothing,
    pointingObject: nothing,
    pointsBack: new RegExp(
      String.raw`\b(?:est[ae]s?|estos|es[ae]s?|esos|aquell[ao]s?) (?:${charge}|cifras?|palabras?|carta|nota|documento|números?)\b`,
      'iu',
    ),
    silentSubject: /^(?:ni|nadie|ninguno|ninguna)\b/i,
  },
  speakers: {
    ofAnonymity: new Set(
      'anonimato anónima anónimo identificado identificada identificarse identidad nombre reserva pidió'.split(' '),
    ),
    kinOf: new Map(),
    saying: new Set(['dice', 'dijo', 'dij']),
  },
})
