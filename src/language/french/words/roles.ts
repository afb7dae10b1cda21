import type { Gender } from '../../gender.ts'
import { list } from '../../lists/list.ts'

/** Nouns for what somebody is: their office, their work, or whose relation they are; in the form that `roleKey` gives. */
const roles = list(
  `président vice-président ministre ex-ministre secrétaire sous-secrétaire directeur codirecteur maire mairesse ex-maire
   bourgmestre échevin adjoint conseiller député sénateur gouverneur préfet sous-préfet élu édile ambassadeur consul
   chancelier juge magistrat procureur avocat avocat-général substitut bâtonnier délégué porte-parole chef cheffe
   cadre coordinateur coordonnateur gérant gestionnaire administrateur entrepreneur patron dirigeant propriétaire
   associé fondateur cofondateur entraîneur coach sélectionneur joueur capitaine gardien attaquant défenseur milieu
   athlète arbitre chanteur musicien acteur comédien cinéaste réalisateur écrivain auteur autrice romancier
   journaliste rédacteur éditeur professeur prof enseignant instituteur recteur doyen chercheur scientifique
   économiste analyste historien sociologue biologiste physicien chimiste médecin docteur infirmier chirurgien
   psychologue ingénieur architecte expert spécialiste consultant commandant colonel major lieutenant sergent
   inspecteur commissaire policier gendarme pompier agriculteur éleveur pêcheur conducteur chauffeur pilote témoin
   victime père mère fils fille frère sœur soeur mari femme épouse époux veuf veuve compagnon compagne voisin habitant
   riverain résident commerçant ouvrier employé salarié syndicaliste militant activiste candidat évêque prêtre curé
   pape cardinal roi reine prince princesse assistant responsable surintendant trésorier rapporteur étudiant élève
   grand-père grand-mère homme monsieur madame dame garçon jeune passager touriste client usager patient locataire
   cuisinier boulanger officier fonctionnaire bénévole organisateur promoteur commissaire-priseur conservateur
   galeriste photographe designer mannequin cycliste coureur gymnaste nageur retraité pensionné migrant réfugié
   serveur concierge météorologue climatologue géologue glaciologue hydrologue écologue sismologue anthropologue
   politologue politiste psychiatre pédiatre vétérinaire pharmacien mécanicien électricien critique dramaturge
   chef-d'orchestre pianiste guitariste sculpteur bibliothécaire influenceur youtubeur producteur metteur scénariste
   syndic directeur-général pdg libraire vigile soldat agent auditeur banquier constructeur bailleur lecteur tuteur
   poète philosophe parlementaire législateur premier-ministre ex-président patronne viticulteur vigneron apiculteur
   maraîcher archéologue mathématicien astronome virologue épidémiologiste botaniste œnologue chroniqueur humoriste
   interprète plaignant prévenu accusé suspect mis-en-cause trentenaire quadragénaire quinquagénaire sexagénaire
   septuagénaire octogénaire technicien leader meneur trésorière universitaire ténor chancelière comptable notaire
   huissier mayeur proviseur principal surveillant représentant interlocuteur actionnaire soprano baryton mezzo
   danseur metteuse chanteuse intéressé praticien élue skippeur navigateur alpiniste guide berger forestier garde
   chasseur artisan menuisier maçon plombier coiffeur restaurateur hôtelier aubergiste propriétaire-exploitant
   éducateur animateur`,
)

/** Returns true for such a noun in any of its forms. */
export function isRole(word: string): boolean {
  return roles.has(word) || roles.has(roleKey(word)) || /\p{L}{2}(?:ologue|ographe)s?$/u.test(word)
}

/** Returns the gender that the form of such a noun shows. */
export function genderOf(word: string): Gender | undefined {
  if (
    /^(?:femme|mère|fille|sœur|soeur|épouse|reine|princesse|dame|madame|cheffe|autrice|veuve|compagne|élue)$/.test(word)
  )
    return 'female'
  if (/^(?:homme|père|fils|frère|roi|prince|monsieur|prêtre|curé|évêque|pape|mari|garçon|élu|veuf|époux)$/.test(word))
    return 'male'
  if (/(?:trice|euse|ière|ienne|ante|ente|ée|ine|oise|igne|ate|onne|ère)$/.test(word)) return 'female'
  return /(?:teur|eur|ier|ien|ant|ent|é|in|ois|at|on)$/.test(word) ? 'male' : undefined
}

/** A noun without gender and number: “directeur” for “directrices”. */
export function roleKey(word: string): string {
  return word
    .replace(/s$/, '')
    .replace(/^(?:doctoresse|médecin|docteure?|chirurgienne|praticienne?)$/, 'médecin')
    .replace(/trice$/, 'teur')
    .replace(/euse$/, 'eur')
    .replace(/eure$/, 'eur')
    .replace(/ière$/, 'ier')
    .replace(/ère$/, 'er')
    .replace(/ienne$/, 'ien')
    .replace(/onne$/, 'on')
    .replace(/^cheffe$/, 'chef')
    .replace(/(?<=[éntd])e$/, '')
    .replace(/(?<=(?:at|in|is))e$/, '')
}
