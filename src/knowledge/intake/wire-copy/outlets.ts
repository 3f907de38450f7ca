import { isNamelike } from './names.ts';

const KNOWN =
  /^(?:the )?(?:associated press|ap|reuters|afp|agence france-presse|upi|united press international|bloomberg(?: news)?|pa(?: media)?|press association|dpa|efe|ansa|xinhua|kyodo news|pti|ani|aap|the canadian press|canadian press|bbc(?: news| sport)?|cnn(?: business)?|npr|pbs|abc news|cbs news|nbc news|fox news|sky news|itv news|al jazeera|deutsche welle|dw|rnz|rte|cbc(?: news)?)$/i;
/** What newspapers and stations are called. */
const LAST_WORD =
  /\b(?:Press|News|Times|Post|Herald|Tribune|Journal|Gazette|Courier|Chronicle|Guardian|Telegraph|Observer|Star|Mail|Standard|Examiner|Independent|Register|Bulletin|Globe|Inquirer|Sentinel|Dispatch|Republic|Record|Argus|Echo|Mercury|Advertiser|Beacon|Ledger|Newspaper|Radio|Monitor|Daily|Weekly|Wire|Service|Network|Agency|Broadcasting)$/i;
/** The same in front: "Agence Nord", "Radio Vessen". */
const FIRST_WORD = /^(?:Agence|Agencia|Agenzia|Radio|Channel|Canal) /;
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
 * @param text a line or a part of one
 * @returns whether it says what a writer does: "Business Writer", "Staff reporter"
 */
export function isRole(text: string): boolean {
  return text.length < 70 && ROLE.test(text.charAt(0).toLowerCase() + text.slice(1));
}
