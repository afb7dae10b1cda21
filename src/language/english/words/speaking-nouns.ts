import { list } from '../../lists/list.ts'
import { documentNouns, institutionNouns, isRole } from './name-words.ts'

/** Lower-case nouns that end like roles but are things: “the tower said” was misread. */
const things =
  list(`number weather river tower water order power error door floor color colour labor labour matter winter summer corner
   chapter tender counter center centre shutter trailer computer server fever cancer poster hammer butter layer border shower
   laser meter metre quarter factor sector tractor motor mirror harbour harbor behaviour behavior humor humour rumor rumour
   flavour favor favour terror horror tremor vapor vapour car doorbell liquor ladder cover timber lumber lever litter plaster
   shoulder finger answer disorder disaster theater theatre register charter filter buyer's ballroom restaurant plant tenant's
   elephant infant pants want ant list twist mist coast west east cost past post fist chest test exist artist's human's
   sign banner plaque placard poster billboard mural hoarding slogan
   roman woman's october september november december`)
/** Nouns for studies and their material. */
const studies = list(
  'review inquiry analysis investigation research minutes tests results transcripts accounts census index forecast',
)
/** Nouns for people and groups that do not end like roles. */
const people =
  list(`people person persons men women man woman boy boys girl girls child children kid kids teen teens teenager couple pair duo trio
   family families relative relatives parent parents mother mothers father fathers mum mums mom moms dad dads sister sisters brother
   brothers son sons daughter daughters wife husband widow twins grandmother grandfather aunt uncle cousin friend friends local locals
   insider insiders fan fans crew staff staffer colleague colleagues neighbour neighbours neighbor neighbors aide aides ally allies
   official officials police troops soldiers veteran veterans critic critics expert experts source sources witness witnesses
   public crowd jury jurors nurse nurses doctor doctors judge judges guard guards coach captain pilot pilots priest priests
   clergy bishop vicar imam monk nun duke duchess mp mps mep meps tory tories democrat democrats republican republicans liberals
   conservatives greens opposition delegates delegation allies partner partners chief chiefs boss bosses head heads deputy deputies
   vet vets guide guides bride groom hero star stars athlete athletes patient patients student students pupil pupils graduate
   graduates undergraduate resident residents president agent agents client clients dissident dissidents respondent respondents
   correspondent correspondents migrant migrants applicant applicants accountant accountants consultant consultants attendant
   participant participants defendant defendants claimant claimants plaintiff plaintiffs accused victim victims survivor survivors
   activists rebels militants clerk clerks cook chef chefs cop cops detective detectives mechanic mechanics scholar scholars
   academic academics scientist engineers electrician secretary secretaries attorney attorneys counsel governor governors
   businessman businesswoman entrepreneur spokespeople sides side group groups unions camp team teams club clubs house desk
   government governments ministry ministries council councils company companies firm firms bank banks agency agencies media
   newspaper newspapers magazine broadcaster channel station outlet outlets website site blog account market markets regulator
   regulators watchdog charity charities authorities authority body bodies tribe community communities village church majority
   diplomat diplomats aristocrat celebrities celebrity notice letter will diary memoir app voice caller callers others other
   one some many several most few both all half two three four five six seven eight nine ten dozens hundreds thousands millions
   pal pals mate mates buddy buddies ex nan gran granny granddad grandad lad lads lass chap bloke guy guys dude youngsters youth youths
   bulletin deck slide slides presentation analysis forecast survey census index dossier brochure leaflet manual handbook minutes
   medic medics paramedic paramedics mechanic catholic catholics fanatic skeptic sceptic
   society societies trust trusts diocese parish gallery museum library theatre company register log logs note notes paper papers
   catalogue ledger lobby league union faction wing movement network regiment battalion squadron
   dean champion champions winner entry page footnote summary trial study review label
   campaign panel cabinet inquiry commission tribunal court prosecution defence defense state nation`)

/** Returns true if a lower-case noun means something that can speak: a person, an institution or a document. */
export function canSpeak(noun: string): boolean {
  const word = noun.replace(/['’]s?$/, '')
  const single = singular(word)
  if (things.has(word) || things.has(single)) return false
  const known = (each: string) =>
    people.has(each) ||
    institutionNouns.has(each) ||
    documentNouns.has(each) ||
    isRole(each) ||
    /^\d+-year-olds?$/.test(each) ||
    /(?:employ|refer|trust|nomin|attend|retir|refug|devot|detain|interview|evacu|amput)ee$/.test(each)
  return known(word) || known(single)
}

/** Returns true if a lower-case noun means a document, a study or part of one: “survey”, “records”. */
export function isDocument(noun: string): boolean {
  return (
    documentNouns.has(noun) || studies.has(noun) || documentNouns.has(singular(noun)) || studies.has(singular(noun))
  )
}

function singular(noun: string): string {
  if (noun.endsWith('ies')) return `${noun.slice(0, -3)}y`
  if (/(?:ch|sh|ss|x)es$/.test(noun)) return noun.slice(0, -2)
  return noun.replace(/([^s])s$/, '$1').replace(/men$/, 'man')
}
