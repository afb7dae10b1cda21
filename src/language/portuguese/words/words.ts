import type { Act } from '../../../domain/claim.ts'
import { list } from '../../lists/list.ts'
import { phraseIndex, type RomanceWords, smallWordsOf, verbPhrases } from '../../romance/words.ts'
import type { SayingVerb } from '../../surface/verbs.ts'
import { isRole } from './roles.ts'
import { verbs } from './verbs.ts'

const phrase: SayingVerb = { lemma: 'dar a conhecer', act: 'says', frames: ['clause'] }

/** The words of Portuguese, in Europe and in Brazil. */
export const portugueseWords: RomanceWords = {
  verbs,
  determiners: list(
    `o a os as um uma uns umas seu sua seus suas este esta estes estas esse essa esses essas aquele aquela vários várias alguns
     algumas muitos muitas dois duas três quatro cinco outro outra outros outras ambos todos todas cada nenhum nenhuma`,
  ),
  subjectArticles: list('o a os as um uma'),
  prepositions: list(
    `a ao à aos às ante até com contra de do da dos das desde em no na nos nas entre para por pelo pela pelos pelas sem sob
     sobre durante após perante num numa nuns numas dum duma neste nesta nesse nessa naquele naquela deste desta desse dessa
     segundo conforme mediante`,
  ),
  pronouns: list('qual quais ele ela eles elas eu nós você vocês este esta esse essa quem ambos isto isso'),
  beforeVerbs: list('não já se lhe lhes me nos nunca também ainda só nem o a os as te jamais'),
  weakBehind: /-(?:me|te|se|lhes?|nos|vos|[oa]s?|l[oa]s?|n[oa]s?)$/,
  reflexives: list('se'),
  notReflexive: list(''),
  beforeReasons: list('pois'),
  beforeFinite: list('lhe lhes'),
  complementizers: list('que se'),
  that: list('que'),
  of: list('de do da dos das'),
  gerundEnding: /ndo(?:-\p{L}+)?$/u,
  questions: list('onde quem porquê como quando quanto quanta quantos'),
  subordinators: list(
    `porque quando embora onde enquanto como qual quem cujo cuja pois caso apesar logo mal assim tal quanto à_medida`,
  ),
  relatives: list('que quem cujo cuja cujos cujas onde qual quais'),
  conjunctions: list('e mas ou porém nem todavia contudo'),
  contrasts: list('mas porém e enquanto embora sendo'),
  auxiliaries: list('tem têm tinha tinham havia haviam teria teriam tenha teve vem vêm'),
  passives: list('foi foram é são era eram será serão'),
  passiveParticiples: list('sido'),
  finiteForms: list(
    `é são foi foram era eram será serão seria seriam está estão estava estavam esteve tem têm tinha tinham teve tiveram terá
     terão teria teriam pode podem podia poderia poderá pôde deve devem devia deveria deverá vai vão foi há havia haverá
     houve faz fazem fez fizeram fazia dá deu deram vê vem vêm veio vieram quer querem quis sabe sabem soube fica ficam ficou
     ficaram diz chega chegou passa passou existe existem começa começou continua deixa deixou leva levou segue seguiu traz
     trouxe põe pôs sai saiu parece parecia permite permitiu precisa precisam resta cabe haja seja sejam esteja tenha tenham
     possa possam fosse fossem tivesse vá`,
  ),
  finiteEnding:
    /(?:[^q]ou|(?:[bclrtv]eu|[dlnrtv]iu)|aram|eram|iram|avam|arão|erão|irão|aria|eria|iria|ariam|eriam|iriam|asse|esse|isse|assem|essem|issem)$/,
  infinitive: /^\p{L}{1,}(?:[aei]r|pôr|[aeiô]-l[oa]s?)(?:em|mos)?$/u,
  phrases: verbPhrases([
    { heads: list('deixou deixaram deixa deixado'), words: ['claro'], verb: phrase },
    { heads: list('fez fizeram faz feito'), words: ['saber'], verb: phrase },
    { heads: list('deu deram dá dado'), words: ['a', 'conhecer'], verb: phrase },
  ]),
  beforeGerunds: list(''),
  echoes: phraseIndex([
    ['na', 'sua', 'opinião'],
    ['no', 'seu', 'entender'],
    ['a', 'seu', 'ver'],
  ]),
  beforeInfinitives: new Map<string, ReadonlySet<Act>>([['a', new Set(['promises'])]]),
  nobody: list('ninguém nenhum nenhuma nem'),
  negations: list('não nunca jamais nem'),
  adverbs: list(
    `ontem hoje amanhã agora ainda também já depois antes então assim aqui ali lá sempre nunca não só apenas mesmo porém todavia
     contudo entretanto afinal aliás portanto logo anteontem além bem mal mais menos muito pouco tanto quase inclusive porventura
     atrás entrementes enfim outrora doravante`,
  ),
  adverbEnding: /mente$/,
  times: list(
    `ontem hoje segunda-feira terça-feira quarta-feira quinta-feira sexta-feira segunda terça quarta quinta sexta sábado domingo
     janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro dia semana mês ano noite manhã
     tarde madrugada altura momento ocasião início fim final passado passada`,
  ),
  venues:
    /^(?:entrevista|entrevistas|comunicado|nota|conferência|declarações|declaração|coletiva|conversa|reunião|discurso|carta|artigo|editorial|depoimento|julgamento|audiência|debate|sessão|cerimónia|cerimônia|lusa|reportagem|telefonema|programa|vídeos?|live|redes?|mensage(?:m|ns)|publicação|publicações|postage(?:m|ns)|story|stories)$/,
  accordingTo: phraseIndex([
    ['de', 'acordo', 'com'],
    ['na', 'opinião', 'de'],
    ['na', 'opinião', 'do'],
    ['na', 'opinião', 'da'],
    ['na', 'opinião', 'dos'],
    ['no', 'entender', 'de'],
    ['no', 'entender', 'do'],
    ['no', 'entender', 'da'],
    ['na', 'avaliação', 'de'],
    ['na', 'avaliação', 'do'],
    ['na', 'avaliação', 'da'],
    ['na', 'avaliação', 'dos'],
    ['na', 'perspetiva', 'de'],
    ['na', 'visão', 'de'],
    ['na', 'visão', 'do'],
    ['na', 'visão', 'da'],
    ['nas', 'palavras', 'de'],
    ['nas', 'palavras', 'do'],
    ['nas', 'palavras', 'da'],
    ['no', 'dizer', 'de'],
    ['nas', 'contas', 'de'],
    ['nas', 'contas', 'da'],
    ['nas', 'contas', 'do'],
    ['segundo'],
    ['conforme'],
    ['consoante'],
    ['para'],
  ]),
  accordingAtStart: list('para'),
  notSources: list(
    `lugar turno semestre trimestre mandato dia vez tempo partido plano caso andar ano jogo grau ciclo mês casamento filho golo gol
     se que consta figura aparece`,
  ),
  as: list('como conforme segundo consoante'),
  to: list('ao aos à às'),
  beforeCharge: list('de por'),
  isRole,
  marksPersons: false,
  by: list('por pelo pela pelos pelas'),
}

/** Words that are no nouns, however they are written. */
export const smallWords = smallWordsOf(portugueseWords)
