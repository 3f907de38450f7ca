import { type APIInteraction, InteractionType } from 'discord.js';
import type { Around } from '../around.ts';
import { callError } from '../calls/failure.ts';
import { tellPrivately } from '../calls/tell-privately.ts';
import { answerAsk } from '../commands/ask.ts';
import { offer } from '../commands/autocomplete.ts';
import { ASK, SETTINGS } from '../commands/definitions/names.ts';
import { answerFind, isFind } from '../commands/find.ts';
import { answerSettings } from '../commands/settings.ts';
import { feedback } from '../controls/feedback.ts';
import { notWhatIAsked } from '../controls/not-what-i-asked.ts';
import { open } from '../controls/open.ts';
import { share } from '../controls/share.ts';
import { tellTheDesk } from '../controls/tell-the-desk.ts';
import type { Ears, HeardInteraction } from '../payloads/heard.ts';
import { type Pressed, pressedIn } from '../payloads/pressed.ts';
import { SAID } from '../rendering/messages.ts';

const UNKNOWN_COMMAND = `I do not know this command. Ask with /${ASK}; whoever runs this bot can register its commands again.`;
const UNKNOWN_CONTROL = `That does nothing any more. Ask with /${ASK}.`;

type Control = (around: Around, pressed: Pressed) => Promise<void>;
/** What buttons do, by the beginning of their name. */
const CONTROLS: readonly (readonly [RegExp, Control])[] = [
  [/^(?:more-context|other-sources)-\d+$/, open],
  [/^(?:not-what-i-asked|next)$/, notWhatIAsked],
  [/^(?:helpful|not-helpful)$/, feedback],
  [/^tell-the-desk$/, tellTheDesk],
  [/^share$/, share],
];

/** Answers commands, buttons and what is typed, and whatever else Discord may still show of the bot. */
export function onInteraction(ears: Ears, around: Around): void {
  ears.onInteraction((interaction) => {
    const answering = () => answerInteraction(around, interaction);
    // What is offered while somebody types is worth nothing a moment later, and does no harm twice.
    if (interaction.type === InteractionType.ApplicationCommandAutocomplete) return answering();
    return around.intake.take({ kind: 'interaction', at: Date.now(), interaction }, answering);
  });
}

/**
 * Answers an interaction that this process has taken on. Never rejects. What was answered before is answered by the
 * same message: a response that was given once is edited from then on.
 *
 * @param around what there is to work with
 * @param heard the interaction
 */
export async function answerInteraction(around: Around, heard: HeardInteraction): Promise<void> {
  try {
    // Discord's documentation promises the rest; what we use of it is checked where it is used.
    await answer(around, heard as APIInteraction & HeardInteraction);
  } catch (error) {
    around.log.error({ err: callError(error), type: heard.type }, 'an interaction could not be handled');
  }
}

async function answer(around: Around, interaction: APIInteraction & HeardInteraction): Promise<void> {
  switch (interaction.type) {
    case InteractionType.ApplicationCommandAutocomplete:
      return offer(around, interaction);
    case InteractionType.ApplicationCommand: {
      if (isFind(interaction)) return answerFind(around, interaction);
      const name = interaction.data?.name;
      if (name === ASK) return answerAsk(around, interaction);
      if (name === SETTINGS) return answerSettings(around, interaction);
      return tellPrivately(around, interaction, UNKNOWN_COMMAND);
    }
    default: {
      const pressed = pressedIn(around, interaction);
      const [, control] =
        CONTROLS.find(([name]) => pressed !== null && name.test(pressed.control.action)) ?? [];
      if (pressed === null || control === undefined)
        return tellPrivately(around, interaction, UNKNOWN_CONTROL);
      const until = around.limits.press(pressed.spot.user);
      if (until !== null) return tellPrivately(around, interaction, SAID.tooMany(Math.ceil(until / 1000)));
      return control(around, pressed);
    }
  }
}
