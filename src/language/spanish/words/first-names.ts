import type { Gender } from '../../gender.ts'
import { list } from '../../lists/list.ts'

/** First names that are common in Spanish news, as printed; a name that men and women bear alike is left out. */
const female = list(
  `Ada Adela Adelaida Adriana Ágata Aída Ainhoa Aitana Alba Alejandra Alexandra Alicia Alma Almudena Amalia Amanda Amelia Amparo Ana
   Anabel Andrea Ángela Angélica Antonia Araceli Ariadna Asunción Aurora Azucena Bárbara Beatriz Begoña Belén Berta Bertha Blanca
   Brenda Brígida Camila Candela Carla Carlota Carmen Carolina Catalina Cecilia Celeste Celia Chabela Clara Claudia Concepción
   Consuelo Cora Cristina Dafne Daniela Débora Delfina Delia Diana Dolores Dora Dulce Edith Elba Elena Elisa Elisenda Elsa Elvira
   Ema Emilia Emma Encarnación Esmeralda Esperanza Estela Estefanía Ester Esther Estrella Eugenia Eulalia Eva Fabiola Fátima
   Felisa Fernanda Fiona Flora Florencia Francisca Gabriela Gema Genoveva Georgina Gertrudis Gimena Gisela Gladys Gloria Graciela
   Guadalupe Helena Herminia Hilda Iliana Imelda Inés Ingrid Inmaculada Irene Iris Irma Isabel Isabella Itziar Jacinta Jimena Joana
   Jorgelina Josefa Josefina Juana Judith Julia Juliana Julieta Justina Karina Karla Laia Lara Laura Leire Leonor Leticia Lidia
   Ligia Lila Lilia Liliana Lina Lola Lorena Lourdes Luana Lucía Luciana Lucrecia Luisa Luz Macarena Magdalena Maite Malena Manuela
   Mara Marcela Margarita María Mariana Maribel Maricarmen Mariela Marina Marisa Marisol Marta Martha Martina Matilde Maura Mayra
   Melisa Melissa Mercedes Micaela Milagros Mireia Mirta Miriam Mónica Montserrat Nadia Natalia Nélida Nerea Nidia Nieves Noelia Noemí
   Nora Norma Nuria Ofelia Olga Olivia Paloma Pamela Patricia Paula Paulina Paz Perla Petra Pilar Rafaela Raimunda Raquel Rebeca
   Regina Remedios Renata Rita Rocío Romina Rosa Rosalía Rosana Rosario Roxana Rut Ruth Sabina Salomé Salma Sandra Sara Sarai Selena
   Silvana Silvia Sofía Sol Sole Soledad Sonia Susana Tamara Tania Tatiana Teresa Tomasa Úrsula Valentina Valeria Vanesa Vera
   Verónica Vicenta Victoria Violeta Virginia Viviana Ximena Yadira Yolanda Zaida Zoe Zulema Mary Jane Hillary Susan`,
)
const male = list(
  `Abel Abelardo Abraham Adán Adolfo Adrián Agustín Aitor Alan Alberto Aldo Alejandro Alejo Alex Alfonso Alfredo Alonso Álvaro Amadeo
   Amado Américo Amílcar Anastasio Andrés Ángel Aníbal Anselmo Antonio Ariel Armando Arnaldo Arnulfo Arturo Asier Augusto Aurelio
   Baltasar Bartolomé Basilio Bautista Benigno Benito Benjamín Bernabé Bernardo Blas Braulio Bruno Camilo Carlos Cayetano Cecilio
   Celestino César Ciro Claudio Clemente Conrado Cornelio Cristian Cristián Cristóbal Damián Daniel Darío David Demetrio Diego Dionisio
   Domingo Edgar Edgardo Edmundo Eduardo Efraín Elías Eliseo Eloy Emiliano Emilio Enrique Ernesto Esteban Eugenio Eusebio Evaristo
   Ezequiel Fabián Facundo Fausto Federico Feliciano Felipe Félix Fermín Fernando Fidel Florencio Florentino Francisco Franco
   Froilán Gabriel Gaspar Gastón Genaro Gerardo Germán Gervasio Gil Gilberto Ginés Gonzalo Gregorio Guillermo Gustavo Héctor
   Heriberto Hernán Hilario Hipólito Horacio Hugo Humberto Ibon Ignacio Íker Iker Ildefonso Iñaki Iñigo Isaac Isidoro Isidro Ismael
   Iván Jacinto Jacobo Jaime Javier Jerónimo Jesús Joaquín Joel Jon Jordi Jorge José Josué Juan Julián Julio Justo Kevin Lautaro Lázaro
   Leandro León Leonardo Leonel Leopoldo Lisandro Lorenzo Lucas Luciano Lucio Luis Macario Manuel Marcelino Marcelo Marcial Marcos
   Mariano Mario Martín Mateo Matías Mauricio Mauro Maximiliano Máximo Miguel Mikel Modesto Moisés Narciso Néstor Nicanor Nicolás
   Norberto Octavio Olegario Omar Orlando Óscar Oscar Osvaldo Oswaldo Pablo Pascual Patricio Paulino Pedro Pío Plácido Prudencio
   Quintín Rafael Raimundo Ramiro Ramón Raúl Remigio Renato René Ricardo Rigoberto Roberto Rodolfo Rodrigo Rogelio Román Romualdo Roque
   Rubén Rufino Salvador Samuel Sancho Santiago Santos Saturnino Saúl Sebastián Sergio Severo Silverio Silvestre Simón Tadeo Teodoro
   Timoteo Tobías Tomás Toribio Ubaldo Ulises Unai Urbano Valentín Valerio Vicente Víctor Vidal Virgilio Wenceslao Wilson Xavier
   Zacarías Bill John George`,
)

export const firstNames: ReadonlyMap<string, Gender> = new Map([
  ...[...female].map((name) => [name, 'female'] as const),
  ...[...male].map((name) => [name, 'male'] as const),
])
