import { unicodePatterns } from '../lists/unicode-words.ts'
import type { BriefPatterns } from '../patterns.ts'

const nothing = /(?!)/
const charge =
  'vorw(?:urf|ürfe[n]?|urfs)|anschuldigung(?:en)?|beschuldigung(?:en)?|behauptung(?:en)?|darstellung|anklage|kritik|berichte?|meldung(?:en)?|gerüchte?'

/** Words at the start of a sentence that lean on the one before; “das” only where it is no article (“das Bad”). */
function opening(words: string): RegExp {
  const either = words.replace(/(?<=^|\|)\p{Ll}/gu, (letter) => `[${letter.toUpperCase()}${letter}]`)
  return new RegExp(
    String.raw`^[“"„»]?(?:${either}|[Dd](?:ie|er|en|em) (?:habe|hat|hatte|hätte|sei|ist|war|werde|wird|wurde|könne|kann|müsse|muss|soll|will|wolle)|[Dd]as(?! (?:\p{Ll}+e )?\p{Lu}))\b`,
    'u',
  )
}

/** The German phrases to look for in briefs and in the articles behind them. */
export const patterns: BriefPatterns = unicodePatterns<BriefPatterns>({
  ownVoice: {
    procedure: nothing,
    inCourt:
      /\b(?:angeklagt\w*|anklage|staatsanw\w+|verteidig\w+|prozess|landgericht|amtsgericht|zeug(?:e|en|in)|ermittl\w+)\b/i,
    opensSecondHalf: /(?:, (?:wie|während|und|aber|obwohl|nachdem)|;|,? (?:—|–)) (?:(?:der|die|das|ein|eine) )?$/u,
    opensClaims: nothing,
    nearSpeech:
      /\b(?:anklage|staatsanwaltschaft|verteidigung|vorwürfe[n]?|vorwurf|anschuldigung(?:en)?|überzeugt|sicher, dass)\b/i,
    refersBack: new RegExp(
      String.raw`\b(?:dies(?:e|er|es|en)|solche) (?:${charge})\b|^(?:So|Das) (?:ist|war|sieht|lautet|heißt|geht|ergab|ergibt|zeigt|schreib\w+|bericht\w+)\b|^Zu diese[mr] (?:Ergebnis|Schluss|Einschätzung)\b`,
      'i',
    ),
    wrongdoing:
      /\b(?:gelogen|lügner|gestohlen|betrogen|bestochen|gefälscht|unterschlagen|veruntreut|vertuscht|vergewaltigt|ermordet|misshandelt|erpresst|vergiftet|geprellt|geplündert)\b/i,
    dangling: opening(
      'er|sie|es|dies|diese[rsnm]?|sein[e]?|ihr[e]?|seine[rsnm]|ihre[rsnm]|aber|und|oder|doch|jedoch|allerdings|auch|dann|da|dort|hier|so|damit|dabei|dazu|davon|daraus|dafür|dagegen|deshalb|daher|trotzdem|außerdem|zudem|inzwischen|stattdessen|beide|keiner|denn|die beiden|darauf|daraufhin|danach|darüber|hinzu|gleichzeitig|zugleich|vielmehr|nun|noch|erst|nur|selbst|solche[rsnm]?|jetzt|eröffnet worden|wenn|weil|als|nachdem|obwohl',
    ),
    hearsay:
      /\b(?:sag(?:t|te|ten|en)|laut|zufolge|nach (?:\S+ ){0,2}(?:angaben|aussage|ansicht|meinung|darstellung|informationen)|angeblich\w*|mutmaßlich\w*|soll(?:en|te|ten)?|behaupt\w+|heißt es|hieß es|erklär(?:t|te|ten)|bestr(?:itt|eitet)|wirft|warf|fordert\w*|kritisier\w+|warn(?:t|te|ten)|droh(?:t|te|ten)|klag(?:t|te|ten)|berichte[tn]?|berichteten|glaub\w+|vermut\w+|befürcht\w+|hoff\w+|erwart\w+|gilt als|gelten als|offenbar|anscheinend|wohl|gerücht\w*|will|wollen|kritiker|beobachter|kreisen|verdacht|verdächtig\w*|sei|seien|habe|hätte|hätten|werde|wäre|wären|könne|könnten|müsse|müssten|dürften|würde|würden)\b/i,
    passiveCharge: nothing,
    addressed: /\b(?:ich|wir|uns|unser\w*|mein\w*|mir|mich|du|dein\w*|euch|Sie sollten|Ihnen|Ihre)\b/,
    notProse:
      /©|\b(?:foto|bild|grafik|quelle|lesen sie|mehr dazu|newsletter|abonnieren|hier klicken|anzeige|werbung|teilen auf|mehr zum thema)\b:?|https?:\/\/|@\w/i,
    placeBehind: /(?<!\p{L})(?:in|im|bei|nahe|aus|um) (\p{Lu}[\p{L}’'-]+)/gu,
    witness: nothing,
    namesWitness: nothing,
    trailingSpeaker: nothing,
  },
  answers: {
    referring: new RegExp(
      String.raw`^(?:(?:all|alle|sämtliche|jede[rnms]?|jegliche[rnms]?) )?(?:das|dies|dem|es|den|diese[rnms]?|(?:der|die|das|den|dem|diese[rnms]?|alle|sämtliche|jede[rnms]?|ihre|seine|einen|solche)?\s*(?:\p{L}+ )?(?:${charge}))[.,]?$`,
      'iu',
    ),
    pointing: new RegExp(
      String.raw`^von \S+ (?:\S+ ){0,4}(?:kann|könne) keine rede|^["„“»]?(?:nein, )?(?:das|dies|dem|die(?:se)? (?:${charge})|de[rnm] (?:${charge})|alles|nichts davon|so (?:ist|sei))(?![\p{L}])|^["„“»](?:nein|niemals|unsinn|quatsch|alles lüge)[,.!]|\b(?:ein|eine|einen) solche[rsn]?\b`,
      'iu',
    ),
    pointingHere: new RegExp(String.raw`^["„“»]?(?:dies(?:e|er|es|en)) (?:${charge})\b`, 'iu'),
    suchThing: /\b(?:ein|eine|einen|kein|keine|keinen) (?:solche[rsn]?|derartige[rsn]?)\b|\bsolche\b/i,
    all: /\b(?:jede[rnms]?|jegliche[rnms]?|alles|irgend\w+)\b/i,
    guilt: /\b(?:fehlverhalten|schuld|verfehlung(?:en)?)\b/i,
    whose: nothing,
    ordinal: /\b(?:erste[rnms]?|zweite[rnms]?|dritte[rnms]?|letztere[rnms]?|erstere[rnms]?|andere[rnms]?)\b/i,
    putToThem: /\b(?:zu|zum|zur|über|auf|ob|warum|wie|wer|was|wann|wo)\b(.*)$/su,
    referringNoun: new RegExp(String.raw`\b(?:${charge})\b`, 'i'),
    mayAnswer:
      /\b(?:bestr\w+|dement\w+|zurück(?:gewiesen|zuweisen|weisen|weist|wies|wiesen)?\b|widersp\w+|reagier\w+|antwort\w*|unbeantwortet|äußer\w+|kommentar|stellungnahme|auskunft|erreich\w*|anfrage\w*|gefragt|fragen|interview|erklärung|sprecher\w*|anw[aä]lt\w*|verteidig\w+|falsch|unwahr|unsinn|lüge\w*|haltlos|unbegründet|unschuld\w*|freigesprochen|entschuldig\w+|schweig\w*|schwieg\w*|nannte|nennt|bezeichn\w+|konter\w+|entgegn\w+|erwider\w+|beteuer\w+|beton\w+)\b/i,
    standsFor:
      /^(?:der|die|das|sein|seine|ihr|ihre) |\b(?:sprecher(?:in)?|anwalt|anwältin|anwälte|vertreter|familie|büro|pressestelle|management|verteidiger(?:in)?)\b/i,
    metonym: /\b(?:rathaus|kanzleramt|ministerium|regierung|verwaltung|behörde|partei|amt)\b/i,
    accusing: /\b(?:beschuldig\w*|bezichtig\w*|vor(?:werfen|geworfen)|wirft|warf|werfen)\b/i,
    relativeClause: /[,;—–-] (?:was|der|die|das|aber|obwohl|ein (?:vorwurf|verdacht))\b/i,
    answeringVerb: /\b(?:bestr|dement|zurück|widersp|nenn|nann|reagier|antwort|sag|erklär|beton|beteuer)\w*/i,
    tellsAnswer:
      /\b(?:bestr\w+|dement\w+|zurück(?:gewiesen|zuweisen|weisen|weist|wies|wiesen)?\b|widersp\w+|nicht|kein\w*|nie\w*|falsch|unwahr|unsinn|lüge|haltlos|ohne|unschuldig|weder)\b/i,
    denying: /\b(?:bestr\w+|dement\w+|zurückge?wies\w*|widersp\w+|leugne\w*|abgestritten)\b/i,
    rejecting: new RegExp(String.raw`\b(?:${charge})\b[^.]{0,40}\b(?:falsch|unwahr|haltlos|unbegründet|zurück)\b`, 'i'),
    answering:
      /\b(?:bestr\w+|dement\w+|zurück(?:gewiesen|zuweisen|weisen|weist|wies|wiesen)?\b|widersp\w+|unwahr|falsch\w*|haltlos|unbegründet|unsinn|lügen?|nicht|nie|niemals|kein\w*|nichts|niemand|weder|räum\w+|entschuldig\w+|das|dies\w*|beteuer\w+|verteidig\w+|lehn\w+)\b/i,
    leaningAnswer:
      /^(?:hat |habe |hatte )?(?:bestritt|bestreitet|dementierte|dementiert|widersprach|widerspricht) (?:das|dies|dem)(?=[.,;:]|$)/i,
  },
  truncation: {
    turning: /\b(?:unwahr|falsch|zweifel\w*|unmöglich|unwahrscheinlich|bestreit\w*|bestritt\w*|lüge)\b/i,
    conditional: /\b(?:wenn|falls|sofern|ob|möglich\w*|möglichkeit|risiko|gefahr|vorausgesetzt)\b/i,
    embedding: /\S+\s+(?<!\b(?:und|oder|aber|auch)\s|[,;:]\s)(?:dass|ob|wenn)\s*$/i,
    qualifying:
      /^["”“«]?[,;:]?\s*(?:[—–-]\s*)?(?:aber|jedoch|allerdings|obwohl|außer|es sei denn|sofern|solange|bis|wenn|falls|zumindest|vorerst|bislang)\b/i,
    limitingOpening: /^[“"„»]?(?:wenn|falls|sofern|ohne|abgesehen von|bis auf|vorausgesetzt)\b[^,]*,/i,
    ownCaveat:
      /^,? (?:ohne (?:\S+ ){0,4}(?:zu nennen|zu nennen|vorzulegen|zu erklären)|nannte aber (?:keine|keinen)|legte aber keine)\b/i,
    goesOnWithBut: /^["”“«]?,? (?:aber|jedoch|doch) dass\b/,
    beforeNumber:
      /\b(mindestens|höchstens|mehr als|weniger als|fast|beinahe|knapp|rund|etwa|circa|ca\.|gut|über|unter|bis zu|nur|ungefähr|lediglich)\s+(?:[$€£]\s*)?$/i,
    supposing: /^(?:könnte|könnten|dürfte|dürften|möge|mögen|schien|scheint|würde|würden)$/,
    sourceNoun: /\b(?:laut|zufolge|angaben|nach|gemäß)\b/i,
    leansOnSubject: nothing,
    namesThings: /\b(?:nenn|nann|bezeichn|sprach|spricht|sprachen|wertet|titulier|wies|weis)\w*$/i,
    finiteVerb: /\b(?:ist|war|sind|waren|hat|hatte|wird|wurde|sei|habe|werde)\b/i,
    leadingConjunction: /^(?:[,;:—–-]|dass|ob(?= ))\s+/i,
  },
  leaning: {
    opening: opening(
      'er|sie|es|dies|diese[rsnm]?|sein[e]?|ihr[e]?|aber|und|oder|doch|jedoch|auch|dann|so|beide|solche[rsnm]?',
    ),
    onClaim: new RegExp(String.raw`\b(?:dies(?:e|er|es|en)|solche) (?:${charge}|zahlen?)\b|^es\b`, 'i'),
    pronoun: /\b(?:er|sie|ihn|ihm|ihr|ihnen)\b/i,
    bareObject: /^(?:das|dies|es|so|dem)\W*$/i,
    leadingObject: /^(?:das|dies|es|dem)(?:\W*$|\s+[„“"»])/i,
    pointingSubject: nothing,
    neuterSubject: nothing,
    pointingObject: nothing,
    pointsBack: new RegExp(
      String.raw`\b(?:dies(?:e|er|es|en)|jene[rsn]?) (?:${charge}|zahlen?|worte[n]?|brief|vermerk|papier|bemerkung(?:en)?)\b`,
      'iu',
    ),
    silentSubject: /^(?:weder|niemand|keiner|keine)\b/i,
  },
  speakers: {
    ofAnonymity: new Set('anonym anonymität ungenannt namen nicht genannt will wollte zeitung lesen möchte'.split(' ')),
    kinOf: new Map(),
    saying: new Set(['sag']),
  },
})
