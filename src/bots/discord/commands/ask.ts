import type { APIInteraction } from 'discord.js';
import type { Around } from '../around.ts';
import { interactionPath, type Showing } from '../calls/interaction-path.ts';
import { tellPrivately } from '../calls/tell-privately.ts';
import type { HeardInteraction } from '../payloads/heard.ts';
import { questionText } from '../payloads/question-text.ts';
import { whereabouts } from '../payloads/whereabouts.ts';
import { SAID } from '../rendering/messages.ts';
import { freshMessage, messageLink, remember } from '../rendering/showing.ts';
import { settingsAt } from '../settings.ts';
import { ASK_OPTIONS } from './definitions/names.ts';
import { optionsOf } from './options.ts';
import { personOf, spotOf } from './spot.ts';

/**
 * Answers a use of `/ask`.
 *
 * @param around what there is to work with
 * @param interaction the use of the command
 */
export async function answerAsk(around: Around, interaction: APIInteraction): Promise<void> {
  const options = optionsOf(interaction);
  const text = questionText(String(options.get(ASK_OPTIONS.question) ?? ''));
  const story = options.get(ASK_OPTIONS.story);
  const wanted = options.get(ASK_OPTIONS.private);
  await answerQuestion(around, interaction, {
    text,
    story: typeof story === 'string' && story !== '' ? story : undefined,
    isPrivate: typeof wanted === 'boolean' ? wanted : undefined,
  });
}

/** A question that came by a command. */
export interface Wanted {
  readonly text: string;
  /** Slug of the story that was chosen; `undefined` where none was. */
  readonly story: string | undefined;
  /** Whether it is to be answered privately; `undefined` where that was not said. */
  readonly isPrivate: boolean | undefined;
}

/**
 * Answers a question that came by a command: where others may be told, and have not been a moment ago.
 *
 * @param around what there is to work with
 * @param interaction the use of the command
 * @param wanted what was asked
 */
export async function answerQuestion(
  around: Around,
  interaction: APIInteraction & HeardInteraction,
  { text, story, isPrivate }: Wanted,
): Promise<void> {
  const { client, desk, ledger, log, limits, repeats } = around;
  const { id, token } = interaction;
  const application_id = interaction.application_id ?? client.application?.id ?? '';
  const spot = spotOf(client, interaction);
  const { place, thread } = whereabouts(spot);
  const { answers, private: byDefault, story: set = null } = await settingsAt(ledger, log, place);
  const privately = answers === false || (isPrivate ?? byDefault === true);
  // What is private here by the server's will cannot be shared either.
  const shareable = privately && answers !== false && !spot.direct;
  const showing: Showing = {
    isPrivate: privately,
    message: (reply, asking) => freshMessage(around, reply, asking, { heading: text, shareable }),
    posted(message, reply, asking, turns) {
      if (privately) return;
      const { channel } = spot;
      const answer = { channel, place, text, isForAll: story === undefined, hasHeading: true };
      remember(around, answer, message, reply, asking, turns);
    },
  };
  const path = interactionPath(client.rest, { id, token, application_id }, showing, log);

  async function answer(): Promise<void> {
    const until = limits.take(spot.user, spot.channel);
    if (until !== null) return tellPrivately(around, interaction, SAID.tooMany(Math.ceil(until / 1000)));
    const before =
      privately || spot.channel === null || story !== undefined
        ? null
        : repeats.find({ channel: spot.channel, story: set }, text);
    if (before !== null && spot.channel !== null) {
      return tellPrivately(around, interaction, SAID.again(messageLink(spot.guild, spot.channel, before)));
    }
    const person = personOf(spot);
    const chosen = story === undefined ? {} : { story };
    await desk.answer({ deliveries: [id], place, thread, text, person, ...chosen }, path);
  }

  // From here on, whoever stops the bot waits for it, and what breaks is told.
  await desk.handle([`heard:${id}`], answer, (reply) => path.post(reply, null, []));
}
