/** The languages in which commands and verbs have translated names; all others use the English ones. */
const languages = ['de', 'fr', 'es-ES', 'es-419'] as const

/** German, French, Spanish. */
const names: Readonly<Record<string, readonly [string, string, string]>> = {
  summarize: ['zusammenfassen', 'résumer', 'resumir'],
  'Summarize links': ['Links zusammenfassen', 'Résumer les liens', 'Resumir enlaces'],
  claims: ['aussagen', 'déclarations', 'declaraciones'],
  digest: ['nachrichtenüberblick', 'revue', 'boletín'],
  export: ['exportieren', 'exporter', 'exportar'],
  feeds: ['feeds', 'flux', 'fuentes'],
  add: ['hinzufügen', 'ajouter', 'añadir'],
  delete: ['löschen', 'supprimer', 'eliminar'],
  digests: ['überblicke', 'revues', 'boletines'],
  filter: ['filter', 'filtre', 'filtro'],
  grant: ['erlauben', 'autoriser', 'permitir'],
  import: ['importieren', 'importer', 'importar'],
  list: ['liste', 'liste', 'lista'],
  model: ['modell', 'modèle', 'modelo'],
  now: ['jetzt', 'maintenant', 'ahora'],
  pause: ['pause', 'pause', 'pausa'],
  preview: ['vorschau', 'aperçu', 'previa'],
  remove: ['entfernen', 'retirer', 'quitar'],
  resume: ['fortsetzen', 'reprendre', 'reanudar'],
  revoke: ['entziehen', 'révoquer', 'revocar'],
  schedule: ['zeitplan', 'programmer', 'programar'],
  start: ['beginnen', 'commencer', 'empezar'],
  status: ['stand', 'état', 'estado'],
  test: ['prüfen', 'tester', 'probar'],
  usage: ['verbrauch', 'consommation', 'consumo'],
}

/** The names of a command or verb by language; undefined if it is the same in all of them. */
export function nameLocalizations(name: string): Readonly<Record<string, string>> | undefined {
  const [german, french, spanish] = names[name] ?? []
  if (!german || !french || !spanish) return undefined
  const localized = [german, french, spanish, spanish]
  return Object.fromEntries(languages.map((language, index) => [language, localized[index] ?? name]))
}
