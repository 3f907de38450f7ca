import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  ContainerBuilder,
  ContextMenuCommandBuilder,
  Events,
  GatewayIntentBits,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  SectionBuilder,
  SeparatorBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { autocompletion, typedCommand } from './interactions.ts';
import type { Json } from './json.ts';
import { press, submit } from './press.ts';
import { say } from './say.ts';
import { type DiscordServer, openDiscord, TOKEN } from './server.ts';
import { seen } from './shown.ts';

let discord: DiscordServer;
let client: Client;

async function connect(shards = 1): Promise<void> {
  const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages];
  client = new Client({ intents, rest: { api: discord.apiUrl }, shardCount: shards });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(TOKEN);
  await ready;
}
beforeEach(async () => {
  discord = await openDiscord();
  await connect();
});
afterEach(async () => {
  await client.destroy();
  await discord.close();
});

async function heard(payload: Json): Promise<Interaction> {
  const interaction = new Promise<Interaction>((resolve) => client.once(Events.InteractionCreate, resolve));
  discord.interact(payload);
  return interaction;
}
const asked = async () => {
  const interaction = await heard(typedCommand(discord, 'ask', { question: 'who won?' }));
  if (!interaction.isChatInputCommand()) throw new Error('no command');
  return interaction;
};
const button = (id: string) =>
  new ButtonBuilder().setCustomId(id).setLabel(id).setStyle(ButtonStyle.Secondary);
const card = () =>
  new ContainerBuilder()
    .setAccentColor(0x33_66_99)
    .addTextDisplayComponents(new TextDisplayBuilder().setContent('> Hale won.'))
    .addSeparatorComponents(new SeparatorBuilder())
    .addSectionComponents(
      new SectionBuilder()
        .addTextDisplayComponents(new TextDisplayBuilder().setContent('also'))
        .setButtonAccessory(button('Also')),
    )
    .addActionRowComponents(new ActionRowBuilder<ButtonBuilder>().addComponents(button('More context')))
    .addActionRowComponents(
      new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
        new StringSelectMenuBuilder()
          .setCustomId('source')
          .setPlaceholder('Other sources')
          .addOptions({ label: 'The Post', value: 'post' }),
      ),
    );
const V2 = MessageFlags.IsComponentsV2;
const allowedMentions = { parse: [], repliedUser: false } as const;

describe('what discord.js sends is taken:', () => {
  it('a deferral, its answer and what follows', async () => {
    const interaction = await asked();
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply({ flags: V2, components: [card()], allowedMentions });
    await interaction.followUp({ content: 'more', flags: MessageFlags.Ephemeral, allowedMentions });
    expect(discord.ephemerals().map(({ message }) => seen(message).text)).toEqual([
      'Hale won.\nalso\n[Also]\n[More context]\n[Other sources ▾]',
      'more',
    ]);
    await interaction.deleteReply();
    expect(discord.ephemerals()).toHaveLength(1);
  });

  it('a reply that is asked for, and what a button does with it', async () => {
    const interaction = await asked();
    const { resource } = await interaction.reply({
      flags: V2,
      components: [card()],
      allowedMentions,
      withResponse: true,
    });
    const [kept] = discord.messages('600');
    if (kept === undefined) throw new Error('no message');
    expect(resource?.message?.id).toBe(kept.id);
    const pressed = await heard(press(discord, kept, 'More context'));
    if (!pressed.isButton()) throw new Error('no button');
    await pressed.update({ components: [new TextDisplayBuilder().setContent('around it')], allowedMentions });
    expect(seen(discord.message(kept.id)?.message ?? {}).text).toBe('around it');
  });

  it('a modal, and an update after it', async () => {
    const interaction = await asked();
    const input = new TextInputBuilder()
      .setCustomId('question')
      .setStyle(TextInputStyle.Paragraph)
      .setMaxLength(300);
    const labelled = new LabelBuilder().setLabel('Question').setTextInputComponent(input);
    await interaction.showModal(
      new ModalBuilder().setCustomId('ask').setTitle('Ask').addLabelComponents(labelled),
    );
    const shown = discord.modal();
    if (shown === undefined) throw new Error('no modal');
    const submitted = await heard(submit(discord, shown, { Question: 'who won?' }));
    if (!submitted.isModalSubmit()) throw new Error('no modal');
    await submitted.reply({ content: submitted.fields.getTextInputValue('question'), allowedMentions });
    expect(discord.messages('600')).toMatchObject([{ message: { content: 'who won?' } }]);
  });

  it('choices', async () => {
    const interaction = await heard(autocompletion(discord, 'ask', { question: 'wh' }, 'question'));
    if (!interaction.isAutocomplete()) throw new Error('no autocomplete');
    await interaction.respond([
      { name: 'Who won?', value: 'who won?', nameLocalizations: { fr: 'Qui a gagné ?' } },
    ]);
    expect(discord.calls.at(-1)).toMatchObject({ status: 204, body: { type: 8 } });
  });

  it('commands', async () => {
    const ask = new SlashCommandBuilder()
      .setName('ask')
      .setNameLocalizations({ fr: 'demander', 'es-ES': 'preguntar' })
      .setDescription('Asks.')
      .setDescriptionLocalizations({ de: 'Fragt.' })
      .setIntegrationTypes(0, 1)
      .setContexts(0, 1, 2)
      .addStringOption((option) =>
        option
          .setName('question')
          .setDescription('What?')
          .setAutocomplete(true)
          .setMaxLength(300)
          .setRequired(true),
      )
      .addBooleanOption((option) => option.setName('private').setDescription('Only to me?'));
    const settings = new SlashCommandBuilder()
      .setName('nutgraf')
      .setDescription('Settings.')
      .setDefaultMemberPermissions(1n << 5n)
      .addSubcommand((sub) =>
        sub
          .setName('story')
          .setDescription('The story of a channel')
          .addChannelOption((option) =>
            option.setName('channel').setDescription('Where').addChannelTypes(0, 11),
          ),
      );
    const find = new ContextMenuCommandBuilder().setName('Find this in our stories').setType(3);
    const set = await client.application?.commands.set([ask, settings, find]);
    expect(set?.size).toBe(3);
    const read = await client.application?.commands.fetch({ withLocalizations: true });
    expect(read?.find(({ name }) => name === 'ask')?.nameLocalizations).toMatchObject({ fr: 'demander' });
    expect((await client.application?.commands.set([settings, find], '500'))?.size).toBe(2);
  });

  it('a reply to a message, in a thread, with files', async () => {
    const channel = client.channels.cache.get('700');
    if (!channel?.isThread()) throw new Error('no thread');
    const { id } = say(discord, { text: 'what?', channel: '700' });
    await channel.send({
      content: 'a',
      nonce: String(id),
      enforceNonce: true,
      reply: { messageReference: String(id), failIfNotExists: false },
      allowedMentions,
      files: [{ attachment: Buffer.from('a'), name: 'a.txt' }],
    });
    expect(discord.messages('700')).toMatchObject([{ reference: { message_id: id }, nonce: id }]);
    await channel.messages.edit(String(discord.messages('700')[0]?.id), { content: 'b', allowedMentions });
    await channel.sendTyping();
    expect([discord.messages('700')[0]?.message.content, discord.typed]).toEqual(['b', ['700']]);
  });
});

it('a client of several shards connects, and one of them comes back alone', async () => {
  await client.destroy();
  const far = { id: String(1n << 22n), name: 'Far', owner_id: '1', roles: [], unavailable: false };
  discord.guilds.set(far.id, far);
  // Both may identify at once: otherwise the second waits for five seconds.
  discord.startLimit.max_concurrency = 2;
  await connect(2);
  expect(client.guilds.cache.map(({ name }) => name).sort()).toEqual(['Far', 'Newsroom']);
  const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
  discord.gateway.reconnect(1);
  expect(await resumed).toBe(1);
});
