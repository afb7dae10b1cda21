import type { NewsWords } from '../lists/news.ts'

/** Words of Portuguese news. */
export const portuguese: NewsWords = {
  idle: `o os as um uma uns umas do da dos das e ou ao aos à às em no na nos nas num numa com por pelo pela para sem sobre
    entre se seu sua seus suas é são foi foram era tem têm que quem qual como mais menos não nem mas após antes segundo
    disse este esta isso esse essa lhe já também até desde onde quando muito todo todos`,
  everyDay: `governo polícia cidade homem mulher pessoas crianças ano anos dia dias horas cento milhões mortos feridos relatório
    lei empresa terremoto sismo incêndio acidente eleição eleições julgamento`,
  weekdays: ['domingo', 'segunda-feira', 'terça-feira', 'quarta-feira', 'quinta-feira', 'sexta-feira', 'sábado'],
  months: [
    'janeiro',
    'fevereiro',
    'março',
    'abril',
    'maio',
    'junho',
    'julho',
    'agosto',
    'setembro',
    'outubro',
    'novembro',
    'dezembro',
  ],
  smallNumbers: ['', '', 'dois', 'três', 'quatro', 'cinco', 'seis', 'sete', 'oito', 'nove', 'dez', 'onze', 'doze'],
  measures: { percent: String.raw`por cento\b`, points: 'pontos?', degrees: String.raw`graus\b`, terms: 'anos' },
  ages: [],
  calendarNames: '',
  endings: { words: '', names: '' },
}
