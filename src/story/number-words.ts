const words: readonly string[] = [
  'nil zero null',
  'one',
  'two zwei deux dos dois',
  'three drei trois tres três',
  'four vier quatre cuatro quatro',
  'five fünf cinq cinco',
  'six sechs seis',
  'seven sieben sept siete sete',
  'eight acht huit ocho oito',
  'nine neun neuf nueve nove',
  'ten zehn dix diez dez',
  'eleven elf onze once',
  'twelve zwölf douze doce doze',
]

const values = new Map(words.flatMap((names, value) => names.split(' ').map((name) => [name, String(value)] as const)))
const pattern = new RegExp(String.raw`(?<!\p{L})(?:${[...values.keys()].join('|')})(?!\p{L})`, 'giu')

/** A text with its small numbers in figures: "two-nil" → "2-0", "jailed for four years" → "jailed for 4 years". */
export function numberWords(text: string): string {
  return text
    .replace(pattern, (word) => values.get(word.toLowerCase()) ?? word)
    .replace(/(?<![\d.,])(\d{1,2}) to 0(?!\d)/g, '$1-0')
}
