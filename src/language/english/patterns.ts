import type { BriefPatterns } from '../patterns.ts'
import { formOf } from './words/word-forms.ts'

/** The English phrases to look for in briefs and in the articles behind them. */
export const patterns: BriefPatterns = {
  ownVoice: {
    procedure:
      /^(?:appeals?|asked|awaits?|calls?|citing|clos(?:e|ed|es)|comments?|commission|committee|consider(?:s|ed|ing)?|continu(?:e|es|ed|ing)|courts?|days?|decid(?:e|ed|es|ing)|decisions?|declin(?:e|ed|es|ing)|due|ended|evidence|examin(?:e|ed|es|ing)|expected|findings?|governor|hearings?|inquir(?:y|ies)|inspectors?|interim|investigat(?:e|ed|es|ing|ions?)|journal|judges?|jury|lawsuits?|lawyers?|messages?|ministry|months?|named|next|offices?|open(?:ed|s)?|panel|police|preliminary|prosecutors?|publish(?:ed)?|questions?|regulator|repl(?:y|ied)|reports?|requests?|respond(?:ed)?|return(?:ed)?|results?|reviews?|ruling|rul(?:e|ed)|sentence|spokes\p{L}+|statement|study|trials?|verdict|vot(?:e|ed|es)|weeks?|within|years?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)$/u,
    inCourt:
      /\b(?:plead(?:s|ed|ing)?|not guilty|jury|jurors|indictment|prosecutors?|tribunal|inquest|on trial|court (?:was|has been) told|(?:court|inquest|tribunal|inquiry|jury|jurors) heard|lawsuit|sued|complaint|affidavit|claimants?|plaintiffs?|inquiry|alleg\w+)\b/i,
    opensSecondHalf:
      /(?:, (?:as|while|and|but|though|although|with|amid)|;|,? (?:—|–)) (?:(?:the|a|an|some|two|its|their) )?$/u,
    opensClaims:
      /,? after (?:an?|the) (?:\p{L}+ )?(?:court|jury|inquest|tribunal|inquiry|hearing|judge|panel|committee) (?:had )?(?:heard|was told|learn(?:ed|t))\b|,? (?:amid|(?:and )?(?:prompting|drawing|sparking|triggering|provoking|bringing)) (?:\p{L}+ ){0,2}?(?:claims?|allegations?|accusations?|criticisms?|reports?|suggestions?|complaints?|rumou?rs?|warnings?)\b/iu,
    nearSpeech:
      /\b(?:prosecutors?|prosecution|lawsuit|indictment|complaint|affidavit|court papers|claimants?|plaintiffs?|(?:those|these|such|the) (?:allegations?|claims?|accusations?|charges)|no doubt|certain that|convinced|adamant|insistent)\b/i,
    refersBack:
      /\b(?:those|these|such) (?:allegations?|claims?|accusations?|charges|complaints?)\b|^(?:That|This|So|Such) (?:is|was|runs|goes) (?:the|what|how|at least)\b/i,
    wrongdoing:
      /\b(?:lied|liar|stole|cheated|bribed|forged|embezzled|covered up|conspired|raped|murdered|assaulted|groomed|blackmailed|poisoned)\b/i,
    dangling:
      /^(?:he|she|they|it|this|that|these|those|his|her|their|its|but|and|or|so|yet|however|meanwhile|instead|also|then|there|such|both|neither|here|still|in addition|as a result|for example|the (?:two|three|move|decision|comments?|remarks?|statement|latter|former))\b/i,
    hearsay:
      /\b(?:sa(?:id|ys|ying)|told|according to|claim(?:s|ed)?|reported(?:ly)?|alleg\w+|insist\w*|accus\w+|den(?:y|ies|ied)|believe[sd]?|argue[sd]?|hope[sd]?|want(?:s|ed)?|expect(?:s|ed)?|rumou?r\w*|critics|supporters|sources?|heard|(?<!\b(?:was|were|been|be) )found(?! (?:her|him|them|it|the \p{L}+|\p{Lu}\S+(?: \p{Lu}\S+)?) (?:not )?guilty\b)|thought|understood|feared|emerged|branded|termed|labell?ed|hailed|condemned|praised|slammed|blasted|vowed|warned|urged|in (?:his|her|their) view|in the (?:eyes|view) of)\b/iu,
    passiveCharge: /\b(?:was|were|is|are|be|been|being) accused of\b/i,
    addressed: /\b(?:I|[Ww]e|[Yy]ou|[Oo]ur|[Yy]our|[Mm]y|us|me)\b/,
    notProse:
      /©|\bGetty\b|\bAP Photo\b|\b(?:read more|sign up|subscribe|newsletter|click here|follow us|share this|photograph)\b|https?:\/\/|@\w/i,
    placeBehind: /(?<!\p{L})(?:in|at|near|from|around|outside) (\p{Lu}[\p{L}’'-]+)/gu,
    witness:
      /, (?:[\p{L}’'-]+ ){1,5}(?:show|indicate|suggest|reveal)(?:s|ed)?[.”"]*$|^(?:[\p{L}’'-]+ ){1,6}(?:show|indicate|suggest|reveal)(?:s|ed)? that /iu,
    namesWitness: /\b(?:show|indicat|suggest|reveal|according)/i,
    trailingSpeaker:
      /, ((?:\p{L}[\p{L}’'-]* ){0,3}\p{L}[\p{L}’'-]*) (?:says?|said|claims?|alleges?|tells?|told|warns?|insists?|argues?|finds?|suggests?|reports?)\b/u,
  },
  answers: {
    referring:
      /^(?:(?:all|both|any|each|every one) )?(?:of )?(?:this|that|it|them|these|those|so|(?:the|these|those|that|this|such|any|all|both|a|his|her|its|their)?\s*(?:\p{L}+ )?(?:allegations?|accusations?|claims?|charges?|suggestions?|reports?|accounts?|version|criticisms?|assertions?|complaints?|wrongdoing|impropriety))[.,]?$/iu,
    pointing:
      /^["“‘']?(?:this|that|it|these|those|them)(?: (?:as|is|was|are|were)\b|['’]s\b| ?["“‘])|^["“‘']?(?:(?:the|this|that|these|those|any|all|such|his|her|their|its) )?(?:\p{L}+ )?(?:allegations?|accusations?|claims?|charges?|suggestions?|reports?|rumou?rs?|idea)\b(?! (?:that|of|about|by))|\bno such (?!thing)|\bsuch an? |^["“‘'](?:no|never|nonsense|rubbish)[,.!]/iu,
    pointingHere:
      /^["“‘']?(?:this|that|these|those) (?:\p{L}+ )?(?:allegations?|accusations?|claims?|charges?|suggestions?|criticisms?|complaints?|accounts?)\b/iu,
    suchThing: /\bno such (?!thing)|\bsuch an? /i,
    all: /\b(?:any|anything|anyone|anybody|ever)\b/i,
    guilt: /\b(?:wrongdoing|impropriety)\b/i,
    whose:
      /^["“‘']?(?:that )?(?:(?:Mr|Mrs|Ms|Dr|Lord|Lady|Sir)\.? )?(\p{Lu}[\p{L}-]+)(?:[’']s|s[’']) (?:\p{L}+ )?(?:allegations?|accusations?|claims?|charges?|suggestions?|criticisms?|complaints?|accounts?|versions?|reports?|figures?|numbers?|remarks?|assertions?|statements?)\b/u,
    ordinal: /\b(?:first|second|third|former|latter|earlier|other|last)\b/i,
    putToThem:
      /\b(?:about|on|over|regarding|to (?:the|that|those|these|this|any|her|his|its|their)|whether|why|how|who|what|when|where|if)\b(.*)$/su,
    referringNoun: /\b(?:allegations?|accusations?|claims?|charges?|suggestions?|criticisms?|complaints?|accounts?)\b/i,
    mayAnswer:
      /\b(?:den(?:y|ies|ied|ying|ials?)|reject\w*|refut\w+|rebut\w*|disput\w+|dismiss\w*|respon[ds]\w*|repl(?:y|ies|ied|ying)|answer\w*|unanswered|comment\w*|declin\w+|refus\w+|reach(?:ed|able)?|unreachable|contact\w*|approach\w*|attempts?|unsuccessful|returned|calls?|emails?|messages?|requests?|asked|questions?|interview\w*|statement|spokes\w+|lawyers?|solicitors?|attorneys?|counsel|untrue|false\w*|baseless|unfounded|groundless|nonsense|wrong\w*|innocen\w+|guilty|clear(?:ed|s)|acquitted|defen[dc]\w*|insist\w*|maintain\w*|silen(?:t|ce)|walked away|hit back|pushed back|describ\w+|call(?:ed|s)|laughable|dropped|withdr[ae]w\w*|tweet\w*|post(?:ed|s)|wrote|shook|shrug\w*|nod\w*|smil\w+|laugh\w*|apologi\w+|died|dead|late)\b/i,
    standsFor:
      /^(?:the|its|his|her|their) |\b(?:spokes(?:man|woman|person|people)|lawyers?|solicitors?|attorneys?|counsel|barristers?|representatives?|agents?|publicists?|press office|office|team|camp|allies|family|wife|husband)\b/i,
    metonym:
      /\b(?:street|hall|house|palace|castle|office|government|ministry|administration|cabinet|kremlin|pentagon|downing|whitehall|council|party|department|force)\b/i,
    accusing: /\baccus\w*/i,
    relativeClause:
      /[,;—–-] (?:which|who|whom|but|though|although|an? (?:charge|claim|allegation|accusation|suggestion))\b/i,
    answeringVerb:
      /\b(?:den|reject|refut|disput|dismiss|call|describ|declin|refus|comment|repl|respon|said|says|insist)\w*/i,
    tellsAnswer:
      /\b(?:den(?:y|ies|ied|ying|ial)|reject\w*|dismiss\w*|disput\w*|refut\w*|declin\w*|refus\w*|not|no|never|nothing|none|neither|untrue|false|baseless|nonsense|lie|wrong|unable|could|would|without|innocent|plead\w*|clear\w*|call(?:s|ed)|disagree\w*)\b|n[’']t\b/i,
    denying: /\b(?:den(?:y|ies|ied|ying|ial)|reject\w*|dismiss\w*|disput\w*|refut\w*|rebut\w*|contradict\w*)\b/i,
    rejecting:
      /\b(?:allegations?|accusations?|charges?|claims?)\b[^.]{0,40}\b(?:false|untrue|baseless|unfounded|wrong)\b|\b(?:den|reject|dismiss|disput)\w*\b[^.]{0,20}\b(?:allegations?|accusations?|charges?|claims?)\b/i,
    answering:
      /\b(?:den(?:y|ies|ied|ying|ial)|reject\w*|dismiss\w*|disput\w*|refut\w*|rebut\w*|untrue|false\w*|baseless|unfounded|nonsense|lie|lies|wrong|not|never|no|nothing|nobody|none|disagree\w*|contradict\w*|apologi\w*|admit\w*|accept\w*|acknowledg\w*|declin\w*|that|this|insist\w*|defend\w*)\b|n[’']t\b/i,
    leaningAnswer:
      /^(?:has |have |had )?(?:den\w+|reject\w+|disput\w+|dismiss\w+|refut\w+|contradict\w+|confirm\w+|called) (?:it|that|this|them|those|these)(?=[.,;:]|$| (?:and|but|as|in a|saying)\b)|\bno such\b/i,
  },
  truncation: {
    turning: /\b(?:untrue|false|wrong|doubt(?:s|ed|ful)?|impossible|unlikely|deny|denies|denied|lie)\b/i,
    conditional: /\b(?:if|unless|whether|provided|possible|possibility|chance|risk|suppose|hypothetically)\b/i,
    embedding: /\S+\s+(?<!\b(?:and|or|but|also)\s|[,;:]\s)(?:that|whether|if)\s*$/i,
    qualifying:
      /^["”’]?[,;:]?\s*(?:[—–-]\s*)?(?:but|though|although|albeit|except|unless|only if|provided|so long as|as long as|subject to|pending|until|if|assuming|at least (?:for|until)|for now|so far|even though|however|yet)\b(?! (?:did|does|do|has|have|had|would|will|could)\b)/i,
    limitingOpening:
      /^[“"‘]?(?:excluding|except for|barring|without|apart from|aside from|leaving aside|unless|if|until|provided|assuming|subject to|pending|should)\b[^,]*,/i,
    ownCaveat:
      /^,? but (?:has |have |had )?(?:offered|gave|given|provided|produced|presented|cited|showed|shown|named) (?:no|nothing|neither|little)\b|^,? but (?:did|does|would|could) not (?:say|give|name|provide|elaborate|offer|explain|specify)\b|^,? without (?:giving|offering|providing|naming|citing|saying|elaborating|explaining)\b/i,
    goesOnWithBut: /^["”’]?,? (?:but|though|although) that\b/,
    beforeNumber:
      /\b(at least|at most|more than|less than|fewer than|nearly|almost|about|around|some|over|under|up to|as many as|as few as|only|roughly|approximately|an estimated)\s+(?:[$€£]\s*)?$/i,
    supposing: /^(?:may|might|could|should|would|will|seem|seemed|appeared)$/,
    sourceNoun: /\baccording\b|\bstatements?\b|\breports?\b/i,
    leansOnSubject: /^(?:is|are|was|were|has|have|had|will|would|could|can|may|might|should|did|does|do)\b(?! not\b)/,
    namesThings:
      /\b(?:call|describ|dubb?|term|brand|label|portray|characteri[sz]|defend|denounc|dismiss|reject|slam)\w*$/i,
    finiteVerb: /\b(?:is|was|will|would|has|had|are|were)\b/i,
    leadingConjunction:
      /^(?:[,;:—–-]|that(?! (?:is|was|will|would|has|had|could|can|may|might|should|did|does|made|meant)\b))\s+/i,
  },
  leaning: {
    opening:
      /^[“"‘]?(?:he|she|they|it|this|that|these|those|his|her|their|its|but|and|or|so|yet|however|meanwhile|instead|also|then|such|both|neither|one|another)\b/i,
    onClaim:
      /\b(?:that|this|these|those) (?:claims?|figures?|accounts?|reports?|allegations?|charges?|numbers?)\b|\b(?:on|about|of|verify|confirm) (?:it|that|this)\b|^it\b/i,
    pronoun: /\b(?:he|she|they|him|her|them)\b/i,
    bareObject: /^(?:that|this|it|so)\W*$/i,
    leadingObject: /^(?:that|this|it|them|these|those)(?:\W*$|\s+["“‘'])/i,
    pointingSubject:
      /^(?:that )?(?:that|this|these|those) (?:is|was|were|are|had|has|would|will|did|does|do|could|can|cannot|might|may)\b/i,
    neuterSubject:
      /^(?:that )?(?:it|its)\b(?! (?:is|was|would be|will be|had been|has been) (?:too|not|time|possible|impossible|important|clear|unclear|likely|unlikely|up to)\b)/i,
    pointingObject: /^(?:this|that|it|them|these|those)\s+(?:at|by|in|on|through|to|via)\b[^.!?“"]*[:,]?\s*[“"]/i,
    pointsBack:
      /\b(?:that|this|those|these) (?:accounts?|assessments?|charges?|claims?|descriptions?|figures?|forms?|letters?|notes?|numbers?|remarks?|reports?|suggestions?|versions?|views?|words)\b|\bsuch an? \p{Ll}+|\b(?:puts?|putting) the (?:figure|number|total|toll|count) at\b|\b(?:holds|has|had|found|did) (?:one|neither|so)\b/iu,
    silentSubject: /^(?:neither|nobody|no one|none)\b/i,
  },
  speakers: {
    ofAnonymity: new Set(
      `anonymous anonymously anonymity unnamed named name because condition identified identify authorised authorized publicly speak
       permitted allowed fear feared not given reason article`
        .split(/\s+/)
        .map(formOf),
    ),
    kinOf: new Map(
      Object.entries({
        'brother sister sibling': 'brother sister sibling twin',
        'father mother parent': 'child daughter son',
        'child daughter son': 'father mother parent',
        'husband spouse widower wife widow': 'husband partner spouse wife',
        'aunt uncle': 'nephew niece',
        'nephew niece': 'aunt uncle',
        cousin: 'cousin',
      }).flatMap(([own, others]) =>
        own.split(' ').map((word) => [formOf(word), others.split(' ').map(formOf)] as const),
      ),
    ),
    saying: new Set(['say']),
  },
}
