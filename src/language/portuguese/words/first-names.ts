import type { Gender } from '../../gender.ts'
import { list } from '../../lists/list.ts'

/** First names that are common in Portuguese news, as printed; a name that men and women bear alike is left out. */
const female = list(
  `Adelaide Adriana Alda Alexandra Alice Alícia Aline Amália Amanda Amélia Ana Andreia Andréa Ângela Anita Aparecida Augusta
   Aurora Bárbara Beatriz Bela Benedita Berta Bianca Branca Bruna Camila Carina Carla Carlota Carmen Carolina Catarina Cecília
   Célia Clara Cláudia Conceição Cristiana Cristina Daniela Débora Diana Dina Dora Dulce Edite Eduarda Elena Eliana Elisa
   Elisabete Elsa Elvira Emília Emilia Érica Ester Eugénia Eunice Eva Fátima Fernanda Filipa Filomena Flávia Flor Florbela
   Francisca Gabriela Gisele Glória Graça Helena Heloísa Henriqueta Ilda Inês Ingrid Irene Isabel Isadora Isaura Ivone Ivete
   Jacinta Janaína Jandira Joana Joaquina Josefa Juliana Júlia Julieta Jussara Karina Lara Larissa Laura Leonor Letícia Lídia
   Lígia Liliana Lina Lourdes Lúcia Luciana Luísa Luiza Luzia Madalena Mafalda Manuela Márcia Margarida Maria Mariana Marina
   Marisa Marlene Marta Matilde Melissa Mercedes Micaela Mónica Mônica Nádia Natália Natércia Noémia Nora Odete Olga Olívia
   Patrícia Paula Paulina Paloma Pilar Priscila Rafaela Raquel Regina Renata Rita Roberta Rosa Rosália Rosário Rosana Rute Sandra
   Sara Selma Sílvia Silvia Simone Sofia Solange Sónia Sônia Susana Suzana Tânia Tatiana Teresa Thaís Úrsula Valentina Valéria
   Vanda Vanessa Vera Verónica Vitória Viviane Yara Zélia Zulmira Mary Jane Angela`,
)
const male = list(
  `Abel Abílio Adalberto Adão Adelino Ademir Adolfo Adriano Afonso Agostinho Aires Alberto Alcides Aldo Alexandre Alfredo Almiro
   Aloísio Álvaro Amadeu Américo Amílcar Anderson André Ângelo Aníbal Anselmo Antero António Antônio Armando Armindo Arnaldo
   Artur Augusto Aurélio Baltazar Bartolomeu Belmiro Benjamim Bernardo Boaventura Bruno Caio Camilo Cândido Carlos Celestino Celso
   César Cláudio Cristiano Cristóvão Custódio Damião Daniel Danilo Dário David Davi Delfim Denis Dinis Diogo Domingos Duarte
   Edgar Edmundo Edson Eduardo Elias Emanuel Emílio Enrique Ernesto Eugénio Evaristo Fábio Fausto Feliciano Félix Fernando Fernão
   Filipe Felipe Firmino Flávio Florêncio Francisco Frederico Gabriel Gaspar Gil Gilberto Gonçalo Gregório Guilherme Gustavo
   Heitor Hélder Hélio Henrique Herculano Hermínio Horácio Hugo Humberto Igor Ildefonso Inácio Isaac Isidoro Israel Itamar Ivan
   Ivo Jacinto Jaime Jair Januário Jerónimo Jesus João Joaquim Joel Jorge José Josué Júlio Justino Juvenal Laurindo Lauro Leandro
   Leonardo Leonel Leopoldo Lino Lourenço Lucas Lúcio Luciano Luís Luiz Manoel Manuel Marcelino Marcelo Márcio Marco Marcos Mário
   Martim Martinho Mateus Matheus Maurício Mauro Maximino Micael Miguel Milton Moisés Narciso Nélson Nelson Nestor Norberto Nuno
   Octávio Olavo Olegário Orlando Óscar Oscar Osvaldo Otávio Ovídio Patrício Paulo Pedro Plínio Rafael Ramiro Raul Reinaldo
   Renato Ricardo Roberto Rodolfo Rodrigo Rogério Romeu Ronaldo Rúben Rubens Rui Salvador Samuel Sandro Saul Sebastião Sérgio
   Severino Sidónio Silvério Silvino Simão Tadeu Tarcísio Telmo Teodoro Tiago Thiago Timóteo Tomás Tomé Ulisses Urbano Valdemar
   Valentim Valter Vasco Vicente Victor Vítor Vinícius Virgílio Vladimir Wagner Wilson Xavier Zeferino Bill John George`,
)

export const firstNames: ReadonlyMap<string, Gender> = new Map([
  ...[...female].map((name) => [name, 'female'] as const),
  ...[...male].map((name) => [name, 'male'] as const),
])
