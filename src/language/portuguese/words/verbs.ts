import { list } from '../../lists/list.ts'
import { finiteFormsOf, lexiconOf } from '../../romance/lexicon.ts'
import type { VerbRow } from '../../surface/verbs.ts'
import { conjugation } from './conjugation.ts'

/** Verbs of saying, by the act that the verb itself expresses. A new verb is one word here: see `conjugate`. */
const rows: readonly VerbRow[] = [
  [
    'says',
    ['clause'],
    `dizer:diz_dizem_disse_disseram_dizia_diziam_dirá_dirão_diria_diriam_digo_disser_dissera:dito:dizendo afirmar declarar
     explicar acrescentar informar revelar salientar sublinhar contar argumentar adiantar comentar frisar responder destacar
     ressaltar lembrar apontar avaliar considerar acreditar observar relatar alegar reiterar indicar notar esclarecer
     concluir:conclui_concluem_concluiu_concluíram_concluía:concluído:concluindo estimar calcular justificar enfatizar
     assinalar constatar recordar opinar achar completar reafirmar detalhar entender julgar pensar noticiar
     testemunhar supor:supõe_supõem_supôs_supunha:suposto:supondo reforçar mostrar discutir insistir finalizar concordar
     relembrar escrever:escreve_escrevem_escreveu_escreveram_escrevia:escrito:escrevendo
     sugerir:sugere_sugerem_sugeriu_sugeriram_sugeria:sugerido:sugerindo
     referir:refere_referem_referiu_referiram_referia:referido:referindo
     expor:expõe_expôs_expunha:exposto:expondo crer:crê_creem_creu_cria:crido:crendo
     sustentar manter:mantém_mantêm_manteve_mantiveram:mantido:mantendo defender arriscar registar registrar reportar divulgar
     descrever:descreve_descreveu_descreviam:descrito:descrevendo depor:depõe_depôs:deposto:depondo especificar
     narrar saber:sabe_sabem_sabia_soube:sabido:sabendo ver:vê_veem_viu_viram_via:visto:vendo perceber descobrir confidenciar
     demonstrar comprovar verificar prosseguir:prossegue_prosseguiu:prosseguido:prosseguindo replicar retorquir contrapor:contrapõe_contrapôs:contraposto:contrapondo
     ponderar garantir assegurar jurar`,
  ],
  [
    'says',
    ['quotation'],
    'precisar falar brincar gritar exclamar continuar ironizar rebater retrucar desabafar resumir definir analisar disparar atirar rematar emendar interromper:interrompe_interrompeu:interrompido:interrompendo reagir:reage_reagem_reagiu_reagiram:reagido:reagindo ripostar',
  ],
  ['says', ['quotation', 'naming'], 'chamar classificar apelidar qualificar rotular tachar'],
  ['announces', ['clause'], 'anunciar decidir comunicar'],
  ['confirms', ['clause', 'object'], 'confirmar'],
  [
    'denies',
    ['clause', 'object'],
    'negar desmentir:desmente_desmentem_desmentiu_desmentiram_desmentia:desmentido:desmentindo',
  ],
  ['rejects', ['clause', 'object'], 'rejeitar refutar contestar repudiar'],
  ['rejects', ['clause'], 'recusar'],
  ['admits', ['clause', 'object'], 'reconhecer confessar assumir admitir'],
  ['accuses', ['clause'], 'acusar culpar responsabilizar denunciar'],
  ['criticizes', ['clause'], 'criticar lamentar reclamar queixar condenar'],
  ['demands', ['clause', 'object'], 'exigir:exige_exigem_exigiu_exigiram_exigia:exigido:exigindo reivindicar cobrar'],
  [
    'demands',
    ['clause'],
    'pedir:pede_pedem_pediu_pediram_pedia_pediam_peço:pedido:pedindo recomendar apelar propor:propõe_propõem_propôs_propuseram_propunha:proposto:propondo solicitar orientar querer:quer_querem_quis_quiseram_queria:querido:querendo aconselhar',
  ],
  ['promises', ['clause'], 'prometer comprometer'],
  [
    'warns',
    ['clause'],
    'alertar advertir:adverte_advertem_advertiu_advertiram_advertia:advertido:advertindo avisar ameaçar temer',
  ],
  [
    'predicts',
    ['clause'],
    'prever:prevê_preveem_previu_previram_previa:previsto:prevendo esperar antever:antevê_anteviu:antevisto:antevendo',
  ],
  ['asks', ['clause'], 'perguntar questionar'],
  ['praises', ['quotation'], 'elogiar saudar agradecer'],
]

const replies = list('responder retorquir replicar rebater retrucar contrapor reagir ripostar')

/** The verbs of saying. */
export const verbs = lexiconOf(rows, conjugation)

/** Verbs whose speaker answers somebody else, in all finite forms. */
export const replyVerbs = finiteFormsOf(verbs, replies)
