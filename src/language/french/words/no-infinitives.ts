import { list } from '../../lists/list.ts'

/** Words that look like infinitives and are none: “ministre”, “dossier”, “avenir”. */
export const noInfinitives: ReadonlySet<string> = list(
  `accessoire adversaire affaire agriculture amer ancêtre anniversaire antérieure arbitre arbre archer arrière artère
   atelier atmosphère autre avenir aventure banquier barrière berger bière blessure boucher boulanger cadre cahier
   calendrier cancer candidature caractère carrière centre chambre chantier cher chiffre chère cidre cire clocher
   cocher coffre colère commentaire commissaire conseiller contraire contre courrier couverture critère cuir culture
   cèdre danger demeure dernier dernière derrière dossier dure décembre désir désordre empire encore enfer entier
   entière entre escalier espoir extérieure facture familier fenêtre fermeture fermier fibre fier figure filière
   financier financière flore foire folklore foudre foyer fracture frontière frère future février gare genre gibier
   gloire guerre guère heure hier histoire hiver horaire huissier héritier hôtelier immobilier incolore infirmier
   infirmière infrastructure inférieure intérieure inventaire janvier judiciaire kilomètre laboratoire leader lecture
   lettre libre litre livre locataire loisir loyer lumière léger légère maire majeure manager manière matière maître
   meilleure membre messager mesure militaire mineure ministre ministère mystère mère mètre mémoire métaphore
   métier nature navire noir noire nombre notaire notre novembre nucléaire nécessaire obligatoire octobre oeuvre offre
   orchestre ordre outre ouverture ouvrier ouvrière palier papier parlementaire partenaire particulier
   particulière passager peintre peinture phare pierre pilier pire plaisir plancher policier policière pompier
   populaire poster poudre premier première prière procédure propriétaire provisoire préfecture prêtre pure père
   pédestre quartier quatre rare registre rencontre reporter rivière rocher rupture régulier sabre salaire sanglier
   sanitaire satire scolaire score secrétaire semestre sentier septembre signature sincère singulier sinistre sire
   soir solidaire sombre sonore souffre soupir souvenir spectre sphère square structure sucre supérieure sécure sévère
   sûre température terre territoire théâtre titre trimestre ultérieure verre victoire voiture votre écolier
   écriture équestre équilibre étranger étrangère œuvre`,
)
