import { type APIInteraction, InteractionResponseType } from 'discord.js';
import type { Story } from '../../../knowledge/index.ts';
import { oneLine } from '../../text.ts';
import type { Around } from '../around.ts';
import { callError } from '../failure.ts';
import { respond } from '../interaction-path.ts';
import { LIMITS } from '../limits.ts';
import { whereabouts } from '../whereabouts.ts';
import { ASK_OPTIONS, SETTINGS } from './definitions/names.ts';
import { focusedOption, optionsOf } from './options.ts';
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
    interaction.data !== undefined && 'name' in interaction.data && interaction.data.name === SETTINGS;
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
  } catch (error) {
    log.debug({ err: callError(error) }, 'nothing could be offered while somebody typed');
  }
}

/**
 * @param typed what was typed so far
 * @param stories those that are open to the place
 * @returns questions that the stories answer, those first that hold what was typed
 */
export function questionChoices(typed: string, stories: readonly Story[]): readonly Choice[] {
  return ranked(typed, entriesIn(stories, 'questions'));
}

/** @returns stories by title or alias, and every story where that can be chosen */
export function storyChoices(
  typed: string,
  stories: readonly Story[],
  withEvery: boolean,
): readonly Choice[] {
  const found = ranked(typed, entriesIn(stories, 'story'));
  return withEvery ? [{ name: EVERY_STORY_NAME, value: EVERY_STORY }, ...found] : found;
}

/** A choice with the words that it is found by. */
interface Entry extends Choice {
  readonly words: readonly string[];
}

interface Entries {
  readonly questions: readonly Entry[];
  /** None, where the slug is no choice. */
  readonly story: readonly Entry[];
}

/** Stories that have not changed are the same objects: their words are read once, and go with them. */
const KNOWN = new WeakMap<Story, Entries>();

/** One after the other: of a large library the first may do. */
function* entriesIn(stories: readonly Story[], of: keyof Entries): Generator<Entry> {
  for (const story of stories) yield* entriesOf(story)[of];
}

function entriesOf(story: Story): Entries {
  const known = KNOWN.get(story);
  if (known !== undefined) return known;
  const { slug, title, aliases } = story;
  const entries = {
    questions: story.questions
      // A question that does not fit would be asked without its end.
      .filter((question) => question.trim() !== '' && question.length <= LIMITS.choice)
      .map((value) => ({ name: oneLine(value, LIMITS.choice), value, words: wordsOf(value) })),
    story: [
      {
        name: oneLine(title, LIMITS.choice) || slug,
        value: slug,
        words: wordsOf([title, ...aliases].join(' ')),
      },
    ].filter(({ value }) => value.length <= LIMITS.choice),
  };
  KNOWN.set(story, entries);
  return entries;
}

/** More words than anybody needs to find a question by; somebody may type thousands. */
const WORDS_READ = 8;

/** Those that hold every word of what was typed, then those that hold some; all where nothing was typed. */
function ranked(typed: string, all: Iterable<Entry>): readonly Choice[] {
  const words = [...new Set(wordsOf(typed))].slice(0, WORDS_READ);
  // By how many words they hold. No more of each are needed than can be offered.
  const found = [...words, ''].map(() => new Map<string, Choice>());
  const best = found[words.length];
  for (const { name, value, words: held } of all) {
    const same = found[words.length === 0 ? 0 : heldOf(words, held)];
    if (same === undefined || same.size === LIMITS.choices) continue;
    same.set(value, { name, value });
    if (best?.size === LIMITS.choices) break;
  }
  const [, ...some] = found;
  const offered = words.length === 0 ? found : some.reverse();
  return offered.flatMap((same) => [...same.values()]).slice(0, LIMITS.choices);
}

/** How many of the words are held. The last may still be growing, so that beginnings count. */
function heldOf(typed: readonly string[], held: readonly string[]): number {
  return typed.filter((word) => held.some((other) => other.startsWith(word))).length;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
