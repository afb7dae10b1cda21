import type { PageWords } from '../lists/pages.ts'

/** Words of pages in Portuguese. */
export const portuguese: PageWords = {
  boilerplate: [
    'publicidade',
    '(?:compartilhar|partilhar|salvar|guardar|imprimir|comentar|ouvir)(?: (?:esta |a )?notícia)?',
    '\\d+ comentários?',
    '(?:leia|veja|leia mais|veja também|leia também)\\s?: .{2,140}',
    '(?:foto|imagem|fonte|vídeo)s?: .{2,80}',
    'todos os direitos reservados\\W*',
  ],
  above: ['(?:publicad[oa]|atualizad[oa])\\b.{0,60}', 'tempo de leitura.{0,30}'],
  behind:
    /^(?:(?:notícias|artigos|conteúdos?) relacionad[oa]s|(?:as )?mais lid[oa]s|leia (?:mais|também)|veja também)\W*$/iu,
  byline: '[Pp]or',
  bylineLabel: 'autor(?:a|es)?|escrito|publicado(?: em)?|texto',
  noAuthor: /^(?:por|publicado(?: (?:por|em))?|(?:da )?redação|autora?)\W*$/i,
  changed: /(?:atualizad|modificad)[ao][^.]{0,20}$/i,
  stampWords: 'por de em às publicado atualizado',
  units: 'metros?',
}
