import type { Gender } from '../../gender.ts'
import { list } from '../../lists/list.ts'

/** First names that are common in French, as printed; a name that women and men bear alike is left out. */
const female = list(
  `Adélaïde Adèle Adeline Adrienne Agathe Agnès Aïcha Aïssatou Albane Alexandra Alexia Alice Aline Alix Alizée Amandine Amélie
   Aminata Anaïs Andréa Andrée Angélique Anita Anna Annabelle Anne Anne-Laure Anne-Marie Anne-Sophie Annette Annick Annie Anouk Apolline
   Ariane Armelle Arlette Astou Astrid Aude Audrey Aurélie Aurore Awa Axelle Barbara Béatrice Bénédicte Bérengère Bernadette Berthe
   Bintou Blanche Blandine Brigitte Camélia Capucine Carine Carla Carole Caroline Catherine Cécile Céleste Célia Céline Chantal Charlène
   Charlotte Chloé Christelle Christiane Christine Claire Clara Clarisse Clémence Clémentine Clotilde Colette Coline Constance Coralie
   Corinne Coumba Cyrielle Danièle Danielle Daphné Delphine Denise Diane Dorothée Édith Edith Éléonore Eléonore Éliane Eliane Élisa Elisa
   Élisabeth Elisabeth Élise Elise Élodie Elodie Élisabeth Éloïse Eloïse Elsa Emma Emmanuelle Émilie Emilie Estelle Esther Étiennette Eugénie Ève
   Eve Éveline Evelyne Fabienne Fanny Fatima Fatou Fatoumata Félicie Fernande Flavie Fleur Flora Florence Floriane Florine France Francine
   Françoise Frédérique Gabrielle Gaëlle Geneviève Georgette Géraldine Germaine Ghislaine Gilberte Ginette Gisèle Gwenaëlle Hawa Hélène
   Henriette Hermance Hortense Huguette Inès Ingrid Irène Irma Isabelle Ivonne Jacqueline Jade Jeanne Jeannine Jennifer Jessica Joëlle
   Joséphine Josette Josiane Judith Julia Julie Julienne Juliette Justine Karima Karine Katia Khadija Laetitia Laëtitia Lara Laure Laurence
   Lauriane Laurine Léa Leïla Léna Léonie Léontine Liliane Lina Line Lise Lisa Lola Louise Louison Lucette Lucie Lucile Lucienne Ludivine
   Lydia Lydie Lyne Madeleine Maëlle Maëva Magali Maïmouna Manon Margaux Margot Marguerite Marianne Marie Marie-Anne Marie-Claude Marie-Ève
   Marie-France Marie-Hélène Marie-Laure Marie-Louise Marie-Pierre Marie-Thérèse Marielle Mariette Marine Marion Marlène Martine Mathilde
   Mauricette Mélanie Mélissa Mireille Monique Morgane Muriel Myriam Nadège Nadia Nadine Nafissatou Nathalie Ndèye Nicole Nina Noémie
   Nolwenn Odette Odile Olivia Ophélie Oumou Pascale Patricia Paule Paulette Pauline Perrine Pierrette Prune Rachel Raphaëlle Raymonde Rebecca
   Régine Reine Renée Rita Rokhaya Rolande Romane Rosalie Rose Roselyne Roxane Sabine Sabrina Salomé Samira Sandra Sandrine Sarah
   Ségolène Séverine Sidonie Simone Sokhna Solange Solène Sonia Sophie Stella Stéphanie Suzanne Suzette Sylvaine Sylvie Tatiana Thérèse
   Tiphaine Valentine Valérie Vanessa Véra Véronique Victoire Violaine Violette Virginie Viviane Yasmina Yolande Yvette Yvonne Zoé Mary`,
)
const male = list(
  `Abdou Abdoulaye Achille Adrien Aimé Alain Alban Albert Alexandre Alexis Alfred Alioune Alphonse Amadou Ambroise Anatole André Antoine
   Antonin Aristide Armand Arnaud Arsène Arthur Aubin Auguste Augustin Aurélien Axel Aymeric Babacar Baptiste Barnabé Barthélémy Basile
   Bastien Benjamin Benoît Benoit Bernard Bertrand Blaise Boris Boubacar Brice Bruno Calixte Cédric Célestin César Charles Cheikh Christian
   Christophe Clément Constant Corentin Cyprien Cyril Cyrille Damien Daniel David Denis Denys Désiré Didier Dieudonné Dimitri Donatien Edgar
   Édouard Edouard Élie Elie Éloi Eloi Émile Emile Emmanuel Enzo Éric Eric Ernest Erwan Étienne Etienne Eudes Eugène Eustache Évariste Fabien
   Fabrice Félicien Félix Ferdinand Fernand Firmin Flavien Florent Florian Francis François Franck Frank Frédéric Gabriel Gaël Gaétan Gaspard
   Gaston Gautier Gauthier Geoffroy Georges Gérald Gérard Germain Ghislain Gilbert Gildas Gilles Grégoire Grégory Guillaume Gustave Guy Guylain
   Hector Henri Henry Hervé Hippolyte Honoré Hubert Hugo Hugues Ibrahima Ignace Isidore Jacques Jacky Jean Jean-Baptiste Jean-Christophe
   Jean-Claude Jean-François Jean-Louis Jean-Luc Jean-Marc Jean-Marie Jean-Michel Jean-Noël Jean-Pascal Jean-Paul Jean-Philippe Jean-Pierre
   Jean-René Jean-Yves Jérémie Jérémy Jérôme Joachim Joël Jonas Jordan Joseph Josselin Jules Julien Justin Karim Kévin Lambert Laurent
   Lazare Léandre Léo Léon Léonard Léopold Lilian Loïc Lorenzo Louis Luc Lucas Lucien Ludovic Mamadou Marc Marc-André Marc-Antoine Marcel
   Marcellin Marin Marius Martial Martin Mathieu Matthieu Mathias Matthias Mathis Maurice Maxence Maxime Maximilien Mehdi Michel Mickaël
   Modou Moïse Moussa Mustapha Narcisse Nathan Nestor Nicolas Noé Noël Norbert Octave Olivier Oscar Ousmane Pascal Patrice Patrick Paul
   Paul-Henri Philibert Philippe Pierre Pierre-Yves Pierrick Quentin Raoul Raphaël Raymond Régis Rémi Rémy René Richard Robert Robin Rodolphe
   Rodrigue Roger Roland Romain Romuald Ronan Samuel Sébastien Serge Séraphin Sidy Siméon Simon Stanislas Stéphane Sylvain Sylvestre Tanguy
   Théo Théodore Théophile Thibault Thibaut Thierry Thomas Timothée Toussaint Tristan Ugo Urbain Valentin Valère Victor Victorien Vincent
   Virgile Vivien Vladimir Wilfried William Xavier Yann Yannick Yassine Youssef Yvan Yves Yvon Zacharie John George Bill Donald`,
)

export const firstNames: ReadonlyMap<string, Gender> = new Map([
  ...[...female].map((name) => [name, 'female'] as const),
  ...[...male].map((name) => [name, 'male'] as const),
])
