import { list } from '../../lists/list.ts'
import type { PronounForm, SpeakerWords } from '../../surface/speakers/words.ts'
import { firstNames } from './first-names.ts'
import { genderOf, isRole, roleKey } from './roles.ts'
import { smallWords } from './words.ts'

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

const places = list(
  'são santo santa vila porto rio rua praça avenida monte serra vale nova novo ilha bairro quinta largo',
)

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
  echoes: new Set(['na sua opinião', 'no seu entender', 'a seu ver']),
  relatives: list('que quem qual'),
  definite: list('o a os as do da dos das ao à aos às pelo pela no na nos nas'),
  subjectArticles: list('o a os as'),
  indefinite: list('um uma uns umas vários várias alguns algumas dois duas três muitos'),
  singular: list('um uma o a'),
  possessive: list('seu sua seus suas'),
  particles: list('de da do dos das e van von del la'),
  joinsRole: list('para em no na e'),
  isSmall: (word) => smallWords.has(word),
  titles: list('dr dr. dra dra. sr sr. sra sra. dom dona d. eng prof'),
  firstNames,
  joints: null,
  isRole,
  former: /^(?:[oa] )?(?:ex-|antig[oa] )/i,
  isBareRelation: (role) => /^(?:mulher|marido|mãe|pai|filh[oa]|irmã|irmão|chefe|colega|espos[oa])$/i.test(role),
  genderOf,
  bodyGender: new Map([
    ['a', 'female'],
    ['uma', 'female'],
    ['o', 'male'],
    ['um', 'male'],
  ]),
  alsoCalled: [
    [/^autarca/, /presidente da (?:câmara|junta)|vereador|prefeit/i],
    [/^governante/, /ministr|secretári[oa] de estado|governador/i],
    [/^parlamentar/, /deputad|senador/i],
    [/^magistrad/, /juiz|juíza|procurador|promotor/i],
    [/^técnic/, /treinador/i],
    [/^mandatári/, /presidente/i],
    [/^causídic/, /advogad/i],
    [/^clínic/, /médic|cirurgi/i],
    [/^especialist/, /ólog|ista$|professor/i],
  ],
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
  isPlace: (word) => places.has(word),
  adjective:
    /(?:[^u]al|ais|ar|an[oa]s?|enses?|ês|es[ea]s?|iv[oa]s?|ic[oa]s?|il|os[oa]s?|ári[oa]s?|ad[oa]s?|in[oa]s?|oficial|adjunt[oa])$/,
  isGroup: (word) => groups.has(word),
  capitalisesNouns: false,
  genitive: /(?!)/,
  ageMention: /^[oa] (?:homem|mulher|jovem|idos[oa]) de (\d{1,3}) anos/,
  beside: /^(?:e|mas|já|também) | (?:próprio|própria|mesmo|mesma)$/gi,
  ownStatement: /^(?:o próprio|a própria)$/,
  pluralVerb: /^\p{Ll}+(?:aram|eram|iram|avam|iam|am|em|êm)$/u,
  roleKey,
}
