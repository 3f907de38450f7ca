import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callerOf } from './caller.ts';
import { FLAGS } from './flags.ts';
import { autocompletion, typedCommand } from './interactions.ts';
import type { Json } from './json.ts';
import type { Person } from './person.ts';
import { press } from './press.ts';
import { button, display, modal, rich, row } from './samples.ts';
import { type DiscordServer, openDiscord } from './server.ts';

let discord: DiscordServer;
beforeEach(async () => {
  discord = await openDiscord();
});
afterEach(() => discord.close());
const { codeOf, bodyOf, respond } = callerOf(() => discord);

const asked = (person: Person = {}): Json => {
  const interaction = typedCommand(discord, 'ask', { question: 'who won?' }, person);
  discord.interact(interaction);
  return interaction;
};
const webhook = ({ token }: Json, rest = '') => `/webhooks/200/${String(token)}${rest}`;
const original = (interaction: Json) => webhook(interaction, '/messages/@original');
const pressed = async (label = 'More context') => {
  await codeOf('POST', '/channels/600/messages', rich(display('a'), row(button())));
  const [kept] = discord.messages('600');
  if (kept === undefined) throw new Error('no message');
  const interaction = press(discord, kept, label);
  discord.interact(interaction);
  return { kept, interaction };
};

describe('an interaction', () => {
  it('is responded to once, in three seconds', async () => {
    const [first, late] = [asked(), asked()];
    expect(await respond(first, 4, { content: 'a' })).toBe(204);
    expect(await respond(first, 4, { content: 'a' })).toBe(40060);
    discord.pass(3_000);
    expect(await respond(late, 5)).toBe(10062);
    expect(await respond({ ...first, id: '1' }, 5)).toBe(10062);
    expect(discord.messages('600')).toHaveLength(1);
    expect(discord.calls[0]?.afterMs).toBeGreaterThanOrEqual(0);
  });

  it('that is deferred waits for what is to be said', async () => {
    const interaction = asked();
    expect(await codeOf('PATCH', original(interaction), { content: 'a' })).toBe(10015);
    await respond(interaction, 5, { flags: FLAGS.ephemeral });
    expect(discord.ephemerals('600', '300')).toMatchObject([
      { message: { flags: FLAGS.ephemeral | FLAGS.loading } },
    ]);
    expect(await codeOf('PATCH', original(interaction), rich(display('a')))).toBe(200);
    const flags = FLAGS.ephemeral | FLAGS.componentsV2;
    expect(discord.answers(interaction)).toMatchObject([{ to: '300', message: { flags } }]);
    expect(await bodyOf('GET', original(interaction))).toMatchObject({ flags, type: 20 });
    expect(await codeOf('GET', `/channels/600/messages/${discord.answers(interaction)[0]?.id}`)).toBe(10008);
    expect(await codeOf('DELETE', original(interaction))).toBe(204);
    expect(await codeOf('PATCH', original(interaction), { content: 'b' })).toBe(10008);
  });

  it('that is deferred takes the first message that follows for what is to be said', async () => {
    const interaction = asked();
    await respond(interaction, 5);
    const { id } = await bodyOf('POST', webhook(interaction), { content: 'a', flags: FLAGS.ephemeral });
    expect(discord.messages('600')).toMatchObject([{ id, message: { content: 'a', flags: 0 } }]);
    await bodyOf('POST', webhook(interaction), { content: 'b', flags: FLAGS.ephemeral });
    expect(discord.ephemerals('600')).toMatchObject([{ message: { content: 'b' } }]);
  });

  it('is over after a quarter of an hour', async () => {
    const interaction = asked();
    await respond(interaction, 4, { content: 'a' });
    discord.pass(15 * 60_000 - 1);
    expect(await codeOf('PATCH', original(interaction), { content: 'b' })).toBe(200);
    discord.pass(1);
    expect(await codeOf('PATCH', original(interaction), { content: 'c' })).toBe(50027);
    expect(await codeOf('POST', webhook(interaction), { content: 'c' })).toBe(50027);
    expect(discord.messages('600')).toMatchObject([{ message: { content: 'b' } }]);
  });

  it('has messages of its own, and no others', async () => {
    const [one, other] = [asked(), asked()];
    await respond(one, 4, { content: 'a' });
    await respond(other, 4, { content: 'b' });
    const [foreign] = discord.answers(other);
    expect(await codeOf('PATCH', webhook(one, `/messages/${foreign?.id}`), { content: 'c' })).toBe(10008);
    const { id } = await bodyOf('POST', webhook(one), { content: 'd' });
    expect(await codeOf('PATCH', webhook(one, `/messages/${String(id)}`), { content: 'e' })).toBe(200);
    expect(discord.answers(one)).toMatchObject([
      { message: { content: 'a' } },
      { message: { content: 'e' } },
    ]);
  });

  it('that is wrong has no effect, and can be put right', async () => {
    const interaction = asked();
    expect(await respond(interaction, 7, { content: 'a' })).toBe(50035);
    expect(await respond(interaction, 4, { content: 'a', flags: 1 })).toBe(50035);
    expect(discord.calls.at(-1)?.why).toContain('$.data.flags');
    expect(await respond(interaction, 4, { content: 'a' })).toBe(204);
  });

  it('tells what it made to who asks for it', async () => {
    const { id, token } = asked();
    const path = `/interactions/${String(id)}/${String(token)}/callback?with_response=true`;
    const body = await bodyOf('POST', path, { type: 4, data: { content: 'a', flags: FLAGS.ephemeral } });
    expect(body).toMatchObject({
      interaction: { response_message_ephemeral: true, response_message_loading: false },
      resource: { type: 4, message: { content: 'a' } },
    });
  });

  it('of who is typing is given choices', async () => {
    const interaction = autocompletion(discord, 'ask', { question: 'wh' }, 'question');
    discord.interact(interaction);
    expect(await respond(interaction, 5)).toBe(50035);
    expect(await respond(interaction, 8, { choices: [{ name: 'Who won?', value: 3 }] })).toBe(50035);
    expect(await respond(interaction, 8, { choices: [{ name: 'Who won?', value: 'w' }] })).toBe(204);
    expect(discord.answers(interaction)).toEqual([]);
  });
});

describe('a button', () => {
  it('changes the message that it is on', async () => {
    const { kept, interaction } = await pressed();
    expect(await respond(interaction, 7, { components: [display('b')] })).toBe(204);
    expect(discord.message(kept.id)).toMatchObject({ message: { components: [{ content: 'b' }] }, edits: 1 });
    expect(await codeOf('PATCH', original(interaction), { components: [display('c')] })).toBe(200);
    expect(discord.messages('600')).toHaveLength(1);
  });

  it('leaves it for later', async () => {
    const { kept, interaction } = await pressed();
    expect(await respond(interaction, 6)).toBe(204);
    expect(await codeOf('POST', webhook(interaction), { content: 'b', flags: FLAGS.ephemeral })).toBe(200);
    expect(discord.ephemerals()).toMatchObject([{ reference: { message_id: kept.id } }]);
    expect(await codeOf('PATCH', original(interaction), { components: [display('c')] })).toBe(200);
    expect(discord.message(kept.id)?.edits).toBe(1);
  });

  it('shows a modal', async () => {
    const { interaction } = await pressed();
    expect(await respond(interaction, 9, modal({ title: 'Ask' }))).toBe(204);
    expect(discord.modal()).toMatchObject({ data: { title: 'Ask' }, interaction: { user: '300' } });
  });
});

describe("a user's app", () => {
  it('says five more things at most, and what it says the server does not hear', async () => {
    const interaction = asked({ guild: '900', channel: '901' });
    expect(interaction).toMatchObject({ authorizing_integration_owners: { 1: '300' }, context: 0 });
    await respond(interaction, 4, { content: 'a' });
    for (let times = 0; times < 5; times += 1) {
      expect(await codeOf('POST', webhook(interaction), { content: 'b' })).toBe(200);
    }
    expect(await codeOf('POST', webhook(interaction), { content: 'c' })).toBe(40094);
  });

  it('is heard by who asks alone where the server wants it so', async () => {
    const interaction = asked({ guild: '900', channel: '901', appPermissions: 0n });
    await respond(interaction, 4, { content: 'a' });
    expect(discord.ephemerals('901', '300')).toHaveLength(1);
    expect(discord.messages('901')).toEqual([]);
  });
});
