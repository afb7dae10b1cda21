import { list } from '../../lists/list.ts'
import { VerbLexicon, type VerbRow } from '../../surface/verbs.ts'
import { conjugate } from './conjugation.ts'

/**
 * Verbs of saying, by the act that the verb itself expresses. A new verb is one word here: see `conjugate` for how verbs
 * are written.
 */
const rows: readonly VerbRow[] = [
  [
    'says',
    ['clause'],
    `sagen erklären betonen erzählen bemerken meinen äußern ergänzen erläutern schildern argumentieren begründen
     unterstreichen/unterstreicht/unterstrich/unterstrichen präzisieren antworten erwidern entgegnen kommentieren
     versichern beteuern bekräftigen bilanzieren resümieren konstatieren schlussfolgern folgern urteilen spekulieren
     mutmaßen vermuten glauben hoffen verdeutlichen verlautbaren twittern posten analysieren rechnen erinnern
     schreiben/schreibt/schrieb/geschrieben sprechen/spricht/sprach/gesprochen finden/findet/fand/gefunden
     denken/denkt/dachte/gedacht wissen/weiß/wusste/gewusst besagen lauten behaupten berichten melden bezeugen
     beschreiben/beschreibt/beschrieb/beschrieben befinden/befindet/befand/befunden betragen zitieren signalisieren
     hinzu|fügen hinzu|setzen an|geben/gibt/gab/gegeben aus|sagen aus|führen dar|legen an|merken an|deuten
     hervor|heben/hebt/hob/gehoben hin|weisen/weist/wies/gewiesen fest|stellen klar|stellen
     fest|halten/hält/hielt/gehalten hervor|gehen/geht/ging/gegangen aus|gehen/geht/ging/gegangen zu|geben/gibt/gab/gegeben
     mit|teilen ein|schätzen ein|werfen/wirft/warf/geworfen nach|legen ein|schränken verraten/verrät/verriet/verraten
     kontern plaudern aus|plaudern schwärmen spotten scherzen witzeln frotzeln seufzen stöhnen rufen/ruft/rief/gerufen
     schreien/schreit/schrie/geschrien brüllen flüstern ätzen giften toben wettern ab|winken beschwichtigen ein|wenden
     schieben/schiebt/schob/geschoben nach|schieben/schiebt/schob/geschoben jubeln frohlocken fluchen schimpfen donnern
     sinnieren grübeln dichten weiter|sprechen/spricht/sprach/gesprochen fort|fahren/fährt/fuhr/gefahren zusammen|fassen vor|tragen/trägt/trug/getragen aus|packen auf|zählen vor|rechnen nach|haken ein|haken witzeln protokollieren bescheinigen an|führen wiederholen entschuldigen begründen auf|klären hoffen
     zurück|blicken skandieren interpretieren verlauten loben schätzen überlegen lesen/liest/las/gelesen erfahren/erfährt/erfuhr/erfahren`,
  ],
  [
    'says',
    ['quotation'],
    `nennen/nennt/nannte/genannt bezeichnen titulieren werten lächeln lachen grinsen sehen/sieht/sah/gesehen
     halten/hält/hielt/gehalten rechtfertigen ein|stufen verteidigen an|greifen/greift/griff/gegriffen`,
  ],
  [
    'announces',
    ['clause'],
    `verkünden an|kündigen ankündigen bekannt|geben/gibt/gab/gegeben bekanntgeben/bekanntgibt/bekanntgab/bekanntgegeben
     bekannt|machen beschließen/beschließt/beschloss/beschlossen entscheiden/entscheidet/entschied/entschieden`,
  ],
  ['confirms', ['clause', 'object'], 'bestätigen'],
  [
    'denies',
    ['clause', 'object'],
    'dementieren bestreiten/bestreitet/bestritt/bestritten ab|streiten/streitet/stritt/gestritten leugnen verneinen zurück|weisen/weist/wies/gewiesen widersprechen/widerspricht/widersprach/widersprochen',
  ],
  [
    'rejects',
    ['clause', 'object'],
    `     aus|schließen/schließt/schloss/geschlossen ab|lehnen bezweifeln ab|wiegeln
     verwahren entgegen|treten/tritt/trat/getreten`,
  ],
  [
    'admits',
    ['clause'],
    `ein|räumen gestehen/gesteht/gestand/gestanden zu|gestehen/gesteht/gestand/gestanden bekennen/bekennt/bekannte/bekannt
     ein|gestehen/gesteht/gestand/gestanden bedauern beichten`,
  ],
  [
    'accuses',
    ['clause'],
    `vor|werfen/wirft/warf/geworfen beschuldigen bezichtigen unterstellen vor|halten/hält/hielt/gehalten an|prangern
     verdächtigen`,
  ],
  [
    'criticizes',
    ['clause'],
    `kritisieren bemängeln monieren beklagen klagen beanstanden rügen attackieren nörgeln verurteilen beschweren`,
  ],
  [
    'demands',
    ['clause'],
    `fordern verlangen auf|fordern appellieren mahnen drängen plädieren an|mahnen auf|rufen/ruft/rief/gerufen
     bitten/bittet/bat/gebeten empfehlen/empfiehlt/empfahl/empfohlen raten/rät/riet/geraten beantragen beschwören
     vor|schlagen/schlägt/schlug/geschlagen an|regen ein|fordern wünschen flehen an|ordnen`,
  ],
  [
    'promises',
    ['clause'],
    `versprechen/verspricht/versprach/versprochen geloben zu|sagen zu|sichern garantieren
     schwören/schwört/schwor/geschworen an|bieten/bietet/bot/geboten`,
  ],
  ['warns', ['clause'], 'warnen drohen an|drohen befürchten fürchten'],
  ['predicts', ['clause'], 'prognostizieren erwarten vorher|sagen voraus|sagen prophezeien orakeln'],
  ['asks', ['clause'], 'fragen rätseln nach|fragen'],
  ['praises', ['quotation'], 'würdigen begrüßen'],
]

/** Verbs after which somebody else than the last speaker speaks. */
export const replyVerbs = list(
  'antwortete antwortet antworteten erwiderte erwidert entgegnete entgegnet konterte kontert widersprach widerspricht',
)

export const verbs = new VerbLexicon()

for (const [act, frames, entries] of rows) {
  for (const entry of list(entries)) {
    const { lemma, particle, ...forms } = conjugate(entry)
    verbs.add(particle === undefined ? { lemma, act, frames } : { lemma, act, frames, particle }, forms)
    // In a subordinate clause the particle stands in front: “wie er mitteilte”.
    if (particle !== undefined)
      verbs.add(
        { lemma, act, frames },
        { finite: forms.finite.map((form) => particle + form), participles: [], infinitives: [], gerunds: [] },
      )
  }
}
