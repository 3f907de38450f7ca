import { type APIInteraction, InteractionResponseType } from 'discord.js';
import type { Story } from '../../../knowledge/index.ts';
import { oneLine } from '../../text.ts';
import type { Around } from '../around.ts';
import { callError } from '../failure.ts';
import { respond } from '../interaction-path.ts';
import { LIMITS } from '../limits.ts';
import { whereabouts } from '../whereabouts.ts';
import { ASK_OPTIONS, SETTINGS } from './definitions/names.ts';
import { focusedOption } from './options.ts';
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
  const stories = knowledge.storiesOpenTo(place);
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
  const questions = [...new Set(stories.flatMap((story) => story.questions))]
    // A question that does not fit would be asked without its end.
    .filter((question) => question.trim() !== '' && question.length <= LIMITS.choice);
  return ranked(typed, questions, (question) => question).map((question) => ({
    name: oneLine(question, LIMITS.choice),
    value: question,
  }));
}

/** @returns stories by title or alias, and every story where that can be chosen */
export function storyChoices(
  typed: string,
  stories: readonly Story[],
  withEvery: boolean,
): readonly Choice[] {
  const found = ranked(typed, stories, ({ title, aliases }) => [title, ...aliases].join(' '))
    .filter(({ slug }) => slug.length <= LIMITS.choice)
    .map(({ title, slug }) => ({ name: oneLine(title, LIMITS.choice) || slug, value: slug }));
  return withEvery ? [{ name: EVERY_STORY_NAME, value: EVERY_STORY }, ...found] : found;
}

/** Those that hold every word of what was typed, then those that hold some; all where nothing was typed. */
function ranked<T>(typed: string, all: readonly T[], textOf: (one: T) => string): readonly T[] {
  const words = wordsOf(typed);
  if (words.length === 0) return all;
  return all
    .map((one, index) => ({ one, index, share: shareOf(words, wordsOf(textOf(one))) }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share || a.index - b.index)
    .map(({ one }) => one);
}

/** The last word may still be growing, so that beginnings count. */
function shareOf(typed: readonly string[], held: readonly string[]): number {
  return typed.filter((word) => held.some((other) => other.startsWith(word))).length / typed.length;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
