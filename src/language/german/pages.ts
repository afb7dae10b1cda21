import type { PageWords } from '../lists/pages.ts'

/** Words of pages in German. */
export const german: PageWords = {
  boilerplate: [
    'anzeige',
    'lesezeit:? .{0,20}',
    '(?:artikel |seite |diesen artikel )?(?:teilen|drucken|merken|speichern|vorlesen|anhören|kommentieren|weiterleiten)',
    '(?:fehler|problem) melden',
    '\\d+ kommentare?',
    'kommentare?(?: \\(\\d+\\))?',
    'zur startseite',
    'mehr (?:lesen|anzeigen|dazu|zum thema)\\W*',
    'weiterlesen\\W*',
    'lesen sie auch\\b.{0,120}',
    '(?:auch|mehr) interessant:?.{0,120}',
    'empfohlener (?:redaktioneller )?inhalt',
    '(?:foto|bild|quelle|grafik|video)s?: .{2,80}',
    'jetzt (?:abonnieren|anmelden|registrieren|testen).{0,60}',
    'alle rechte vorbehalten\\W*',
    'inhaltsverzeichnis',
    '(?:rezept |seite )drucken',
    '(?:war|hat) (?:dir |ihnen )?(?:der|dieser) (?:artikel|beitrag) (?:nützlich|hilfreich|gefallen)\\?',
    '(?:der|dieser) (?:beitrag|artikel|text) wurde (?:am|veröffentlicht).{0,80}',
  ],
  above: [
    '\\d+ min(?:uten)?\\.?(?: lesezeit)?',
    '(?:aktualisiert|veröffentlicht|erstellt|stand|letztes update|zuletzt aktualisiert)\\b:?.{0,60}',
    '(?:(?:mo|di|mi|do|fr|sa|so)[a-z]*\\.?,? )?(?:den )?\\d{1,2}\\. ?(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)\\.? \\d{4}(?:.{0,24})',
  ],
  ofTheSite:
    /\b(?:diese (?:web)?seite (?:verwendet|nutzt) cookies|wir (?:verwenden|nutzen) cookies|externen inhalten? einverstanden)/i,
  aboutWriter:
    /^(?:(?:freier? |leitende[rn]? )?(?:redakteur|reporter|autor|journalist|korrespondent|volontär|kolumnist)(?:in)?\W*$|(?:schreibt|arbeitet|berichtet|ist) (?:seit|für|als|über) .{0,200}$)/iu,
  behind:
    /^(?:das (?:könnte|dürfte) (?:sie|dich|euch) (?:auch )?(?:noch )?interessieren|meistgelesene? ?(?:artikel)?|mehr (?:zum thema|aus (?:dem|der|diesem) .{2,30}|artikel)|weitere (?:artikel|themen|nachrichten|meldungen)|lesen sie (?:auch|mehr)|auch interessant|zum thema|themen|empfehlungen(?: der redaktion)?|(?:ähnliche|verwandte|empfohlene|passende) (?:artikel|beiträge|themen)|weiterführende (?:links|informationen)|weitere (?:informationen|links|beiträge)(?: .{2,40})?|zum weiterlesen|mehr themen|schon gelesen|themen im artikel|(?:das thema|dieser artikel) könnte (?:sie|dich) auch interessieren|quellen(?:angaben)?|inhaltsverzeichnis)\W*$/iu,
  byline: '[Vv]on',
  bylineLabel: 'autor(?:in|en)?|text|verfasst|geschrieben|veröffentlicht(?: am)?|ein (?:beitrag|artikel|kommentar)',
  noAuthor:
    /^(?:von|(?:veröffentlicht|geschrieben|erstellt|verfasst)(?: (?:von|am))?|(?:die |unserer? )?redaktion|autor(?:in)?|folgen|teilen)\W*$/i,
  changed: /\b(?:aktualisiert|geändert|update|stand)\b[^.]{0,20}$/i,
  stampWords: 'von vom um uhr aktualisiert veröffentlicht erstellt stand zuletzt',
  filed: { opinion: 'kommentare?|leitartikel|meinung', live: 'liveticker' },
  titled: { live: /^liveticker\s*[:|–—-]/i },
  units: 'Meter|Kilometer',
}
