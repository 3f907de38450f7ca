/**
 * Words that say how a sentence is built, not what it is about. They are not searched for and not counted
 * as covered or missing. Words that turn a meaning round ("not", "no", "against", "without") are not here.
 */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a about after again all also am an and any anybody anyone anything are aren't around as at be because been
  before being but by can can't could couldn't did didn't do does doesn't doing don't done down each either else ever
  every everybody everyone everything for from get gets getting give given go goes going gone got had hadn't happen
  happened happening happens has hasn't have haven't having he he'd he'll he's hello her here hers herself hey hi him
  himself his how how's i i'd i'll i'm i've if in into is isn't it it's its itself just know known let like lot made
  make many may maybe me might mine much must my myself need of off ok okay on only onto or other our ours
  ourselves out over please shall shan't she she'd she'll she's should shouldn't since so some somebody someone
  something somewhere still such tell than thank thanks that that's the their theirs them themselves then there
  there's these they they'd they'll they're they've thing things this those though thus to too under until up upon us
  very via was wasn't we we'd we'll we're we've were weren't what what's whatever when when's where where's
  whether which whichever while who who'd who's whom whose why why's will with won't would wouldn't yet you
  you'd you'll you're you've your yours yourself`.split(/\s+/),
);
