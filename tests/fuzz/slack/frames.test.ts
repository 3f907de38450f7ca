import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Started, startBot } from '../../bots/slack/harness.ts';
import { echo } from '../../bots/slack/samples.ts';
import { holdsLater } from '../support/holds.ts';
import { hostileText } from '../support/hostile.ts';
import { changes, mutated } from './mutated.ts';

let started: Started;
beforeAll(async () => {
  started = await startBot(echo);
});
afterAll(async () => {
  await started.stop();
});

const kinds = fc.constantFrom(
  'events_api',
  'slash_commands',
  'interactive',
  'hello',
  'something_new',
  '__proto__',
);
/** Names of the events of Bolt's own client, which Slack's might set off. */
const events = fc.constantFrom(
  'message',
  'connected',
  'disconnected',
  'error',
  'close',
  'ws_message',
  'slack_event',
  'authenticated',
  'outgoing_message',
  '',
);

describe('any frame of Socket Mode', () => {
  it('leaves the connection as it is, over which the next is heard', async () => {
    const envelope = fc
      .record({ type: kinds, event: events, text: hostileText(3), made: changes() })
      .map(({ type, event, text, made }) => {
        const { payload } = started.question('direct message', text);
        const inner = { ...(payload.event as object), type: event };
        const frame = {
          envelope_id: 'e1',
          type,
          payload: { ...payload, event: inner },
          accepts_response_payload: true,
        };
        return JSON.stringify(mutated(frame, made));
      });
    const input = fc.oneof({ weight: 4, arbitrary: envelope }, { weight: 1, arbitrary: hostileText() });
    await holdsLater(
      input,
      async (frame) => {
        await started.slack.send(frame);
        await started.deliver(started.question('direct message', 'still there?'));
        expect(started.bot.health()).toBe('connected');
        expect(started.slack.connections()).toBe(1);
      },
      {
        share: 0.05,
        kept: ['null', '[]', '5', '{}', '{"type":"interactive","payload":null}', '{"type":"events_api"}'],
      },
    );
  });

  it('may be as long as ten megabytes, or as deep as JSON can be', async () => {
    const deep = '[{"a":'.repeat(200_000);
    for (const frame of ['x'.repeat(1e7), `{"type":"interactive","payload":"${'x'.repeat(1e7)}"}`, deep]) {
      await started.slack.send(frame);
    }
    const closed = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    await started.slack.send(`{"type":"interactive","envelope_id":"e2","payload":${closed}}`);
    await started.deliver(started.question('direct message', 'still there?'));
    expect(started.slack.connections()).toBe(1);
  });
});
