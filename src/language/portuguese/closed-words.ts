import type { ClosedWords } from '../closed-words.ts'

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
  prepositions: `a ao à aos às ante até com contra de do da dos das desde em no na nos nas entre para por pelo pela pelos pelas
    sem sob sobre durante após perante segundo conforme`,
  pronouns: `ele ela eles elas eu nós este esta quem você vocês aquele aquela`,
  titles: `sr sra dr dra dom dona presidente presidenta ministro ministra prefeito prefeita porta-voz deputado deputada senador
    senadora`,
  abbreviations: `sr sra srs dr dra d av pág art núm nº etc ex aprox prof profa eng gov dep sen mr mrs jr st sto sta`,
  elides: false,
  ordinalStop: false,
}
