import { list } from '../../lists/list.ts'
import { finiteFormsOf, lexiconOf } from '../../romance/lexicon.ts'
import type { VerbRow } from '../../surface/verbs.ts'
import { conjugation } from './conjugation.ts'

/** Verbs of saying, by the act that the verb itself expresses. A new verb is one word here: see `conjugate`. */
const rows: readonly VerbRow[] = [
  [
    'says',
    ['clause'],
    `dire:dit_disent_disait_disaient_dira_diront_dirait_diraient_dirent_dis:dit_dite_dits_dites:disant affirmer déclarer expliquer
     ajouter assurer indiquer préciser souligner estimer raconter insister suggérer noter révéler rapporter
     rappeler:rappelle_rappellent_rappela_rappelait_rappelaient_rappellera_rappelèrent:rappelé_rappelée_rappelés:rappelant signaler
     constater observer témoigner juger penser considérer avancer alléguer:allègue_allèguent_alléguait:allégué_alléguée:alléguant
     certifier clamer commenter communiquer détailler évoquer garantir imaginer informer jurer marteler mentionner
     nuancer argumenter relativiser spéculer stipuler supposer tempérer relater relever remarquer répéter résumer trancher
     écrire:écrit_écrivent_écrivait_écrivaient_écrivit_écrira:écrit_écrite_écrits_écrites:écrivant répondre
     soutenir:soutient_soutiennent_soutenait_soutenaient_soutint_soutiendra:soutenu_soutenue_soutenus:soutenant
     prétendre conclure:conclut_concluent_concluait_conclura:conclu_conclue:concluant
     croire:croit_croient_croyait_croyaient_croira_crois:cru_crue:croyant
     maintenir:maintient_maintiennent_maintenait_maintenaient_maintint:maintenu_maintenue:maintenant défendre
     apprendre:apprend_apprennent_apprenait_apprit:appris_apprise:apprenant
     savoir:sait_savent_savait_savaient_saura:su_sue:sachant voir:voit_voient_voyait_vit_verra:vu_vue:voyant
     sentir:sent_sentent_sentait:senti:sentant découvrir:découvre_découvrent_découvrait_découvrit:découvert:découvrant
     comprendre:comprend_comprennent_comprenait_comprit:compris_comprise:comprenant montrer démontrer prouver
     exposer exprimer publier divulguer diffuser réaffirmer réitérer spécifier plaider arguer pointer résumer
     confier attester établir calculer
     évaluer décrire:décrit_décrivent_décrivait:décrit_décrite:décrivant présumer déduire:déduit_déduisent_déduisait:déduit:déduisant
     analyser redire:redit_redisent:redit:redisant corroborer reporter narrer convenir:convient_conviennent_convenait:convenu:convenant`,
  ],
  [
    'says',
    ['quotation'],
    `lancer parler ironiser plaisanter exclamer crier poursuivre:poursuit_poursuivent_poursuivait_poursuivit:poursuivi_poursuivie:poursuivant
     renchérir glisser réagir tonner tempêter murmurer reprendre:reprend_reprennent_reprenait_reprit:repris_reprise:reprenant
     enchaîner continuer lâcher souffler sourire:sourit_sourient_souriait:souri:souriant soupirer abonder tacler railler
     sermonner fulminer pester grincer moquer titrer conter embrayer intervenir:intervient_intervenait_intervint:intervenu:intervenant
     compléter opiner taquiner développer asséner assener marmonner balayer synthétiser esquisser
     rigoler rire:rit_rient_riait:ri:riant raisonner chuchoter hurler scander brocarder épingler afficher
     couper réfléchir rétorquer riposter répliquer objecter théoriser dégainer`,
  ],
  [
    'says',
    ['quotation', 'naming'],
    'qualifier appeler:appelle_appellent_appela_appelait:appelé_appelée:appelant traiter taxer baptiser surnommer définir décrire:décrit_décrivent_décrivait:décrit_décrite:décrivant',
  ],
  ['announces', ['clause', 'quotation'], 'annoncer proclamer décider'],
  ['confirms', ['clause', 'object'], 'confirmer'],
  [
    'denies',
    ['clause', 'object'],
    `nier démentir:dément_démentent_démentait_démentaient_démentit_démentira:démenti_démentie_démentis_démenties:démentant`,
  ],
  [
    'rejects',
    ['clause', 'object'],
    'rejeter:rejette_rejettent_rejeta_rejetait_rejetaient_rejettera:rejeté_rejetée_rejetés_rejetées:rejetant réfuter contester récuser balayer repousser écarter',
  ],
  ['rejects', ['clause'], 'refuser'],
  [
    'admits',
    ['clause', 'object'],
    `reconnaître:reconnaît_reconnaissent_reconnaissait_reconnaissaient_reconnut_reconnaîtra:reconnu_reconnue_reconnus:reconnaissant
     reconnaitre:reconnait:reconnu:reconnaissant admettre:admet_admettent_admettait_admettaient_admit:admis_admise:admettant avouer concéder`,
  ],
  ['accuses', ['clause'], 'accuser dénoncer reprocher soupçonner incriminer'],
  [
    'criticizes',
    ['clause'],
    `critiquer regretter déplorer fustiger plaindre:plaint_plaignent_plaignait_plaignit:plaint_plainte_plaints:plaignant
     condamner indigner désoler étonner offusquer insurger agacer alarmer protester grogner`,
  ],
  ['demands', ['clause', 'object'], 'exiger réclamer revendiquer'],
  [
    'demands',
    ['clause'],
    `demander recommander préconiser proposer prier inviter appeler:appelle_appellent_appela_appelait:appelé_appelée:appelant
     conseiller vouloir:veut_veulent_voulait_voulaient_voudrait_voudra:voulu_voulue:voulant souhaiter exhorter prôner ordonner enjoindre:enjoint:enjoint:enjoignant sommer espérer militer`,
  ],
  [
    'promises',
    ['clause'],
    'promettre:promet_promettent_promettait_promettaient_promit_promettra:promis_promise:promettant engager',
  ],
  [
    'warns',
    ['clause'],
    `avertir prévenir:prévient_préviennent_prévenait_prévint:prévenu_prévenue:prévenant alerter menacer redouter
     craindre:craint_craignent_craignait_craignaient:craint_crainte:craignant inquiéter`,
  ],
  [
    'predicts',
    ['clause'],
    'pronostiquer prévoir:prévoit_prévoient_prévoyait_prévoira:prévu_prévue:prévoyant prédire:prédit_prédisent_prédisait:prédit:prédisant anticiper escompter tabler parier augurer',
  ],
  ['asks', ['clause'], 'interroger questionner'],
  ['praises', ['quotation', 'clause'], 'féliciter réjouir saluer louer vanter remercier applaudir'],
]

const replies = list('répondre rétorquer répliquer riposter réagir objecter')

/** The verbs of saying. */
export const verbs = lexiconOf(rows, conjugation)

/** Verbs whose speaker answers somebody else, in all finite forms. */
export const replyVerbs = finiteFormsOf(verbs, replies)
