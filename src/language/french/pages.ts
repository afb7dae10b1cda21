import type { PageWords } from '../lists/pages.ts'

/** Words of pages in French. */
export const french: PageWords = {
  boilerplate: [
    'publicité',
    "(?:partager|imprimer|enregistrer|commenter|écouter|réagir)(?: (?:cet|l[’']) ?article)?",
    '\\d+ commentaires?',
    '(?:lire|à lire|voir) aussi\\b.{0,140}',
    '(?:crédits? )?photos?\\s?: .{2,80}',
    'crédits?(?: photos?)?\\s?: .{2,80}',
    'tous droits réservés\\W*',
  ],
  above: [
    '(?:publiée?|mise? à jour|modifiée?|postée?)(?=[\\s:]|$).{0,60}',
    'temps de lecture.{0,30}',
    '(?:(?:lun|mar|mer|jeu|ven|sam|dim)[a-z]* )?\\d{1,2}(?:er)? (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) \\d{4}(?:.{0,24})',
  ],
  behind:
    /^(?:(?:sur le même sujet|articles? (?:similaires|liés)|les plus lus|à lire (?:aussi|également)|plus d[’'](?:actualités|infos)|vous aimerez aussi))\W*$/iu,
  byline: '[Pp]ar',
  bylineLabel: 'auteure?s?|publié(?: le)?|écrit|propos recueillis|texte',
  noAuthor: /^(?:par|publié(?: (?:par|le))?|rédaction|la rédaction|nom|auteure?)\W*$/i,
  changed: /(?:mis[e]? à jour|modifié)[^.]{0,20}$/i,
  stampWords: 'par le à les publié mis jour mise',
  filed: { opinion: 'opinion|tribunes?', live: 'en direct' },
  titled: { live: /^en direct\s*[:|–—-]/i },
  units: 'mètres?',
}
