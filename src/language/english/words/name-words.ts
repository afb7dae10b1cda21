import type { Gender } from '../../gender.ts'
import { list } from '../../lists/list.ts'
/** Words that show what kind of name a name is, all in lower case. */

/** Words before a person's name. */
export const titles = list(
  `mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir dame lord lady baroness baron rev rev. father sister pope king queen prince princess
   president vice chairman chairwoman chair chief executive minister premier chancellor secretary senator sen sen. representative rep rep.
   congressman congresswoman governor gov gov. mayor councillor councilman councilwoman judge justice attorney general gen gen. colonel
   col col. captain capt capt. lieutenant lt lt. sergeant sgt sgt. admiral adm adm. major officer detective sheriff commissioner
   ambassador director deputy spokesman spokeswoman spokesperson leader speaker coach prosecutor treasurer foreign prime state
   majority minority senate house white former acting assistant undersecretary analyst economist author candidate reporter editor
   councillors councilors senators ministers representatives ambassadors inspectors professors officers judges justices
   republican democrat democratic gop lawmaker inspector superintendent constable archbishop bishop cardinal imam rabbi dr-ing clerk coroner registrar
   ombudsman comptroller provost vicar pastor principal headteacher headmaster headmistress matron warden curator chaplain trustee alderman
   magistrate corporal cpl cpl. brigadier commander cmdr cmdr. commodore cllr cllr.`,
)
/** Ways to address somebody that tell no office. */
export const honorifics = list('mr mr. mrs mrs. ms ms. miss dr dr.')
/** Ranks of the nobility, without which nobody is called by their surname: “Lord Efford”. */
export const peerages = list('sir dame lord lady baroness baron')
/** Ranks that say nothing beside an office: “board member Professor Greer”. */
export const ranks = list(
  `prof prof. professor rev rev. father sister officer general gen gen. admiral adm adm. brigadier colonel col col. commander cmdr cmdr. commodore
   major captain capt capt. lieutenant lt lt. sergeant sgt sgt. corporal cpl cpl.`,
)
/** Titles that may follow the body or field they belong to: “Police Chief”, “Finance Minister”. */
export const offices = list(
  `chief minister secretary director president chairman chairwoman chair chancellor commissioner spokesman spokeswoman spokesperson
   governor mayor leader superintendent inspector sergeant constable attorney prosecutor judge justice senator representative
   councillor executive officer manager coach captain analyst economist ambassador`,
)
/** The field of an office, in front of it: “finance chief”. */
export const portfolios = list(
  `agriculture communications culture defence defense economy education energy environment finance foreign health home housing human
   immigration interior justice labour labor legal marketing medical news nursing operations planning police policy press product
   research sales school science security social sports technology trade transport treasury union welfare`,
)
/** Words at the end of organizations' names, or within them. */
export const organizationWords = list(
  `party inc inc. ltd ltd. llc plc corp corp. co co. company group bank fund union association federation league committee council
   commission court department ministry office agency bureau administration authority service services university college school
   institute foundation society press times post journal news herald gazette tribune observer guardian reuters network media
   radio tv television channel fm
   police army navy force forces guard brigade brigades government parliament congress senate house assembly board center centre
   hospital church airlines airways motors energy water electric partners holdings industries international coalition alliance
   movement campaign team club nations organization organisation kremlin pentagon treasury embassy museum trust research watch
   water works council registry unit united aircraft aviation systems foods technologies labs laboratories pharma pharmaceuticals
   buses coaches taxis trains trams ferries hotels homes houses stores shops supermarkets bakeries breweries insurance properties
   estates developments construction builders engineering solutions travel tours cruises
   logistics ventures capital securities instruments agro minerals mining petroleum renewables railways freight shipping maritime
   insurance healthcare biotech software digital gaming studios pictures records entertainment stores supermarkets farms breweries
   homes properties developments solutions consulting analytics advisers advisors associates`,
)
/** Words that end the names of places. */
export const placeWords = list(
  `road street avenue lane drive square terrace crescent court close way hill park green bridge station airport harbour harbor
   bay beach island islands river lake valley mountain mountains forest farm estate house hall tower towers building stadium
   arena theatre theater hotel inn prison jail cemetery county city town village district province state coast gorge dam mill
   quay wharf docks gate gates market fields common heath moor`,
)
/** Nouns for an institution whose name is not given: "the ministry", "the company". */
export const institutionNouns = list(
  `ministry council company court board union police government party coastguard service agency firm bank authority inspectorate
   institute league association committee office department campaign team group newspaper commission administration parliament school
   university club hospital embassy army navy military organization organisation institution corporation network chain startup charity
   foundation panel congress senate house cabinet regime supplier operator maker airline carrier retailer publisher broadcaster`,
)
/** Nouns that suit an institution of any name: "the company" is whichever was named last. */
export const genericInstitutions = list(
  `company firm group organization organisation agency institution corporation charity supplier operator maker airline carrier retailer chain startup team`,
)
/** Nouns for documents. */
export const documentNouns = list(
  `report statement study survey poll lawsuit complaint affidavit indictment filing letter memo memorandum document documents email
   emails book article paper ruling order bill law resolution release transcript audit editorial story op-ed website site figures
   data records notice notices petition motion decision judgment judgement text message`,
)
const female = list(
  `mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly emily
   donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia amy kathleen angela shirley anna ana ruth brenda
   pamela nicole katherine samantha christine catherine virginia debra rachel janet emma carolyn maria heather diane julie joyce
   victoria kelly christina joan evelyn judith andrea hannah megan cheryl jacqueline martha gloria teresa ann anne sara madison
   frances kathryn janice jean abigail alice julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa
   diana natalie brittany charlotte marie kayla alexis lori hillary ivanka melania nikki kellyanne elena olga fatima aisha leila
   ursula angela theresa nicola jacinda sanna giorgia claudia lucia carmen ingrid astrid greta nadia yasmin priya mei ines rosa`,
)
const male = list(
  `james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul
   andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry
   justin scott brandon benjamin samuel gregory alexander frank patrick raymond jack dennis jerry tyler aaron jose adam nathan henry
   douglas zachary peter kyle ethan walter noah jeremy christian keith roger terry austin sean gerald carl harold dylan arthur
   lawrence jordan jesse bryan billy bruce gabriel joe logan alan juan albert willie wayne roy ralph randy eugene vincent bobby
   louis philip luis carlos miguel pedro barack bernie ted mitt mike tim bill jim tom bob ben rick marco jeb chris lindsey mitch
   vladimir sergei dmitry ivan ahmed mohammed muhammad omar ali hassan hussein abdul recep emmanuel boris rishi keir olaf viktor
   bashar benjamin antony jens lars otto hans karl fritz pierre jean-claude francois mario giuseppe matteo pavel tomas`,
)

/** Returns true if a lower-case noun is a person's role: "official", "mayor", "spokeswoman". */
export function isRole(noun: string): boolean {
  const roles =
    /(?:er|or|ist|ian|ant|man|woman|person|official|aide|source|witness|student|resident|expert|ally|chief|head)$/
  return titles.has(noun) || genderOf(noun) !== undefined || roles.test(noun)
}

/** Returns the gender shown by a first name, a title or another noun; undefined if it shows none. */
export function genderOf(word: string): Gender | undefined {
  if (
    /^(?:mrs|ms|miss|dame|lady|queen|princess|sister|spokeswoman|chairwoman|congresswoman|councilwoman|daughter|mother|wife|aunt|niece|granddaughter|grandmother|widow|fiancée|businesswoman|policewoman|baroness|duchess|actress)\.?$/.test(
      word,
    )
  )
    return 'female'
  if (
    /^(?:mr|sir|lord|king|prince|father|spokesman|chairman|congressman|councilman|pope|son|brother|husband|uncle|nephew|grandson|grandfather|widower|fiancé|businessman|policeman|fireman)\.?$/.test(
      word,
    )
  )
    return 'male'
  if (female.has(word)) return 'female'
  return male.has(word) ? 'male' : undefined
}
