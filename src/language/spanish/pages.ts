import type { PageWords } from '../lists/pages.ts'

/** Words of pages in Spanish. */
export const spanish: PageWords = {
  boilerplate: [
    'publicidad',
    '(?:guardar|compartir|imprimir|comentar|escuchar)(?: (?:esta )?noticia)?',
    '\\d+ comentarios?',
    '(?:lee|lea|ver|mira|te puede interesar)(?: también)?\\s?: .{2,140}',
    'valora esta noticia',
    '¡?descubre .{0,60}\\b(?:canal|app|boletín)\\b.{0,60}',
    '(?:foto|imagen|fuente|vídeo)s?: .{2,80}',
    'todos los derechos reservados\\W*',
  ],
  above: [
    '(?:publicad[oa]|actualizad[oa]|creado)\\b.{0,60}',
    '\\d+ min(?:utos)?\\.?(?: de lectura)?',
    '(?:(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo),? )?\\d{1,2} de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre) (?:de )?\\d{4}(?:.{0,24})',
  ],
  behind:
    /^(?:(?:noticias|artículos|contenidos?) relacionad[oa]s|lo más (?:leído|visto)|te puede interesar|más (?:noticias|información)|también te puede interesar)\W*$/iu,
  byline: '[Pp]or',
  bylineLabel: 'autor(?:a|es)?|escrito|publicado(?: el)?|texto|redacción',
  noAuthor: /^(?:por|publicado(?: (?:por|el))?|redacción|autora?)\W*$/i,
  changed: /(?:actualizad|modificad)[ao][^.]{0,20}$/i,
  stampWords: 'por el la de del publicado actualizado',
  units: 'metros?',
}
