import { list } from '../../lists/list.ts'

/** The closed classes of German words, in lower case. */

export const pronouns = list('er sie es wir ich man dieser diese jener jene beide letzterer letztere ersterer wer')

export const determiners = list(
  `der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jener jene jenes kein keine
   keinen keinem keiner sein seine seiner seinen seinem seines ihr ihre ihrer ihren ihrem ihres unser unsere unserer
   unserem unseren mehrere einige viele zwei drei vier fünf beide alle allen aller beiden manche zahlreiche etliche`,
)

/** Determiners that no subject has: “dem Minister”. */
export const obliqueDeterminers = list(
  'dem den des einem einen eines diesem diesen dieses seinem seinen seines ihrem ihren ihres keinem keinen unserem unseren',
)

export const prepositions = list(
  `in im am an auf aus bei beim durch für gegen gegenüber mit nach seit über um unter vom von vor während wegen zu zum zur
   zwischen trotz anlässlich laut gemäß infolge innerhalb außerhalb per bis ohne angesichts aufgrund mithilfe hinsichtlich
   bezüglich binnen entgegen neben statt hinter ab ins ans aufs`,
)

/** Prepositions that may join two nouns into one phrase: “der Chef von Nordwind”, “die Kammer für Handel”. */
export const attributive = list(
  'von vom für in im aus zur zum bei beim des der und sowie & an am zu mit über auf unter gegen gegen wegen nach',
)

export const complementizers = list('dass daß ob')

/** Words that open a subordinate clause. */
export const subordinators = list(
  `weil wenn obwohl als da nachdem bevor während indem sodass falls sobald damit bis seit seitdem wobei womit wodurch was
   wer wo warum welche welcher welches welchem welchen deren dessen denen sofern solange obgleich wohingegen wie wonach`,
)

export const relatives = list('der die das dem den deren dessen denen welche welcher welches welchem welchen was wo')

export const conjunctions = list('und aber doch sondern denn oder auch jedoch sowie')

/** Finite forms of the commonest verbs. */
export const finiteForms = list(
  `ist sind war waren hat haben hatte hatten wird werden wurde wurden soll sollen sollte sollten kann können konnte konnten
   muss müssen musste mussten will wollen wollte wollten darf dürfen durfte durften mag mögen möchte möchten gibt gab gaben
   kommt kommen kam kamen geht gehen ging gingen steht stehen stand standen liegt liegen lag lagen bleibt bleiben blieb
   blieben gilt gelten galt galten hieß heißt heißen starb starben handelt handelte befindet befinden befand befanden macht
   machte machten nimmt nahm nahmen hält hielt hielten lässt ließ ließen läuft lief liefen findet fand fanden sieht sah
   sahen trägt trug trugen bringt brachte brachten führt führte führten zeigt zeigte zeigten stellt stellte stellten setzt
   setzte setzten zieht zog zogen tritt trat traten wirft warf warfen fällt fiel fielen schließt schloss schlossen spricht
   sprach sprachen beginnt begann begannen verliert verlor verloren gewinnt gewann gewannen braucht brauchte brauchten
   erhält erhielt erhielten erhält besteht bestand bestanden scheint schien schienen wirkt wirkte klingt klang folgt folgte
   folgten gehört gehörte gehörten kostet kostete kosteten reicht reichte sitzt saß saßen lebt lebte lebten arbeitet
   arbeitete droht drohte drohten beträgt betrug verließ verließen erreichte erreichten fordert forderte forderten
   vertritt vertrat vertraten vertreten kritisiert kritisierte kritisierten stieg stiegen sank sanken wuchs wuchsen schlug
   schlugen rief riefen wies wiesen verlangt verlangte stimmt stimmte stimmten gelang gelangen geriet gerieten entstand
   entstanden erschien erschienen verwies verwiesen traf trafen trifft betrifft`,
)

/** Forms of the reporting mood that are nothing else. */
export const reportingForms = list(
  `sei seien habe werde könne müsse solle wolle dürfe möge gebe gehe komme stehe bleibe liege gelte handle handele bestehe
   wisse lasse nehme halte trage bringe sehe zeige gehöre existiere laufe brauche finde mache führe stelle spiele arbeite
   lebe kenne glaube denke biete verliere gewinne erhalte bekomme drohe reiche koste fehle diene erfülle leide`,
)
/** Forms that report only where other words show it. */
export const possiblyReporting = list(
  'hätte hätten wäre wären würde würden könnte könnten müsste müssten dürfte dürften läge lägen käme kämen gäbe gäben stünde stünden nähme nähmen fände fänden träfe träfen bräuchte bräuchten wüsste wüssten',
)

export const auxiliaries = list('hat haben hatte hatten habe hätte hätten')
export const passives = list('wird werden wurde wurden werde würden')

/** Adverbs and the like that may open a main clause, so that its subject comes after the verb. */
export const adverbs = list(
  `gestern heute morgen zuvor später weiter weiterhin jedoch dazu dabei damals außerdem auch bereits unterdessen hierzu
   daraufhin zudem ferner anschließend wörtlich zwar ursprünglich dadurch dafür indessen gleichwohl vorher kürzlich jüngst
   letztlich möglicherweise wahrscheinlich vermutlich so nun doch dennoch allerdings damit darüber daher deshalb zugleich
   gleichzeitig inzwischen bisher schließlich erst bislang ebenso zuletzt jetzt daraus ebenfalls danach offenbar tatsächlich
   vielmehr demnach hier dort dagegen hingegen darauf davon immer wieder einerseits andererseits trotzdem seitdem seither
   mittlerweile kurz noch aber denn nur schon dann ganz sogar besonders insbesondere vor_allem ihm ihr ihnen sich es
   gegenüber prompt knapp trocken bitter besorgt wütend nüchtern selbst abends morgens mittags montags dienstags mittwochs
   donnerstags freitags samstags sonntags montagabend dienstagabend mittwochabend donnerstagabend freitagabend derweil
   hernach sodann nochmals abermals erneut ausdrücklich deutlich öffentlich scharf wiederholt mehrfach lediglich eindringlich
   überraschend zunächst anfangs indes hinzu lange längst nochmal unumwunden süffisant`,
)

export const negations = list('nicht nie niemals keineswegs keinesfalls kaum')

/** Times and places of speaking that end the speaker's name: “sagte Weber am Montag”. */
export const times = list(
  `montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend montagabend dienstagabend mittwochabend
   donnerstagabend freitagabend samstagabend sonntagabend montagmorgen montagvormittag dienstagvormittag mittwochvormittag
   donnerstagvormittag freitagvormittag montagnachmittag dienstagnachmittag mittwochnachmittag donnerstagnachmittag
   freitagnachmittag samstagnachmittag sonntagnachmittag januar februar märz april mai juni juli august september oktober
   november dezember tag tage abend nacht morgen vormittag nachmittag mittag wochenende woche jahr monat anschluss ende
   anfang rande nachgang vorfeld vergangenen gestrigen heutigen`,
)

/** Where something is said. */
export const venueNoun =
  /^(?:\p{L}*(?:interview|gespräch|pressekonferenz|stellungnahme|mitteilung|erklärung|sendung|rede|prozess|gericht|parlament|bundestag|landtag|sitzung|anfrage|nachfrage|bericht|brief|schreiben|beitrag|debatte|radio|fernsehen|konferenz|versammlung|ausschuss)(?:s|es|en)?)$/u

/** Returns true for a word that is a noun in no case, however it is written. */
export function isSmall(word: string): boolean {
  return determiners.has(word) || pronouns.has(word) || prepositions.has(word) || adverbs.has(word)
}
