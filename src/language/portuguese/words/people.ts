import type { Gender } from '../../gender.ts'
import { list } from '../../lists/list.ts'
import type { PronounForm, SpeakerWords } from '../../surface/speakers/words.ts'
import { firstNames } from './first-names.ts'
import { smallWords } from './words.ts'

/** Nouns for what somebody is: their office, their work, or whose relation they are; with gender and number taken off. */
const roles = list(
  `presidente vice-presidente ministr primeir-ministr secretári diretor director prefeit vereador deputad senador governador
   autarca embaixador juiz juíza procurador promotor advogad delegad porta-voz líder chefe coordenador gerente gestor
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
   aposentad reformad pensionista emigrante imigrante refugiad presidenta síndic zelador porteir lojista caixa`,
)

const groups = list(
  `moradores vizinhos especialistas peritos críticos autoridades populares testemunhas pais alunos professores médicos
   trabalhadores sindicatos ambientalistas ativistas activistas comerciantes agricultores pescadores deputados vereadores
   dirigentes fontes pessoas bombeiros analistas economistas investigadores pesquisadores residentes utentes passageiros
   organizadores promotores manifestantes familiares amigos colegas funcionários`,
)

const bodies =
  /^(?:polícia|psp|gnr|pj|pm|ministério|tribunal|câmara|prefeitura|governo|estado|município|junta|assembleia|senado|congresso|parlamento|partido|empresa|companhia|grupo|banco|fundação|associação|federação|confederação|sindicato|clube|universidade|faculdade|instituto|hospital|igreja|diocese|ordem|agência|jornal|revista|rádio|televisão|comissão|conselho|autarquia|administração|direção|direcção|secretaria|procuradoria|delegacia|corporação|proteção|entidade|organização|união|liga|equipa|equipe|escola|museu|teatro|festival|hotel|editora|fábrica|construtora|concessionária|operadora|seguradora|transportadora|cooperativa|consórcio|observatório|laboratório|centro|gabinete|defesa|acusação|coligação|oposição|ps|psd|pt|pcp|cds|psdb|pmdb|onu|ue|nato|oms|lusa|reuters|bombeiros)$/

const documents =
  /^(?:relatório|estudo|inquérito|documento|comunicado|nota|carta|despacho|acórdão|sentença|decisão|resolução|lei|decreto|artigo|edital|parecer|ata|acta|auto|acusação|pesquisa|sondagem|levantamento|dados|estatísticas|investigação|texto|projeto|projecto|proposta|plano|informações|números)$/

const pronouns = new Map<string, PronounForm>([
  ['ele', { gender: 'male' }],
  ['ela', { gender: 'female' }],
  ['eles', { isPlural: true }],
  ['elas', { isPlural: true }],
  ['eu', { isPlural: true }],
  ['nós', { isPlural: true }],
  ['este', { gender: 'male' }],
  ['esta', { gender: 'female' }],
])

/** Portuguese words for people and bodies. */
export const portugueseSpeakers: SpeakerWords = {
  pronouns,
  echoes: list(''),
  relatives: list('que quem qual'),
  definite: list('o a os as do da dos das ao à aos às pelo pela no na nos nas'),
  subjectArticles: list('o a os as'),
  indefinite: list('um uma uns umas vários várias alguns algumas dois duas três muitos'),
  possessive: list('seu sua seus suas'),
  particles: list('de da do dos das e van von del la'),
  joinsRole: list('para em no na e'),
  isSmall: (word) => smallWords.has(word),
  titles: list('dr dr. dra dra. sr sr. sra sra. dom dona d. eng prof'),
  firstNames,
  isRole: (word) => roles.has(roleKey(word)) || roles.has(word),
  isBareRelation: (role) => /^(?:mulher|marido|mãe|pai|filh[oa]|irmã|irmão|chefe|colega|espos[oa])$/i.test(role),
  genderOf,
  articleGender: new Map([
    ['o', 'male'],
    ['a', 'female'],
    ['do', 'male'],
    ['da', 'female'],
    ['ao', 'male'],
    ['pelo', 'male'],
    ['pela', 'female'],
  ]),
  isBody: (word) => bodies.test(word),
  isDocument: (word) => documents.test(word),
  isGroup: (word) => groups.has(word),
  capitalisesNouns: false,
  genitive: /(?!)/,
  ageMention: /^[oa] (?:homem|mulher|jovem|idos[oa]) de (\d{1,3}) anos/,
  ownStatement: /^(?:o próprio|a própria)$/,
  pluralVerb: /^\p{Ll}+(?:aram|eram|iram|avam|iam|am|em|êm)$/u,
  roleKey,
}

function genderOf(word: string): Gender | undefined {
  if (/^(?:mulher|mãe|filha|irmã|avó|atriz|actriz|rainha|princesa|rapariga|senhora)$/.test(word)) return 'female'
  if (/^(?:homem|pai|irmão|avô|rei|príncipe|rapaz|padre|bispo|papa|marido|juiz)$/.test(word)) return 'male'
  if (/(?:tora|dora|ora|ira|ária|eira|ada|ista|ante|ente|ica|oga)$/.test(word) && !/(?:ista|ante|ente)$/.test(word))
    return 'female'
  return /(?:tor|dor|or|eiro|ário|ado|ico|ogo)$/.test(word) ? 'male' : undefined
}

/** A noun without gender and number: “vereador” for “vereadora”. */
function roleKey(word: string): string {
  return word
    .replace(/(?<=[dtslr]or)(?:as?|es)$/, '')
    .replace(/(?<=\p{L}{3})(?:[oa]s?)$/u, '')
    .replace(/(?<=\p{L}{4})s$/u, '')
}
