import type { PageWords } from '../lists/pages.ts'

/** English words for reading web pages. */
export const english: PageWords = {
  boilerplate: [
    'advert(?:isement)?s?',
    'the post .{1,300} (?:appeared first|first appeared) on .{1,200}',
    '(?:read|continue) (?:more|reading)(?: .{0,120})?',
    'ad(?:vertisement)? - .{0,40}',
    'sign (?:in|up)',
    'log in',
    'subscribe(?: now)?',
    'share(?: this)?(?: (?:article|story|page))?',
    'tweet',
    'print',
    'comments?',
    '\\d+ comments?',
    'related(?: (?:articles?|stories|content|topics|news))?:?',
    '(?:article |story )?continues? (?:reading )?below(?: advertisement)?',
    'read more:?',
    'more on this(?: story)?:?',
    "don[’']t miss",
    'this slideshow requires javascript\\.?',
    'loading\\W*',
    'getty images?',
    '(?:image|photo|picture|photograph|credit)s?: .{0,80}',
    '\\(?(?:photo|image) (?:by|credit).{0,80}',
    'follow .{0,60} on (?:twitter|facebook|instagram|linkedin|x).{0,60}',
    'tell us what you think.{0,20}',
    'want more stories like this\\?',
    'sign up (?:for|to) .{0,120}',
    'image \\d+ of (?:/ )?\\d+',
    'caption',
    'close',
    'by',
    'like this (?:story|article).{0,60}',
    'copyright .{0,100}all rights reserved\\.?',
    'all rights reserved\\.?',
    'advertisement:',
    'this entry was posted .{0,160}',
    'disclaimer',
    'you (?:may|might) also like\\W*',
    '(?:.{0,60} )?opinions expressed (?:by|in|here) .{0,100}',
    'chat with us .{0,160}',
    'registration on or use of this site .{0,200}',
    'the material on this site may not .{0,240}',
    'community rules apply .{0,160}',
    'we want to hear what you think about this article\\..{0,80}',
    'photographs? by .{2,60}',
    '(?:this|the) (?:clip|video|player) (?:needs|requires) javascript.{0,80}',
    '(?:to view|to watch) this video.{0,120}',
    'duration:? \\d.{0,10}',
    '(?:watch|listen|also read|read also|see also) ?[|:].{0,120}',
  ],
  above: [
    '(?:first )?(?:published|updated|posted|last updated|last modified)\\b.{0,60}',
    '\\p{Lu}[\\p{L}. ’-]{3,40}, (?:ap|associated press|reuters|staff|special to) .{0,40}(?:writer|reporter|correspondent|editor)',
    '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\\d{1,2} )?(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.? (?:\\d{1,2},? )?\\d{4}(?:.{0,24})',
    '\\d+ min(?:ute)?s? read',
  ],
  caption:
    /^in this .{4,80}\b(?:photo|photograph|image)\b|\((?:ap )?(?:photo|image)(?:\/| by| courtesy| credit|:).{0,80}\)\W*$|\((?:image |photo )?credits?: .{0,80}\)\W*$|[.!?](?:reuters|getty images|ap|afp)$|[/(|]\s*(?:getty images|shutterstock|afp|epa|ap photo)\W*$/i,
  appeal:
    /(?:^|[.!?] )(?:get|sign up|subscribe|follow|join|like|listen|start your|click here|want more|download (?:our|the)|e-?mail (?:us|him|her|\p{Lu}))\b/iu,
  reward:
    /\b(?:newsletters?|(?:your|our) inbox|delivered (?:to|through|straight to) your|(?:news|email) (?:alerts|emails)|(?:follow|like|join|find|us|our|me|him|her|them|@\w+)\b.{0,30} on (?:twitter|facebook|instagram)|app store|promo code|use the code|our (?:\w+ )?(?:forums?|app|podcast|channel)|at [\w.-]+@[\w.-]+\w)\b/iu,
  stated: /\b(?:said|says|told|according)\b/i,
  ofTheSite:
    /\b(?:(?:this|our) (?:web)?site uses cookies|we use cookies|we may (?:earn|receive) (?:an? )?(?:affiliate )?commission|may (?:earn|receive) an affiliate commission|subject to copyright\. apart from|contents of this site are ©|no part (?:of this \w+ )?may be reproduced|moderating all comments|edition of today; subscribe|subscribe now to our .{0,30}edition|(?:get|read) more .{0,40} with (?:the|our) .{0,20}\bapps?)\b/iu,
  credit: /^\(?(?:additional |with )?(?:reporting|writing|editing|compiled) by /i,
  creditWords: 'and by in with from for the of additional reporting writing editing compiled',
  stamp: /^(?:updated|published|posted)\b:?/i,
  stampWords: `at by for from in of on the and to updated published posted first last modified created written edited filed under min
    mins minutes read reading ago hours days reporter correspondent editor chief staff writer senior political comments
    am pm est gmt bst cet`,
  byline: '[Bb]y|BY',
  bylineLabel: 'authors?|writers?|written|words|text|reporters?|posted(?: on)?|published(?: on)?|posted in',
  noAuthor:
    /^(?:(?:posted|published|written|updated|super|guest|no)(?: (?:on|by|at|in|user|author))?|by|admin(?:istrator)?|staff|editors?|editorial(?: team| staff)?|unknown|anonymous|comments?|share|follow(?: us)?|read more|name|author|twitter|facebook|instagram|linkedin|e-?mail)\W*$/i,
  changed: /\b(?:updat|modif|revis|edited)\p{L}*[^.]{0,20}$/iu,
  aboutWriter:
    /^\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){0,3}(?: \([^()]{3,60}\))? is (?:an?|the|our) .{0,80}\b(?:writer|editor|reporter|journalist|correspondent|author|columnist|contributor|blogger|producer)\b/u,
  aboutAuthor: /^about the (?:authors?|writers?)\W*$/i,
  behind:
    /^(?:you (?:may|might) (?:also )?(?:like|enjoy|be interested in)\b.{0,20}|more (?:great |top )?(?:\p{L}+ ){0,4}(?:stories|news|coverage|headlines|reading)|(?:most|recommended|trending|popular|related) (?:read|popular|stories|articles|posts|content|videos|topics|news|for you|links?|now)|(?:read|up|coming up) next|further reading|related coverage|(?:you might|we) (?:also )?recommend)\W*$/iu,
  walls: {
    cookies: /\b(?:cookies?|consent|privacy (?:settings|policy|choices)|gdpr|trackers?)\b/gi,
    payment:
      /\b(?:subscri(?:be|bers?|ption)|sign in|log ?in|register|already a member|continue reading|unlock|free trial|paywall)\b/gi,
    robots:
      /\b(?:captcha|are you (?:a )?(?:human|robot)|enable javascript|access denied|unusual traffic|verify you are)\b/gi,
  },
  filed: {
    opinion:
      'opinions?|editorials?|op ?ed|columns?|columnists?|comment(?:ary|isfree| is free)?|letters?(?: to the editor)?|viewpoints?|blogs?',
    live: 'live|live ?blogs?|live updates?',
    roundup:
      '(?:morning|evening|daily|weekly|news) ?(?:briefings?|newsletters?|digest|round ?up)|round ?ups?|briefings?|newsletters?|playbook',
  },
  titled: {
    opinion:
      /^(?:opinion|editorial|comment|commentary|letters?|column|analysis and opinion|op-?ed)\s*[:|–—]|\|\s*(?:opinion|editorial|letters?)\s*$/i,
    live: /^(?:live|live ?blog)\s*[:|–—-]|\blive (?:updates?|blog|coverage)\b|[–—-]\s*(?:live|as it happened)\s*$|\bas it happened\b/i,
    roundup:
      /^(?:(?:your |the )?(?:morning|evening|daily|weekly|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|today['’]s|this week['’]s)[\w' ’]{0,20} (?:briefing|news ?letter|round-?up|digest|headlines|recap)|news (?:briefing|round-?up|in brief)|what (?:you need|to know) (?:to know )?(?:today|this (?:morning|week|evening))|(?:\d+|five|six|seven|ten) (?:things|stories|headlines) (?:to know|you|we|from|that)|in brief\b|briefly\b)|\b(?:news|evening|morning|weekly|daily) round-?up\b|\btop stories\b/i,
  },
  outletArticle: 'the',
  units: '(?:kilo|centi|milli)?met(?:re|er)s?|feet|foot|inch(?:es)?|miles?|yards?',
}
