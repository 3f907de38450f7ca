import { Client, Events, GatewayIntentBits, type Interaction } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callerOf } from './caller.ts';
import { autocompletion, messageCommand, typedCommand } from './interactions.ts';
import type { Json } from './json.ts';
import { PERMISSIONS } from './permissions.ts';
import { choose, press, submit } from './press.ts';
import {
  button,
  command,
  container,
  field,
  label,
  link,
  modal,
  option,
  rich,
  row,
  select,
  textOption,
} from './samples.ts';
import { say } from './say.ts';
import { type DiscordServer, openDiscord, TOKEN } from './server.ts';

let discord: DiscordServer;
let client: Client;
beforeEach(async () => {
  discord = await openDiscord();
  client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: discord.apiUrl } });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(TOKEN);
  await ready;
});
afterEach(async () => {
  await client.destroy();
  await discord.close();
});
const { call, respond } = callerOf(() => discord);

/** What the real discord.js makes of it. */
async function heard(payload: Json): Promise<Interaction> {
  const interaction = new Promise<Interaction>((resolve) => client.once(Events.InteractionCreate, resolve));
  discord.interact(payload);
  return interaction;
}
const posted = async (message: Json) => {
  await call('POST', '/channels/600/messages', message);
  const kept = discord.messages('600').at(-1);
  if (kept === undefined) throw new Error('no message');
  return kept;
};
const MENU = row(select({ placeholder: 'Story', options: [option(1), option(2)] }));

describe('what discord.js reads of', () => {
  it('a command', async () => {
    await call('PUT', '/applications/200/commands', [command({ options: [textOption()] })]);
    const payload = typedCommand(discord, 'ask', { question: 'who won?' }, { locale: 'fr', channel: '700' });
    const interaction = await heard(payload);
    if (!interaction.isChatInputCommand()) throw new Error('no command');
    expect(interaction.options.getString('question')).toBe('who won?');
    expect(interaction.commandId).toBe(discord.commands.get('')?.[0]?.id);
    expect([interaction.locale, interaction.context, interaction.channel?.isThread()]).toEqual([
      'fr',
      0,
      true,
    ]);
    expect(interaction.appPermissions.has('SendMessagesInThreads')).toBe(true);
    expect(interaction.memberPermissions?.has('ManageGuild')).toBe(false);
  });

  it('a subcommand by who may manage the server', async () => {
    const options = { channel: { type: 7, value: '601' }, private: true, hours: 2 };
    const person = { permissions: PERMISSIONS.manageGuild };
    const interaction = await heard(typedCommand(discord, 'nutgraf settings set', options, person));
    if (!interaction.isChatInputCommand()) throw new Error('no command');
    expect([interaction.options.getSubcommandGroup(), interaction.options.getSubcommand()]).toEqual([
      'settings',
      'set',
    ]);
    expect(interaction.options.getChannel('channel')?.id).toBe('601');
    expect([interaction.options.getBoolean('private'), interaction.options.getInteger('hours')]).toEqual([
      true,
      2,
    ]);
    expect(interaction.memberPermissions?.has('ManageGuild')).toBe(true);
  });

  it('a command in direct messages, and among others', async () => {
    const alone = await heard(typedCommand(discord, 'ask', {}, { channel: '901' }));
    expect([alone.context, alone.guildId, alone.user.id]).toEqual([1, null, '300']);
    const others = await heard(typedCommand(discord, 'ask', {}, { channel: '902', amongOthers: true }));
    expect([others.context, others.authorizingIntegrationOwners[1]]).toEqual([2, '300']);
  });

  it('an option that is being typed', async () => {
    const payload = autocompletion(discord, 'ask', { story: 'ferry', question: 'wh' }, 'question');
    const interaction = await heard(payload);
    if (!interaction.isAutocomplete()) throw new Error('no autocomplete');
    expect(interaction.options.getFocused(true)).toMatchObject({ name: 'question', value: 'wh' });
  });

  it('a command in the menu of a message', async () => {
    const message = say(discord, { text: 'The count was 11 to 4.', channel: '601' });
    const interaction = await heard(messageCommand(discord, 'Find this', message));
    if (!interaction.isMessageContextMenuCommand()) throw new Error('no message command');
    expect([interaction.targetMessage.content, interaction.channelId]).toEqual([
      'The count was 11 to 4.',
      '601',
    ]);
  });

  it('a button that is pressed', async () => {
    const kept = await posted(rich(container(row(button(), link()))));
    const interaction = await heard(press(discord, kept, 'More context', { user: '301' }));
    if (!interaction.isButton()) throw new Error('no button');
    expect([interaction.customId, interaction.message.id, interaction.user.id]).toEqual([
      'more',
      kept.id,
      '301',
    ]);
    expect(interaction.message.flags.has('IsComponentsV2')).toBe(true);
    expect(() => press(discord, kept, 'Read it')).toThrow('cannot be pressed');
    expect(() => press(discord, kept, 'Less')).toThrow('no button Less, but More context,Read it');
  });

  it('a button that one person sees', async () => {
    const payload = typedCommand(discord, 'ask', {}, { user: '302' });
    discord.interact(payload);
    await respond(payload, 4, { content: 'a', flags: 1 << 6, components: [row(button())] });
    const [kept] = discord.ephemerals();
    if (kept === undefined) throw new Error('no message');
    const interaction = await heard(press(discord, kept, 'More context'));
    if (!interaction.isButton()) throw new Error('no button');
    expect([interaction.user.id, interaction.message.flags.has('Ephemeral')]).toEqual(['302', true]);
  });

  it('a choice', async () => {
    const kept = await posted(rich(MENU));
    const interaction = await heard(choose(discord, kept, 'Story', ['o2']));
    if (!interaction.isStringSelectMenu()) throw new Error('no menu');
    expect([interaction.customId, interaction.values]).toEqual(['story', ['2']]);
    expect(() => choose(discord, kept, 'Story', ['o3'])).toThrow('no option o3, but o1,o2');
    expect(() => choose(discord, kept, 'Outlet', [])).toThrow('no menu Outlet, but Story');
  });

  it('a modal that is filled in', async () => {
    const kept = await posted(rich(row(button())));
    const pressed = press(discord, kept, 'More context');
    discord.interact(pressed);
    const story = select({ options: [option(1), option(2)], required: false });
    const components = [label(field({ value: 'who?' })), label(story, { label: 'Story' })];
    expect(await respond(pressed, 9, modal({ components }))).toBe(204);
    const shown = discord.modal();
    if (shown === undefined) throw new Error('no modal');
    const interaction = await heard(submit(discord, shown, { Question: 'who won?', story: 'o1' }));
    if (!interaction.isModalSubmit()) throw new Error('no modal');
    expect(interaction.fields.getTextInputValue('question')).toBe('who won?');
    expect(interaction.fields.getStringSelectValues('story')).toEqual(['1']);
    expect(interaction.isFromMessage() && interaction.message.id).toBe(kept.id);
    expect(() => submit(discord, shown, { Outlet: 'a' })).toThrow('no field Outlet');
  });
});
