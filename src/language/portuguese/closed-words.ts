import type { ClosedWords } from '../lists/closed-words.ts'

/** Closed words of Portuguese. */
export const portuguese: ClosedWords = {
  language: 'pt',
  negations: `não nunca jamais nada ninguém nenhum nenhuma nenhuns nenhumas tampouco sem nem`,
  negatesBehind: false,
  hedges: `talvez provavelmente possivelmente supostamente alegadamente aparentemente presumivelmente poderia poderiam teria
    teriam seria seriam terá terão suposto suposta alegado alegada quase cerca aproximadamente porventura`,
  conditions: `se salvo exceto excepto caso enquanto desde`,
  determiners: `o a os as um uma uns umas seu sua seus suas este esta estes estas esse essa esses essas vários várias alguns
    algumas dois duas três outro outra outros outras ambos ambas meu minha nosso nossa`,
  abbreviations: `sr sra srs dr dra d av pág art núm nº etc ex aprox prof profa eng gov dep sen mr mrs jr st sto sta`,
  elides: false,
  ordinalStop: false,
}
