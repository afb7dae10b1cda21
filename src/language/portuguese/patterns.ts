import { unicodePatterns } from '../lists/unicode-words.ts'
import type { BriefPatterns } from '../patterns.ts'

const nothing = /(?!)/
const charge =
  'história|prática|irregularidades?|acusaç(?:ão|ões)|alegaç(?:ão|ões)|denúncias?|suspeitas?|versão|versões|notícias?|boatos?|rumores?|críticas?|informaç(?:ão|ões)|reportage(?:m|ns)|imputaç(?:ão|ões)'

/** The Portuguese phrases to look for in briefs and in the articles behind them. */
export const patterns: BriefPatterns = unicodePatterns<BriefPatterns>({
  ownVoice: {
    procedure: nothing,
    inCourt:
      /\b(?:arguid[oa]s?|réus?|ré|acusação|ministério público|promotor\w*|procurador\w*|defesa|julgamento|tribunal|testemunhas?|depoimento)\b/i,
    opensSecondHalf: /(?:, (?:como|enquanto|e|mas|embora|depois de)|;|,? (?:—|–)) (?:(?:o|a|os|as|um|uma) )?$/u,
    opensClaims: nothing,
    nearSpeech: /\b(?:acusação|ministério público|defesa|acusações|suspeitas?|convencid[oa]s?|cert[oa]s? de que)\b/i,
    refersBack: new RegExp(
      String.raw`\b(?:est[ae]s?|ess[ae]s?|tais) (?:${charge})\b|^(?:Assim|Isso|Isto) (?:é|era|foi)\b`,
      'i',
    ),
    wrongdoing:
      /\b(?:mentiu|mentiram|roubou|roubaram|enganou|enganaram|subornou|subornaram|falsificou|falsificaram|desviou|desviaram|encobriu|encobriram|violou|assassinou|extorquiu|burlou|fraudou)\b/i,
    dangling:
      /^(?:(?:nel[ae]s?|del[ae]s?|com|para|por|sobre|segundo) (?:el[ae]s?|isso|isto)|nel[ae]s?|ele|ela|eles|elas|isso|isto|este|esta|estes|estas|esse|essa|esses|essas|seu|sua|seus|suas|mas|e|ou|porém|contudo|no entanto|também|depois|então|lá|aqui|assim|por isso|além disso|ainda assim|ambos|ambas|nenhum|nenhuma|pois|agora|só|apenas|se|porque|como|quando|embora|já|em seguida|entretanto|dos dois|das duas|outros?|outras?)\b/i,
    hearsay:
      /\b(?:diss?e|disseram|diz|dizem|segundo|de acordo com|conforme|alegad\w+|supost\w+|terá|terão|teria|teriam|afirm\w+|declar\w+|neg(?:a|ou|aram)|acus\w+|atribu\w+|imput\w+|exig\w+|critic\w+|alert\w+|amea[çc]\w+|queix\w+|relat\w+|acredit\w+|suspeit\w+|tem(?:e|em|ia|iam) que|esper\w+|é considerad\w|são considerad\w|aparentemente|parece\w*|ao que tudo indica|boatos?|rumor\w*|críticos|observadores|fontes?|poderá|poderão|poderia|deverá|deverão|garant\w+|assegur\w+|estim\w+|prevê|preveem|prometeu)\b/i,
    passiveCharge: nothing,
    addressed: /\b(?:eu|nós|nosso|nossa|nossos|nossas|meu|minha|meus|minhas|você|vocês|saiba|veja|confira|leia)\b/i,
    notProse:
      /©|\b(?:foto|fotos|imagem|crédito|leia também|leia mais|veja também|saiba mais|newsletter|assine|clique aqui|publicidade|compartilhe|partilhe)\b:?|https?:\/\/|@\w/i,
    placeBehind: /(?<!\p{L})(?:em|no|na|nos|nas) (\p{Lu}[\p{L}’'-]+)/gu,
    witness: nothing,
    namesWitness: nothing,
    trailingSpeaker: nothing,
  },
  answers: {
    referring: new RegExp(
      String.raw`^(?:que )?(?:isso|isto|tudo|o|a|os|as|(?:todas? |todos? |qualquer )?(?:a|as|o|os|essa|essas|esse|esses|esta|estas|tal|tais|todas as|todos os)?\s*(?:\p{L}+ )?(?:${charge}))[.,]?$`,
      'iu',
    ),
    pointing: new RegExp(
      String.raw`^["“«]?(?:não, )?(?:isso|isto|tudo isso|tudo|nada disso|(?:a|as|o|os|essa|essas|esta|estas|tais) (?:${charge}))\b|^["“«](?:não|nunca|mentira|falso|absurdo|disparate)[,.!]`,
      'iu',
    ),
    pointingHere: new RegExp(String.raw`^["“«]?(?:est[ae]s?|ess[ae]s?) (?:${charge})\b`, 'iu'),
    suchThing: /\b(?:tal|tais|semelhante) (?:coisa|ideia|prática)\b/i,
    all: /\b(?:qualquer|quaisquer|tudo|todas|todos|alguma vez)\b/i,
    guilt: /\b(?:irregularidades?|culpa|ilegalidades?)\b/i,
    whose: nothing,
    ordinal: /\b(?:primeir[oa]|segund[oa]|terceir[oa]|últim[oa]|outr[oa])\b/i,
    putToThem: /\b(?:sobre|a|à|às|se|porque|por que|como|quem|o que|quando|onde)\b(.*)$/su,
    referringNoun: new RegExp(String.raw`\b(?:${charge})\b`, 'i'),
    mayAnswer:
      /\b(?:neg\w+|desment\w+|rejeit\w+|refut\w+|contest\w+|repudi\w+|reag\w+|respond\w+|resposta|coment\w+|manifest\w+|pronunci\w+|contact\w+|contat\w+|localiz\w+|questionad\w+|perguntad\w+|procurad\w+|nota|comunicado|porta-voz|advogad\w+|defesa|fals\w+|mentira|infundad\w+|inocent\w+|desculp\w+|silêncio|chamou|classific\w+|reconhec\w+|admit\w+|garant\w+|assegur\w+)\b/i,
    standsFor:
      /^(?:o|a|os|as|seu|sua) |\b(?:porta-voz|advogad[oa]s?|representantes?|família|gabinete|assessoria|direção|defesa)\b/i,
    metonym: /\b(?:palácio|ministério|governo|administração|câmara|prefeitura|partido)\b/i,
    accusing: /\b(?:acus\w+|culp\w+|denunci\w+|imput\w+)\b/i,
    relativeClause: /[,;—–-] (?:o que|que|a qual|o qual|mas|embora|uma acusação)\b/i,
    answeringVerb:
      /\b(?:neg|desment|rejeit|refut|contest|cham|classific|reag|respond|diss|diz|afirm|garant|assegur)\w*/i,
    tellsAnswer:
      /\b(?:neg\w+|desment\w+|rejeit\w+|refut\w+|contest\w+|não|nunca|nenhum\w*|fals\w+|mentira|infundad\w+|sem|inocent\w+|nem)\b/i,
    denying: /\b(?:neg(?:a|am|ou|aram|ado|ando)|desment\w+|refut\w+|rejeit\w+|repudi\w+|contest\w+)\b/i,
    rejecting: new RegExp(
      String.raw`\b(?:${charge})\b[^.]{0,40}\b(?:fals\w+|infundad\w+|sem fundamento|mentira)\b`,
      'i',
    ),
    answering:
      /\b(?:neg\w+|desment\w+|rejeit\w+|refut\w+|contest\w+|repudi\w+|fals\w+|mentiras?|infundad\w+|disparate|absurd\w+|não|nunca|jamais|nenhum\w*|nada|ninguém|nem|admit\w+|reconhec\w+|desculp\w+|isso|isto|assegur\w+|garant\w+)\b/i,
    leaningAnswer:
      /^(?:tem |tinha )?(?:nega|negou|desmente|desmentiu|rejeita|rejeitou|refuta|refutou)(?:-o|-a|-os|-as)? ?(?:isso|isto|tudo)?(?=[.,;:]|$)/i,
  },
  truncation: {
    turning: /\b(?:fals\w+|dúvid\w+|impossível|improvável|neg\w+|mentira)\b/i,
    conditional: /\b(?:se|caso|desde que|possív\w+|possibilidade|risco|perigo|a menos que|salvo)\b/i,
    embedding: /\S+\s+(?<!\b(?:e|ou|mas|também)\s|[,;:]\s)(?:que|se|quando)\s*$/i,
    qualifying:
      /^["”»]?[,;:]?\s*(?:[—–-]\s*)?(?:mas|porém|contudo|todavia|no entanto|embora|exceto|salvo|a menos que|desde que|enquanto|até|se|pelo menos|por enquanto|por agora)\b/i,
    limitingOpening: /^["“«]?(?:se|caso|sem|à exceção de|com exceção de|salvo|desde que)\b[^,]*,/i,
    ownCaveat: /^,? (?:sem (?:\S+ ){0,4}(?:nomear|apresentar|explicar|precisar)|mas não (?:apresentou|indicou|deu))\b/i,
    goesOnWithBut: /^["”»]?,? (?:mas|porém|contudo) que\b/,
    beforeNumber:
      /\b(pelo menos|no mínimo|no máximo|mais de|menos de|quase|cerca de|perto de|aproximadamente|acima de|abaixo de|até|só|apenas|uns|umas)\s+(?:r\$|[$€£])?\s*$/i,
    supposing: /^(?:poderia|poderiam|deveria|deveriam|pareceu|parece|teria|teriam)$/,
    sourceNoun: /\b(?:segundo|conforme|de acordo|fontes?)\b/i,
    leansOnSubject: nothing,
    namesThings: /\b(?:cham|classific|descrev|apelid|qualific|consider)\w*$/i,
    finiteVerb: /\b(?:é|era|foi|são|eram|foram|está|estava|estão|tem|têm|tinha|há|vai|vão)\b/i,
    leadingConjunction: /^(?:[,;:—–-]|que|se(?= ))\s+/i,
  },
  leaning: {
    opening:
      /^["“«]?(?:ele|ela|eles|elas|isso|isto|este|esta|esse|essa|seu|sua|mas|e|ou|porém|também|depois|assim|ambos|ambas)\b/i,
    onClaim: new RegExp(String.raw`\b(?:est[ae]s?|ess[ae]s?|tais) (?:${charge}|números?|valor(?:es)?)\b`, 'i'),
    pronoun: /\b(?:ele|ela|eles|elas)\b/i,
    bareObject: /^(?:isso|isto|o|a|tudo)\P{L}*$/iu,
    leadingObject: /^(?:isso|isto)(?:\P{L}*$|\s+["“«])/iu,
    pointingSubject: nothing,
    neuterSubject: nothing,
    pointingObject: nothing,
    pointsBack: new RegExp(
      String.raw`\b(?:est[ae]s?|ess[ae]s?|aquel[ae]s?) (?:${charge}|números?|palavras?|carta|nota|documento|valor(?:es)?)\b`,
      'iu',
    ),
    silentSubject: /^(?:nem|ninguém|nenhum|nenhuma)\b/i,
  },
  speakers: {
    ofAnonymity: new Set(
      'anonimato anónimo anônimo identificado identificada identificar sigilo reserva nome publicado pediu'.split(' '),
    ),
    kinOf: new Map(),
    saying: new Set(['diz', 'diss']),
  },
})
