/** Who broadcast it, where the transcript says so. */

/** An outlet as it is stated, and where. */
export interface StatedOutlet {
  readonly outlet: string;
  readonly where: string;
}

/** Short names in capitals; the BBC and its like with their article. */
const SHORT = `\\b(?:[Tt]he )?(?<outlet>[A-Z][A-Z0-9]{1,5})`;
const PERSON = String.raw`\p{Lu}[\p{L}\p{M}.'’-]{1,30}(?: (?:(?:de|da|van|von|der|bin|al|la|el) ){0,2}\p{Lu}[\p{L}\p{M}.'’-]{1,30}){1,3}`;
const OWN = `${SHORT}(?:['’]s|s['’]) (?:own )?${PERSON}`;
const ASIDE = `(?:, [^,.?!]{1,80},)?`;
/** What a correspondent does where the host introduces one. */
const PRESENTS = String.raw`(?:is (?:here|with us|following|covering|on the line|standing by|tracking|live|joining us|in [\p{Lu}])|joins? (?:us|me)|now joins|has (?:more|the (?:story|details|latest|report)|this (?:report|story)|been (?:following|covering|reporting|tracking|looking into))|reports?\b|reported\b|reporting\b|explains\b|covers\b|brings us|tells us|begins our|starts our|filed this|sent this|has our)`;

/** Each of them needs the form of an introduction or of thanks: "Amazon's Jo Hale said" is no outlet. */
const INTRODUCTIONS = [
  `${OWN}${ASIDE} ${PRESENTS}`,
  String.raw`(?:[Jj]oining (?:us|me)(?: now)?(?: \p{Ll}+){0,3} is|[Ww]ith (?:us|me) (?:now )?is|(?:joined|brought to us)(?: now)? by|[Hh]ere['’]s|[Hh]ere is|[Ww]e (?:turn|go) (?:now )?to|[Ll]et['’]s (?:go|turn) (?:now )?to|bring in|called) ${OWN}`,
].map((form) => new RegExp(form, 'gu'));
const THANKS = [
  `${OWN},? (?:thanks|thank you|many thanks)\\b`,
  `(?:[Tt]hanks(?: so much| very much| a lot)?|[Tt]hank you(?: so much| very much)?),? (?:to )?${OWN}`,
  `(?:[Tt]hat(?:['’]s| is| was)|[Tt]hat report(?: is| was)? (?:from|by)|[Yy]ou['’]ve been listening to) ${OWN}[.,]`,
].map((form) => new RegExp(form, 'gu'));
const SIGN_OFFS = [
  String.raw`${PERSON}, (?:for )?(?<outlet>[A-Z][A-Z0-9]{1,5} News)\b(?=[.,])`,
  `(?:[Ff]or|[Ff]rom) (?<outlet>[A-Z][A-Z0-9]{1,5}(?: News)?), (?:I['’]m|I am|this is) ${PERSON}`,
  String.raw`(?:This is|[Ii]t['’]s|listening to|watching) [^.?!]{2,60} from (?<outlet>[A-Z][A-Z0-9]{1,5} News)\b`,
].map((form) => new RegExp(form, 'gu'));

/** Bodies that are no outlets, and that people are introduced from. */
const NO_OUTLETS = new Set(
  `NASA FBI CIA NSA DHS FDA CDC EPA FCC FTC SEC IRS DOJ DEA ATF TSA FEMA NOAA NIH NLRB OSHA HUD USDA DOT NTSB WHO UN
  UNICEF UNHCR UNESCO NATO EU IMF WTO OPEC OECD ICC IAEA FIFA UEFA IOC NBA NFL NHL MLB NCAA IBM AMD AOL HP GM GE UPS
  AFL AFLCIO SEIU UAW UFCW RWDSU AFT NEA ACLU NAACP NRA AARP MIT UCLA USC NYU LSE US USA UK LA NYC DC GOP DNC RNC MI5
  MI6 EY KPMG PWC`.split(/\s+/),
);

/**
 * What the host says: an introduction or thanks in which somebody is an outlet's own.
 *
 * @param texts what is said
 * @returns the outlet, or `null` where nothing is said, or where somebody of another one is named too
 */
export function outletSaid(texts: readonly string[]): StatedOutlet | null {
  const found = [
    ...candidates(texts, INTRODUCTIONS, "the host's introduction"),
    ...candidates(texts, THANKS, "the host's thanks"),
    ...candidates(texts, SIGN_OFFS, 'the sign-off'),
  ].filter(({ outlet }) => !NO_OUTLETS.has(outlet));
  const others = candidates(texts, [new RegExp(OWN, 'gu')], '').filter(
    ({ outlet }) => !NO_OUTLETS.has(outlet),
  );
  const bare = new Set([...found, ...others].map(({ outlet }) => outlet.replace(/ News$/, '')));
  if (bare.size !== 1) return null;
  // "NPR's Jo Hale" and "Jo Hale, NPR News" agree.
  return found.find(({ outlet }) => !outlet.endsWith(' News')) ?? found[0] ?? null;
}

function candidates(texts: readonly string[], forms: readonly RegExp[], where: string): StatedOutlet[] {
  return texts.flatMap((text) =>
    forms.flatMap((form) =>
      [...text.matchAll(form)].flatMap(({ groups }) =>
        groups?.outlet ? [{ outlet: groups.outlet, where }] : [],
      ),
    ),
  );
}

const COPYRIGHT =
  /(?:copyright(?: ©| \(c\))?|©|\(c\)) ?(?:\d{4}(?: ?[-–] ?\d{4})?,?) (?:by )?(?<holder>[\p{Lu}\p{N}][^.;|\n]{1,60}?)(?=(?:,? (?:Inc|LLC|Ltd|Corp|plc|GmbH)\b)|\.(?:\s|$)|[;|]|,? all rights| ?\(|$)/iu;

/**
 * @param lines lines of the law
 * @returns whose copyright it is, where they name but one
 */
export function outletOfCopyright(lines: readonly string[]): StatedOutlet | null {
  const holders = lines.flatMap((line) => COPYRIGHT.exec(line)?.groups?.holder?.trim() ?? []);
  const [outlet] = holders;
  return outlet !== undefined && new Set(holders).size === 1 ? { outlet, where: 'the copyright line' } : null;
}
