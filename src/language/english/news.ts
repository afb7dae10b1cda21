import type { NewsWords } from '../lists/news.ts'

const people = 'man|woman|boy|girl|teenager|teen|driver|cyclist|pedestrian|pensioner|student'

/** English words for telling news stories apart. */
export const english: NewsWords = {
  idle: `the a an of and or to in on for at by with from as is are was were be been being has have had it its he she they his
    her their them him this that these those who whom whose which will would could should can may might must after before
    over under into onto about amid new says said say saying more most than not no nor but out up down off what how why
    when where while if so such there here also just only other some any all both each we our us you your i my me do does
    did during since until against between through because then now still very own same too`,
  everyDay: `president minister government state states country city town house senate court judge police officials official man
    woman men women people children person family year years month months week weeks day days time first last two three
    four five six seven eight nine ten one dozens hundreds thousands million billion percent per cent killed kill kills
    dead death deaths die dies died injured hurt missing report reports reported news case cases plan plans deal vote
    votes law bill leader party company group firm chief head former top national public local north south east west
    northern southern eastern western early late morning evening night home back big high low make makes take takes told
    tell tells call calls called set get gets come comes go goes face faces hit hits win wins won beat beats lose loses
    lost rise rises rose fall falls fell higher lower close closes closed open opens shares stocks market markets price
    prices profit sales earthquake quake magnitude fire flood storm crash match game cup season election trial jailed
    charged arrested spokesman spokeswoman statement accused asked added according`,
  weekdays: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
  months: [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ],
  smallNumbers: [
    'nil zero null',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ],
  measures: {
    magnitude: 'magnitude',
    behindMagnitude: 'magnitude|richter|on the richter',
    percent: String.raw`percent\b|per cent\b|pc\b`,
    points: '(?:basis )?points?',
    degrees: String.raw`degrees?\b`,
    lengths: 'kilomet(?:re|er)s?|miles?|met(?:re|er)s?|mph',
    terms: 'years?|months?',
    millions: 'million|billion|mn|bn',
    nil: 'nil|zero|null|love',
    to: 'to',
    level: String.raw`\bat`,
    number: String.raw`no\.`,
    ordinal: 'st|nd|rd|th',
    of: 'of',
    noScore: 'year|point|seat|minute|day|hour|page|mile',
    noTerm: ' old|-old|s? of age',
  },
  ages: [
    new RegExp(String.raw`(?<age>\d{1,3})[- ]year[- ]old (?<who>${people})\b`, 'giu'),
    new RegExp(String.raw`\b(?<who>${people}),? (?:aged )?(?<age>\d{1,3})(?=[, ]|$)`, 'giu'),
  ],
  calendarNames: `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december jan feb mar apr jun jul aug sept sep oct nov dec`,
  endings: { words: 'ies|es|s|ed|ing', names: 'ians?|ans?|ish|ese|ia|i|s|a|e|n' },
}
