import type { NewsWords } from '../lists/news.ts'

/** Words of Spanish news. */
export const spanish: NewsWords = {
  idle: `el la los las lo un una unos unas de del y o u a al en con por para sin sobre entre se su sus es son fue fueron era ha
    han había ser que quien cual como más menos no ni pero tras antes según dijo este esta estos estas ese esa le les ya
    también hasta desde donde cuando muy todo todos`,
  everyDay: `presidente ministro ministra gobierno policía tribunal país ciudad estado hombre mujer personas niños año años día
    días semana horas ciento millones muertos heridos informe ley partido empresa terremoto incendio accidente elecciones
    juicio`,
  weekdays: ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'],
  months: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  smallNumbers: ['', '', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez', 'once', 'doce'],
  measures: {
    magnitude: 'magnitud',
    percent: String.raw`por ciento\b`,
    points: 'puntos?',
    degrees: String.raw`grados\b`,
    terms: 'años',
    level: String.raw`\ba`,
    ordinal: 'º',
    of: 'de',
  },
  ages: [],
  calendarNames: '',
  endings: { words: '', names: '' },
}
