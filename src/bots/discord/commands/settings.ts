import type { APIInteraction } from 'discord.js';
import type { Settings } from '../../../ledger/ledger.ts';
import { channelKey, groupKey } from '../../place-key.ts';
import { oneLine } from '../../text.ts';
import type { Around } from '../around.ts';
import { onPress } from '../calls/control-path.ts';
import { tellPrivately } from '../calls/tell-privately.ts';
import { SHOWN } from '../limits.ts';
import { mayManage } from '../payloads/permissions.ts';
import { whereabouts } from '../payloads/whereabouts.ts';
import { renderWords } from '../render.ts';
import { escaped } from '../rendering/markdown.ts';
import { SAID, SETTINGS } from '../rendering/messages.ts';
import { EVERY_STORY } from './autocomplete.ts';
import { SETTINGS_OPTIONS } from './definitions/names.ts';
import { type OptionValue, optionsOf } from './options.ts';
import { spotOf } from './spot.ts';

/**
 * Shows what is set for a channel or its server, and changes it. Discord offers the command to those only who may
 * manage the server; it is looked at here again, since owners can open it to others.
 *
 * @param around what there is to work with
 * @param interaction the use of the command
 */
export async function answerSettings(around: Around, interaction: APIInteraction): Promise<void> {
  const { client, ledger, knowledge } = around;
  const spot = spotOf(client, interaction);
  const { place } = whereabouts(spot);
  const tell = (sentence: string) => tellPrivately(around, interaction, sentence);
  if (spot.guild === null || place.bot !== 'discord' || place.channel === null)
    return tell(SAID.onlyInServers);
  if (!mayManage(interaction)) return tell(SAID.needsManager);
  const given = optionsOf(interaction);
  const whole = given.get(SETTINGS_OPTIONS.wholeServer) === true;
  const key = whole ? groupKey('discord', spot.guild) : channelKey('discord', place.channel);
  const { guild, channel } = { guild: spot.guild, channel: place.channel };
  const application_id = interaction.application_id ?? client.application?.id ?? '';
  const answerable = { id: interaction.id, token: interaction.token, application_id };
  await onPress(around, { interaction: answerable }, 'privately', async () => {
    const stories = new Map(knowledge.storiesOpenTo(place).map(({ slug, title }) => [slug, title]));
    const change = changeIn(given, stories);
    if (change === null) return renderWords(SETTINGS.unknownStory);
    if (Object.keys(change).length > 0) await ledger.settings.change(key, change);
    const [ofChannel, ofServer] = await Promise.all([
      ledger.settings.get(channelKey('discord', channel)),
      ledger.settings.get(groupKey('discord', guild)),
    ]);
    const lines = whole
      ? [`**${SETTINGS.everywhere}**`, ...described(ofServer, stories)]
      : [`**${SETTINGS.here}**`, ...described({ ...ofServer, ...ofChannel }, stories)];
    return renderWords(lines.join('\n'));
  });
}

/** `null` where the story is none that is open there. */
function changeIn(
  given: ReadonlyMap<string, OptionValue>,
  stories: ReadonlyMap<string, string>,
): Settings | null {
  const flag = (name: string) => {
    const value = given.get(name);
    return typeof value === 'boolean' ? value : undefined;
  };
  const story = given.get(SETTINGS_OPTIONS.story);
  if (story !== undefined && story !== EVERY_STORY && !stories.has(String(story))) return null;
  const answers = flag(SETTINGS_OPTIONS.answerHere);
  const isPrivate = flag(SETTINGS_OPTIONS.private);
  const followUps = flag(SETTINGS_OPTIONS.followUps);
  return {
    ...(story !== undefined && { story: story === EVERY_STORY ? null : String(story) }),
    ...(answers !== undefined && { answers }),
    ...(isPrivate !== undefined && { private: isPrivate }),
    ...(followUps !== undefined && { followUps }),
  };
}

function described(settings: Settings, stories: ReadonlyMap<string, string>): readonly string[] {
  const { story, answers, followUps } = settings;
  const title = story == null ? undefined : stories.get(story);
  return [
    title === undefined ? SETTINGS.everyStory : SETTINGS.story(escaped(oneLine(title, SHOWN.headline))),
    answers === false ? SETTINGS.noAnswers : SETTINGS.answers,
    settings.private === true ? SETTINGS.private : SETTINGS.public,
    followUps === false ? SETTINGS.noFollowUps : SETTINGS.followUps,
  ].map((line) => `- ${line}`);
}
