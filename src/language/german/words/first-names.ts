import type { Gender } from '../../gender.ts'
import { list } from '../../lists/list.ts'

/** First names that are common in German news, as printed; a name that men and women bear alike is left out. */
const female = list(
  `Adele Agnes Alexandra Alice Alina Almut Amelie Ana Andrea Angela Angelika Anja Anke Anna Anne Annegret Anneliese Annemarie
   Annette Antje Antonia Astrid Barbara Beate Beatrice Bettina Bianca Birgit Brigitte Britta Carina Carla Carola Caroline
   Cathrin Charlotte Christa Christel Christiane Christina Christine Clara Claudia Constanze Cornelia Dagmar Daniela Deborah
   Diana Dörte Doris Dorothea Edith Elena Elfriede Elisabeth Elke Ella Ellen Elsa Emilia Emma Erika Esther Eva Fatma Felicitas
   Franziska Frauke Frieda Friederike Gabriela Gabriele Gerda Gerlinde Gertrud Gesine Gisela Gudrun Hanna Hannah Hannelore
   Hedwig Heide Heidemarie Heidi Heike Helena Helene Helga Henriette Herta Hilde Hildegard Ida Ilka Ilona Ilse Imke Ines Inga
   Inge Ingeborg Ingrid Irene Iris Irma Irmgard Isabel Isabelle Jacqueline Jana Janina Jasmin Jennifer Jessica Johanna Josefine
   Judith Julia Juliane Jutta Karen Karin Karla Karoline Katharina Kathrin Katja Katrin Kerstin Kirsten Klara Kristin Kristina
   Lara Laura Lea Lena Leonie Lieselotte Lina Linda Lisa Lotte Louise Lucia Luise Magdalena Maike Maja Manuela Mareike Margarete
   Margit Margot Margret Maria Marianne Marie Marina Marion Marlene Marlies Martha Martina Mathilde Mechthild Meike Melanie
   Merle Michaela Mia Miriam Mona Monika Nadine Nadja Natalie Natascha Nele Nicole Nina Nora Olga Patricia Paula Petra Pia
   Ramona Rebecca Regina Regine Renate Ricarda Rita Rosa Rosemarie Ruth Sabine Sabrina Sandra Sara Sarah Saskia Sibylle Sigrid
   Silke Silvia Simone Sofia Sonja Sophia Sophie Stefanie Steffi Stephanie Susanna Susanne Svenja Svetlana Swantje Sybille
   Sylvia Tamara Tanja Tatjana Teresa Theresa Tina Traudel Ulrike Ursula Ute Valentina Vanessa Vera Verena Veronika Viktoria
   Waltraud Wiebke Wilma Yvonne Zoe Aylin Ayşe Elif Emine Zeynep Mary Jane Susan Karen Nancy Kate Emily Theresa Hillary`,
)
const male = list(
  `Achim Adam Adolf Adrian Albert Albrecht Alexander Alfons Alfred Ali Alois André Andreas Anton Armin Arne Arno Arnold Artur
   August Axel Bastian Ben Benedikt Benjamin Benno Bernd Bernhard Bert Björn Boris Bruno Burkhard Carl Carsten Christian
   Christof Christoph Christopher Claus Clemens Cornelius Daniel David Dennis Detlef Dieter Dietmar Dietrich Dirk Dominik
   Eberhard Eckart Eckhard Edgar Eduard Egon Elias Emil Enrico Erhard Eric Erich Erik Ernst Erwin Eugen Fabian Felix Ferdinand
   Finn Florian Frank Franz Fred Friedhelm Friedrich Fritz Georg Gerald Gerd Gerhard Gernot Gert Gottfried Götz Gregor Guido
   Günter Günther Gustav Hans Harald Hartmut Hartwig Heiko Heiner Heinrich Heinz Helge Helmut Hendrik Henning Henrik Henry
   Herbert Hermann Holger Horst Hubert Hugo Ibrahim Ingo Jakob Jan Jannik Jens Joachim Jochen Johann Johannes John Jonas Jonathan
   Jörg Jörn Josef Joseph Julian Julius Jürgen Kai Karl Karlheinz Karsten Kevin Klaus Konrad Konstantin Kurt Lars Lasse Laurenz
   Leo Leon Leonhard Lorenz Lothar Louis Luca Ludwig Luis Lukas Lutz Malte Manfred Manuel Marc Marcel Marco Marcus Mario Marius
   Mark Marko Markus Martin Mathias Matthias Max Maximilian Mehmet Michael Mirko Moritz Murat Mustafa Nico Niels Niklas Nikolaus
   Nils Norbert Olaf Oliver Ole Oskar Oswald Otto Pascal Patrick Paul Peer Peter Philip Philipp Rafael Raimund Rainer Ralf Ralph
   Ramon Reiner Reinhard Reinhold Rene René Richard Robert Robin Roger Roland Rolf Roman Ronny Rudi Rudolf Rüdiger Ruben Samuel
   Sascha Sebastian Severin Siegfried Sigmund Silvio Simon Stefan Steffen Sven Tarek Theo Theodor Thomas Thorsten Till Tilman Tim
   Timo Tobias Tom Torben Torsten Udo Ulf Uli Ullrich Ulrich Uwe Valentin Veit Victor Viktor Vincent Volker Volkmar Waldemar
   Walter Werner Wilfried Wilhelm Willi Willy Winfried Wolf Wolfgang Wolfram Yannick Yusuf James George Donald Barack Bill Joe
   Emmanuel Nicolas Vladimir Wladimir Sergej Dmitri Recep Benjamin Tony Gordon Boris Jean François Jacques Silvio Mario`,
)

export const firstNames: ReadonlyMap<string, Gender> = new Map([
  ...[...female].map((name) => [name, 'female'] as const),
  ...[...male].map((name) => [name, 'male'] as const),
])
