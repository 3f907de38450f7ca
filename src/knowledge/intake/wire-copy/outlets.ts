import { isNamelike } from './names.ts';

const KNOWN =
  /^(?:the )?(?:associated press|ap|reuters|afp|agence france-presse|upi|united press international|bloomberg(?: news)?|pa(?: media)?|press association|dpa|efe|ansa|xinhua|kyodo news|pti|ani|aap|the canadian press|canadian press|bbc(?: news| sport)?|cnn(?: business)?|npr|pbs|abc news|cbs news|nbc news|fox news|sky news|itv news|al jazeera|deutsche welle|dw|rnz|rte|cbc(?: news)?)$/i;
/** What newspapers and stations are called. */
const LAST_WORD =
  /\b(?:Press|News|Times|Post|Herald|Tribune|Journal|Gazette|Courier|Chronicle|Guardian|Telegraph|Observer|Star|Mail|Standard|Examiner|Independent|Register|Bulletin|Globe|Inquirer|Sentinel|Dispatch|Republic|Record|Argus|Echo|Mercury|Advertiser|Beacon|Ledger|Newspaper|Radio|Monitor|Daily|Weekly|Crier|Messenger|Citizen|Banner|Wire|Service|Network|Agency|Broadcasting)$/i;
/** The same in front: "Agence Nord", "Radio Vessen". */
const FIRST_WORD = /^(?:Agence|Agencia|Agenzia|Radio|Channel|Canal) /;
/** Words of which newspapers' names consist, wherever they stand: "Echo of Ellery", "Daily Tram". */
const PAPER_WORD =
  /\b(?:Tribune|Gazette|Herald|Post|Times|News|Courier|Crier|Star|Journal|Press|Echo|Mail|Daily|Weekly|Chronicle|Telegraph|Observer|Bulletin|Dispatch|Ledger|Argus|Sentinel|Advertiser|Examiner|Radio)\b/i;
/** What no writer is called first. */
const PAPER_FIRST =
  /^(?:The|Daily|Weekly|Evening|Morning|Herald|Tribune|Gazette|Courier|Times|News|Journal|Chronicle)\s/i;
const ROLE =
  /^(?:by )?(?:[\p{L}&/-]+ ){0,5}(?:writers?|reporters?|correspondents?|editors?|columnists?|contributors?|producers?|staff|bureau chief)(?:,? (?:in )?[\p{Lu}][\p{L} ]{1,30})?$/iu;

/**
 * @param text a line
 * @returns whether it is the name of an agency or a broadcaster that needs nothing beside it to be told
 */
export function isKnownOutlet(text: string): boolean {
  return KNOWN.test(text);
}

/**
 * @param text a line or a part of one
 * @returns whether it is the name of an outlet beyond mistake
 */
export function isOutletName(text: string): boolean {
  return (
    KNOWN.test(text) ||
    (!text.includes(',') &&
      text.split(' ').length >= 2 &&
      isNamelike(text) &&
      (LAST_WORD.test(text) || FIRST_WORD.test(text)))
  );
}

/**
 * @param text what stands after the comma behind a writer's name
 * @returns whether it is an outlet: there a paper's word or an article is enough
 */
export function isOutletAfterName(text: string): boolean {
  return isOutletName(text) || (isNamelike(text) && (/^the /i.test(text) || PAPER_WORD.test(text)));
}

/**
 * @param text a part of a byline
 * @returns whether it begins as papers' names do, and people's do not
 */
export function beginsAsOutlet(text: string): boolean {
  return PAPER_FIRST.test(text);
}

/**
 * @param text a line or a part of one
 * @returns whether it says what a writer does: "Business Writer", "Staff reporter"
 */
export function isRole(text: string): boolean {
  return text.length < 70 && ROLE.test(text.charAt(0).toLowerCase() + text.slice(1));
}
