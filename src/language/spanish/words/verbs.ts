import { list } from '../../lists/list.ts'
import { finiteFormsOf, lexiconOf } from '../../romance/lexicon.ts'
import type { VerbRow } from '../../surface/verbs.ts'
import { conjugation } from './conjugation.ts'

/** Verbs of saying, by the act that the verb itself expresses. A new verb is one word here: see `conjugate`. */
const rows: readonly VerbRow[] = [
  [
    'says',
    ['clause'],
    `decir:dice_dicen_dijo_dijeron_decía_decían_dirá_dirán_diría_dirían_digo_dije_diga_digan_dijera:dicho:diciendo afirmar
     declarar explicar señalar indicar manifestar:manifiesta_manifiestan_manifestó_manifestaron_manifestaba_manifestaban:manifestado:manifestando comentar informar agregar añadir apuntar insistir destacar revelar
     argumentar subrayar alegar precisar aclarar apreciar considerar opinar estimar calcular garantizar matizar puntualizar
     recalcar remarcar enfatizar reiterar ratificar notificar detallar notar observar resaltar aseverar testificar
     dictaminar sospechar creer:cree_creen_creyó_creyeron_creía_creían_creerá_creo:creído:creyendo discutir concluir:concluye_concluyen_concluyó_concluyeron_concluía:concluido:concluyendo
     escribir:escribe_escriben_escribió_escribieron_escribía:escrito:escribiendo
     asegurar contar:cuenta_cuentan_contó_contaron_contaba_contaban_contará:contado:contando
     recordar:recuerda_recuerdan_recordó_recordaron_recordaba_recordaban:recordado:recordando narrar relatar
     sostener:sostiene_sostienen_sostuvo_sostuvieron_sostenía_sostenían:sostenido:sosteniendo
     mantener:mantiene_mantienen_mantuvo_mantuvieron_mantenía_mantenían:mantenido:manteniendo
     exponer:expone_exponen_expuso_expusieron_exponía_exponían:expuesto:exponiendo
     sugerir:sugiere_sugieren_sugirió_sugirieron_sugería_sugerían:sugerido:sugiriendo
     referir:refiere_refieren_refirió_refirieron_refería:referido:refiriendo
     inferir:infiere_infieren_infirió:inferido:infiriendo
     saber:sabe_saben_supo_supieron_sabía_sabían:sabido:sabiendo ver:ve_ven_vio_vieron_veía_veían:visto:viendo
     pensar:piensa_piensan_pensó_pensaron_pensaba_pensaban:pensado:pensando
     entender:entiende_entienden_entendió_entendieron_entendía:entendido:entendiendo
     suponer:supone_suponen_supuso_supusieron_suponía:supuesto:suponiendo
     expresar adelantar justificar jurar aventurar constatar comprobar:comprueba_comprueban_comprobó_comprobaron_comprobaba:comprobado:comprobando descubrir:descubre_descubren_descubrió_descubrieron:descubierto:descubriendo
     demostrar:demuestra_demuestran_demostró_demostraron:demostrado:demostrando
     mostrar:muestra_muestran_mostró_mostraron_mostraba:mostrado:mostrando especificar evidenciar reflejar publicar
     reportar divulgar difundir postular razonar reafirmar rememorar deslizar intuir:intuye_intuyen_intuyó:intuido:intuyendo
     aducir:aduce_aducen_adujo_adujeron_aducía:aducido:aduciendo deducir:deduce_deducen_dedujo:deducido:deduciendo
     describir:describe_describen_describió_describieron:descrito:describiendo ponderar evaluar:evalúa_evalúan_evaluó_evaluaron_evaluaba:evaluado:evaluando apostar:apuesta_apuestan_apostó:apostado:apostando
     transmitir defender:defiende_defienden_defendió_defendieron_defendía_defendían:defendido:defendiendo atestiguar
     acotar responder argüir:arguye_arguyó:argüido:arguyendo celebrar lamentar barajar establecer:establece_establecen_estableció:establecido:estableciendo
     determinar evocar sintetizar juzgar convenir:conviene_convino_convinieron:convenido:conviniendo
     interpretar conjeturar especular presumir`,
  ],
  [
    'says',
    ['quotation'],
    `bromear hablar exclamar gritar ironizar continuar:continúa_continúan_continuó_continuaba:continuado:continuando proseguir:prosigue_prosiguen_prosiguió:proseguido:prosiguiendo
     replicar espetar largar zanjar rematar sentenciar apostillar terciar contestar valorar concretar seguir:sigue_siguió_seguía:seguido:siguiendo
     resumir reflexionar reaccionar susurrar murmurar  titular definir insultar soltar:suelta_soltó:soltado:soltando
     lanzar disparar tuitear ahondar abundar incidir completar terminar ilustrar`,
  ],
  ['says', ['quotation', 'naming'], 'llamar calificar tildar tachar catalogar describir definir bautizar'],
  ['announces', ['clause'], 'anunciar decidir comunicar proclamar'],
  ['confirms', ['clause', 'object'], 'confirmar'],
  [
    'denies',
    ['clause', 'object'],
    `negar:niega_niegan_negó_negaron_negaba_negaban_negará_negaría:negado:negando
     desmentir:desmiente_desmienten_desmintió_desmintieron_desmentía:desmentido:desmintiendo`,
  ],
  ['rejects', ['clause', 'object'], 'rechazar refutar repudiar rebatir descartar'],
  ['rejects', ['clause'], 'rehusar:rehúsa_rehúsan_rehusó_rehusaron_rehusaba:rehusado:rehusando'],
  [
    'admits',
    ['clause', 'object'],
    `reconocer:reconoce_reconocen_reconoció_reconocieron_reconocía_reconocían:reconocido:reconociendo admitir
     confesar:confiesa_confiesan_confesó_confesaron_confesaba:confesado:confesando conceder`,
  ],
  ['admits', ['clause'], 'asumir'],
  ['accuses', ['clause'], 'acusar culpar responsabilizar denunciar imputar achacar reprochar recriminar'],
  [
    'criticizes',
    ['clause'],
    'criticar quejar censurar condenar reprobar:reprueba_reprueban_reprobó_reprobaron:reprobado:reprobando cuestionar',
  ],
  [
    'demands',
    ['clause', 'object'],
    'exigir:exige_exigen_exigió_exigieron_exigía_exigían:exigido:exigiendo reclamar reivindicar',
  ],
  [
    'demands',
    ['clause'],
    `pedir:pide_piden_pidió_pidieron_pedía_pedían_pedirá:pedido:pidiendo recomendar:recomienda_recomiendan_recomendó_recomendaron_recomendaba:recomendado:recomendando
     solicitar proponer:propone_proponen_propuso_propusieron_proponía:propuesto:proponiendo instar urgir aconsejar rogar:ruega_rogó:rogado:rogando
     ordenar querer:quiere_quieren_quiso_quisieron_quería:querido:queriendo plantear abogar invitar emplazar apelar`,
  ],
  ['promises', ['clause'], 'prometer comprometer'],
  [
    'warns',
    ['clause'],
    `alertar advertir:advierte_advierten_advirtió_advirtieron_advertía_advertían:advertido:advirtiendo avisar amenazar temer prevenir:previene_previno:prevenido:previniendo`,
  ],
  [
    'predicts',
    ['clause'],
    'pronosticar augurar vaticinar prever:prevé_prevén_previó_previeron_preveía:previsto:previendo esperar confiar:confía_confían_confió_confiaron_confiaba:confiado:confiando anticipar predecir:predice_predijo:predicho:prediciendo auspiciar',
  ],
  ['asks', ['clause'], 'preguntar cuestionar interrogar'],
  [
    'praises',
    ['quotation'],
    'elogiar alabar agradecer:agradece_agradecen_agradeció_agradecieron:agradecido:agradeciendo saludar',
  ],
]

const replies = list('responder replicar contestar rebatir terciar')

/** The verbs of saying. */
export const verbs = lexiconOf(rows, conjugation)

/** Verbs whose speaker answers somebody else, in all finite forms. */
export const replyVerbs = finiteFormsOf(verbs, replies)
