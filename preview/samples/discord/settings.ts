import { type APIInteraction, PermissionFlagsBits } from 'discord.js';
import { tellPrivately } from '../../../src/bots/discord/calls/tell-privately.ts';
import { SETTINGS, SETTINGS_OPTIONS } from '../../../src/bots/discord/commands/definitions/names.ts';
import { answerSettings } from '../../../src/bots/discord/commands/settings.ts';
import type { Surface } from '../../discord/surface.ts';
import type { Libraries, LibraryName } from '../libraries.ts';
import { CHANNEL, GUILD, SOMEWHERE } from './ids.ts';
import { sentBy } from './sent.ts';
import { told } from './shown.ts';

type Scene = (open: Libraries) => Promise<Surface>;

const INTERACTION = { id: '100000000000000009', token: 'preview' };

/** What `/nutgraf` says when somebody ties the channel to the first story of a library. */
export function settings(name: LibraryName): Scene {
  return async (open) => {
    const knowledge = await open(name);
    const [story] = knowledge.storiesOpenTo(SOMEWHERE);
    return told(
      SETTINGS,
      await sentBy(knowledge, (around) => answerSettings(around, chosen(story?.slug ?? ''))),
    );
  };
}

/** A sentence of ours that a command brings to one person instead of an answer. */
export function sentence(command: string, words: string): Scene {
  return async (open) =>
    told(command, await sentBy(await open('shipped'), (around) => tellPrivately(around, INTERACTION, words)));
}

/** A use of `/nutgraf` that ties the channel to a story. */
function chosen(story: string): APIInteraction {
  const options = [{ type: 3, name: SETTINGS_OPTIONS.story, value: story }];
  return {
    ...INTERACTION,
    application_id: '100000000000000003',
    type: 2,
    guild_id: GUILD,
    channel_id: CHANNEL,
    member: { permissions: String(PermissionFlagsBits.ManageGuild) },
    data: { type: 1, name: SETTINGS, options },
  } as unknown as APIInteraction;
}
