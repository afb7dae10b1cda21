import type { Gender } from '../../gender.ts'
import { list } from '../../lists/list.ts'

/** Nouns for what somebody is: their office, their work, or whose relation they are; with gender and number taken off. */
const roles = list(
  `presidente vice-presidente ministr primeir-ministr secretári diretor director prefeit vereador deputad senador governador
   autarca governante parlamentar magistrad clínic causídic embaixador juiz juíza procurador promotor advogad delegad porta-voz líder chefe coordenador gerente gestor
   administrador empresári dono proprietári sóci fundador treinador técnic selecionador jogador capitão goleiro guarda-redes
   atleta árbitro cantor músic ator actor atriz actriz realizador cineasta escritor autor jornalista editor professor reitor
   investigador pesquisador cientista economista analista historiador sociólog biólog físic químic médic enfermeir
   psicólog engenheir arquitet arquitect especialista perit consultor comandante general coronel major inspetor inspector
   polícia bombeir agricultor pescador motorista taxista piloto testemunha vítima pai mãe filh irmão irmã marido mulher
   espos viúv namorad vizinh colega morador residente comerciante trabalhador operári sindicalista dirigente militante
   ativista activista candidat bispo padre papa cardeal rei rainha príncipe princesa conselheir assessor adjunt responsável
   superintendente comissári tesoureir relator estudante alun avó avô homem senhor senhora jovem rapaz rapariga menin
   condutor passageir turista cliente utente doente paciente inquilin arrendatári feirante artesã chef cozinheir padeir
   oficial capitã provedor bastonári encarregad voluntári organizador promotora ex-presidente ex-ministr
   curador galerista fotógraf designer modelo desportista ciclista ginasta surfista tenista nadador corredor dona-de-casa
   aposentad reformad pensionista emigrante imigrante refugiad presidenta síndic zelador porteir lojista caixa
   meteorologist climatologist contabilist dentist bancári cirurgiã geólog glaciólog hidrólog biólog ecólog sismólog antropólog
   politólog psiquiatr pediatr veterinári farmacêutic nutricionist socorrist mecânic eletricist eletricista modist costureir
   crític dramaturg maestr pianist guitarrist escultor restaurador bibliotecári arquivist curandeir influenciador youtuber blogueir
   mandatári atacante zagueiro lateral volante meia ponta auxiliar preparador olheiro garçom garçonete barman diarista
   camareir faxineir vigilante segurança soldado cabo sargento tenente capitão delegada escriv agente fiscal auditor banqueir
   corretor construtor empreiteir engenheira senhorio inquilina arrendatário gestora consultora doutor doutora astrólog vidente
   porteira secretário-geral diretor-geral director-geral presidente-executiv diretor-executiv coordenadora`,
)

/** Returns true for such a noun in any of its forms. */
export function isRole(word: string): boolean {
  return roles.has(roleKey(word)) || roles.has(word)
}

/** Returns the gender that the form of such a noun shows. */
export function genderOf(word: string): Gender | undefined {
  if (/^(?:mulher|mãe|filha|irmã|avó|atriz|actriz|rainha|princesa|rapariga|senhora)$/.test(word)) return 'female'
  if (/^(?:homem|pai|irmão|avô|rei|príncipe|rapaz|padre|bispo|papa|marido|juiz)$/.test(word)) return 'male'
  if (/(?:tora|dora|ora|ira|ária|eira|ada|ista|ante|ente|ica|oga)$/.test(word) && !/(?:ista|ante|ente)$/.test(word))
    return 'female'
  return /(?:tor|dor|or|eiro|ário|ado|ico|ogo)$/.test(word) ? 'male' : undefined
}

/** A noun without gender and number: “vereador” for “vereadora”. */
export function roleKey(word: string): string {
  return word
    .replace(/^doutora?s?$/, 'médico')
    .replace(/(?<=[dtslr]or)(?:as?|es)$/, '')
    .replace(/(?<=\p{L}{3})(?:[oa]s?)$/u, '')
    .replace(/(?<=\p{L}{4})s$/u, '')
}
