/**
 * What people and things are seen to do in photographs. Captions say it in the present tense, stories about
 * events in the past.
 */
const SEEN = wordsOf(`
aim applaud arrange attend bat bathe battle board bounce bow break browse brush burn camp carve catch chase
cheer clap clash clean climb comfort congratulate console cool crash crouch cry dance decorate dig dive douse
dribble drift drink drop dry embrace escort fire gather gaze gesture glance glide greet grill guard hang hoist
hold huddle hug hurl inspect jog jump kick kiss kneel knit lay lean leap lift load look loom lounge man pack
paddle paint parade pat patrol peek peer perch pick pitch pour pray prepare prune queue pull push raise reach relax
rescue row rush salute scream scrub shake shoot shout shovel sing sit skate ski slam sleep slide smile smoke
splash spray sprint stack stand stare steer stir stretch stroll stuff surf sweep swim swing swirl tackle talk
tear throw tie toss touch tow unload wade wait walk wash watch water wave wear weave weed wheel wipe wrap wrestle
yell
`);
/** The same, but also said of what will happen: "The team plays at Brant on Jan. 8, 2022." */
const SEEN_OR_PLANNED = wordsOf(`
address appear approach arrive await beat bike block build carry celebrate challenge check clear collect compete
conduct cook count cover cross cut deliver demonstrate depart direct display distribute dock donate drive emerge
evacuate examine exchange exercise exit face fall feed fight fill fish fix float flow fly form hand harvest head
help hit install interact lead leave lie light line march mark measure meet mourn move navigate observe operate
overlook park participate pass pause pay perform place plant play point practice practise present press protest
put react read rehearse remove repair replace rest restock restore return ride rise roll run sail score search
seek sell serve shelter shop show sign sort speak spread stage step stop strike study supervise surround survey
take teach tend test tour train travel try turn unveil use vaccinate view visit vote warm weigh welcome
wind work
`);

/** A verb in the present tense that a caption may have. */
export interface PictureVerb {
  readonly number: 'singular' | 'plural';
  /** It also announces. */
  readonly planned: boolean;
}

/**
 * @param word lower case
 * @returns "walks" as a verb in the singular, "walk" in the plural, `null` for what is no such verb
 */
export function pictureVerb(word: string): PictureVerb | null {
  const plural = verbOf(word, 'plural');
  if (plural !== null || !word.endsWith('s')) return plural;
  const singular = verbOf(word.slice(0, -1), 'singular');
  if (singular !== null || !word.endsWith('es')) return singular;
  return (
    verbOf(word.slice(0, -2), 'singular') ??
    (word.endsWith('ies') ? verbOf(`${word.slice(0, -3)}y`, 'singular') : null)
  );
}

function verbOf(base: string, number: PictureVerb['number']): PictureVerb | null {
  if (SEEN.has(base)) return { number, planned: false };
  return SEEN_OR_PLANNED.has(base) ? { number, planned: true } : null;
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
