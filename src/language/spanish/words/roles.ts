import type { Gender } from '../../gender.ts'
import { list } from '../../lists/list.ts'

/** Nouns for what somebody is: their office, their work, or whose relation they are; with gender and number taken off. */
const roles = list(
  `president vicepresident ministr exministr secretari subsecretari director alcald exalcald concejal edil regidor diputad
   senador gobernador intendent viceministr embajador cónsul canciller juez jueza magistrad fiscal procurador abogad letrad
   delegad subdelegad portavoz vocer líder jef coordinador gerent gestor administrador empresari dueñ propietari soci fundador
   entrenador técnic seleccionador jugador capitán portero delanter defensa centrocampista atlet árbitr cantant músic
   actor actriz cineast escritor autor periodist editor profesor rector decan catedrátic investigador científic economist
   analist historiador sociólog biólog físic químic médic doctor enfermer cirujan psicólog ingenier arquitect experto expert
   especialist perit consultor comandant general coronel sargent inspector comisari comisionad policía bomber agricultor
   ganader pescador conductor taxist pilot testig víctim padre madre hij herman marid mujer espos viud novi vecin compañer
   residente comerciante trabajador obrer operari emplead sindicalist dirigent militant activist candidat obispo sacerdote
   cura papa cardenal rey reina príncipe princesa consejer asesor adjunt responsable superintendente tesorer ponente
   estudiant alumn abuel hombre señor señora joven chic pasajer turist client usuari paciente inquilin feriante cociner
   panader oficial mandatari funcionari voluntari organizador promotor curador galerist fotógraf diseñador modelo deportist
   ciclist gimnast surfist tenist nadador corredor jubilad pensionist migrant inmigrant refugiad camarer conserj meteorólog
   climatólog geólog glaciólog hidrólog ecólog sismólog antropólog politólog psiquiatr pediatr veterinari farmacéutic
   mecánic electricist crític dramaturg directora maestr pianist guitarrist escultor bibliotecari influencer youtuber
   apoderad productor guionist ediles síndic defensor ejecutiv librer taxista
   barrendero vigilant soldad agente auditor banquer constructor casero lectora lector comensal padrin tutor narrador poeta
   filósof legislador congresist parlamentari asambleíst comuner cacique oficialista opositor excomandante
   expresident exdirector exjugador exalcaldesa alcaldesa comandanta jurist galen facultativ sanitari matrona
   caficultor sismólogo botánic enólog arqueólog matemátic astrónom virólog epidemiólog`,
)

/** Returns true for such a noun in any of its forms. */
export function isRole(word: string): boolean {
  return roles.has(roleKey(word)) || roles.has(word) || /\p{L}{3}(?:ólog|ógraf)[oa]s?$/u.test(word)
}

/** Returns the gender that the form of such a noun shows. */
export function genderOf(word: string): Gender | undefined {
  if (/^(?:mujer|madre|hija|hermana|abuela|actriz|reina|princesa|señora|alcaldesa|jueza)$/.test(word)) return 'female'
  if (/^(?:hombre|padre|hermano|abuelo|rey|príncipe|sacerdote|obispo|papa|marido|señor|cura)$/.test(word)) return 'male'
  if (/(?:ista|ante|ente|eta|atra|cía)$/.test(word)) return word.endsWith('presidenta') ? 'female' : undefined
  if (/(?:tora|dora|sora|ora|era|aria|ada|ica|oga|enta|ina|ona)$/.test(word)) return 'female'
  return /(?:tor|dor|sor|ero|ario|ado|ico|ogo|ino|alde)$/.test(word) ? 'male' : undefined
}

/** A noun without gender and number: “concejal” for “concejala”. */
export function roleKey(word: string): string {
  return word
    .replace(/^(?:doctora?|galeno|facultativ[oa])s?$/, 'médic')
    .replace(/^alcaldes(?:a|as)$/, 'alcald')
    .replace(/(?<=\p{L}{3})ces$/u, 'z')
    .replace(/(?<=[dtslr]or|al)(?:as?|es)$/, '')
    .replace(/(?<=\p{L}{3})(?:[oae]s?)$/u, '')
    .replace(/(?<=\p{L}{4})s$/u, '')
}
