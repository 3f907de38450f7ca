import { type APIInteraction, InteractionResponseType } from 'discord.js';
import type { Story } from '../../../knowledge/index.ts';
import { type Entry, ranked, wordsOf } from '../../suggestions.ts';
import { oneLine, wellFormed } from '../../text.ts';
import type { Around } from '../around.ts';
import { callError, isAcknowledged } from '../calls/failure.ts';
import { respond } from '../calls/interaction-path.ts';
import { LIMITS } from '../limits.ts';
import { whereabouts } from '../payloads/whereabouts.ts';
import { ASK_OPTIONS, SETTINGS } from './definitions/names.ts';
import { focusedOption, isObject, optionsOf } from './options.ts';
import { spotOf } from './spot.ts';

/** Value of the choice that stands for every story; no slug holds a space. */
export const EVERY_STORY = 'every story';
const EVERY_STORY_NAME = 'Every story';

/** Discord shows nothing that comes later. */
const RESPOND_MS = 2_500;

interface Choice {
  readonly name: string;
  readonly value: string;
}

/**
 * Offers questions and stories while somebody types. All of it is in memory: it takes a millisecond or two.
 *
 * @param around what there is to work with
 * @param interaction what was typed
 */
export async function offer({ client, knowledge, log }: Around, interaction: APIInteraction): Promise<void> {
  const focused = focusedOption(interaction);
  const { place } = whereabouts(spotOf(client, interaction));
  const open = knowledge.storiesOpenTo(place);
  const chosen = optionsOf(interaction).get(ASK_OPTIONS.story);
  const ofChosen = open.filter(({ slug }) => slug === chosen);
  const stories = ofChosen.length > 0 && focused?.name === ASK_OPTIONS.question ? ofChosen : open;
  const isSettings =
    isObject(interaction.data) && 'name' in interaction.data && interaction.data.name === SETTINGS;
  const choices =
    focused === null
      ? []
      : focused.name === ASK_OPTIONS.question
        ? questionChoices(focused.typed, stories)
        : storyChoices(focused.typed, stories, isSettings);
  try {
    const type = InteractionResponseType.ApplicationCommandAutocompleteResult;
    const body = { type, data: { choices: choices.slice(0, LIMITS.choices) } };
    await respond(client.rest, interaction, body, AbortSignal.timeout(RESPOND_MS));
  } catch (thrown) {
    const error = callError(thrown);
    // Another process that serves the same servers was faster.
    if (!isAcknowledged(error)) log.debug({ err: error }, 'nothing could be offered while somebody typed');
  }
}

/**
 * @param typed what was typed so far
 * @param stories those that are open to the place
 * @returns questions that the stories answer, those first that hold what was typed
 */
export function questionChoices(typed: string, stories: readonly Story[]): readonly Choice[] {
  return ranked(typed, entriesIn(stories, 'questions'), LIMITS.choices);
}

/** @returns stories by title or alias, and every story where that can be chosen */
export function storyChoices(
  typed: string,
  stories: readonly Story[],
  withEvery: boolean,
): readonly Choice[] {
  const found = ranked(typed, entriesIn(stories, 'story'), LIMITS.choices);
  return withEvery ? [{ name: EVERY_STORY_NAME, value: EVERY_STORY }, ...found] : found;
}

interface Entries {
  readonly questions: readonly Entry<Choice>[];
  /** None, where the slug is no choice. */
  readonly story: readonly Entry<Choice>[];
}

/** Stories that have not changed are the same objects: their words are read once, and go with them. */
const KNOWN = new WeakMap<Story, Entries>();

/** One after the other: of a large library the first may do. */
function* entriesIn(stories: readonly Story[], of: keyof Entries): Generator<Entry<Choice>> {
  for (const story of stories) yield* entriesOf(story)[of];
}

function entriesOf(story: Story): Entries {
  const known = KNOWN.get(story);
  if (known !== undefined) return known;
  const { slug, title, aliases } = story;
  const entries = {
    questions: story.questions
      // A question that does not fit would be asked without its end.
      .filter((question) => question.length <= LIMITS.choice)
      .map(wellFormed)
      .flatMap((question) => entry(oneLine(question, LIMITS.choice), question, question)),
    story:
      slug.length > LIMITS.choice
        ? []
        : entry(oneLine(title, LIMITS.choice) || slug, slug, [title, ...aliases].join(' ')),
  };
  KNOWN.set(story, entries);
  return entries;
}

/** None without a name: Discord would take none of the others either. */
function entry(name: string, value: string, foundBy: string): readonly Entry<Choice>[] {
  return name === '' ? [] : [{ value: { name, value }, key: value, words: wordsOf(foundBy) }];
}
