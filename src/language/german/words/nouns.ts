import { list } from '../../lists/list.ts'

/** Nouns that “nach” makes a source: “nach Angaben der Polizei”. Lower case. */
export const opinionNouns = list(
  `angabe angaben aussage aussagen ansicht ansichten auffassung meinung meinungen einschätzung einschätzungen information
   informationen bericht berichten berichte worten darstellung erkenntnissen erkenntnis schätzung schätzungen vermutung
   vermutungen behauptung behauptungen überzeugung berechnungen berechnung studie umfrage prognosen prognose mitteilung
   mitteilungen meldung meldungen vernehmen lesart analyse untersuchungen untersuchung interpretation rechnung dafürhalten
   hochrechnung hochrechnungen ermittlungen auskunft version beobachtungen beobachtung statistik erhebungen ankündigung
   ankündigungen bekunden erklärung vorstellung vorstellungen eindruck gefühl erinnerung zahlen daten bewertung urteil
   gutachten befund recherchen zeugenaussagen schilderung schilderungen planung plänen kenntnis`,
)
/** Ends of compounds that do the same: “Polizeiangaben”, “Medienberichten”. */
export const opinionEnding =
  /(?:angaben|berichten|informationen|meldungen|aussagen|einschätzung|ansicht|schätzungen|recherchen|kreisen|auskunft|erkenntnissen|meinung|mitteilung|stellungnahme|ergebnis|ergebnissen|stand|planungen|erfahrungen)$/

/** Rules and plans, which “nach” quotes: “nach dem Gesetz”. */
export const rulingNoun =
  /(?:gesetz(?:es|e)?|gesetzentwurf|gesetzesentwurf|verfassung|vorlage|paragraf|abkommen|vertrag|entwurf|plan)$/

/** Documents that state things; their names may be the source. */
export const documents =
  /^(?:\p{L}*(?:erklärung|bericht|mitteilung|meldung|studie|schreiben|brief|stellungnahme|artikel|urteil|beschluss|papier|gutachten|entwurf|resolution|begründung|dokument|untersuchung|kommentar|statistik|umfrage|anklage|anklageschrift|protokoll|vermerk|bescheid|akte|akten|auswertung|analyse)(?:s|es|e|en|n)?)$/iu

/** Nouns whose clause is a statement: “die Behauptung, …”. */
export const statementNouns = list(
  `behauptung behauptungen forderung forderungen ankündigung vorwurf vorwürfe vorwürfen aussage aussagen hinweis hinweise
   meinung auffassung ansicht überzeugung befürchtung befürchtungen begründung meldung meldungen gerücht gerüchte bericht
   berichte berichten erklärung aufforderung vorschlag einschätzung vermutung verdacht hoffnung theorie these ergebnis
   schluss warnung drohung versprechen zusage feststellung eindruck aufruf appell bitte`,
)
