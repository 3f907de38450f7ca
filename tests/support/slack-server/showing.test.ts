import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callerOf } from './caller.ts';
import { type Json, jsonOf } from './json.ts';
import { openSlack, type SlackServer } from './server.ts';

let slack: SlackServer;
beforeEach(async () => {
  slack = await openSlack();
});
afterEach(() => slack.close());
const { call, bodyOf, codeOf } = callerOf(() => slack);

describe('views', () => {
  const modal = (title = 'Ask', more: Json = {}): Json => ({
    type: 'modal',
    title: { type: 'plain_text', text: title },
    blocks: [],
    ...more,
  });
  const open = async (view: Json = modal(), trigger_id = slack.triggerId()) =>
    bodyOf('views.open', { trigger_id, view });

  it('need a trigger that is known, fresh and not used', async () => {
    const trigger_id = slack.triggerId();
    expect(await codeOf('views.open', { trigger_id: '1.2.3', view: modal() })).toBe('invalid_trigger_id');
    expect(await codeOf('views.open', { trigger_id, view: modal('x'.repeat(25)) })).toBe('invalid_arguments');
    expect(await codeOf('views.open', { trigger_id, view: modal() })).toBe('ok');
    expect(await codeOf('views.open', { trigger_id, view: modal() })).toBe('exchanged_trigger_id');
    const late = slack.triggerId();
    slack.pass(3_000);
    expect(await codeOf('views.open', { trigger_id: late, view: modal() })).toBe('expired_trigger_id');
  });

  it('are updated by their hash', async () => {
    const { view } = await open();
    const { id: view_id, hash } = jsonOf(view);
    const update = (more: Json) => codeOf('views.update', { view_id, view: modal('New'), ...more });
    expect(await update({ hash })).toBe('ok');
    expect(await update({ hash })).toBe('hash_conflict');
    expect(await update({})).toBe('ok');
    expect(await update({ view_id: 'V99' })).toBe('not_found');
    expect(slack.views.modal('U1')?.title).toMatchObject({ text: 'New' });
  });

  it('lie three deep at most', async () => {
    let { id } = jsonOf((await open()).view);
    const push = async (view: string | null) =>
      bodyOf('views.push', { trigger_id: slack.triggerId({ view }), view: modal('Over') });
    for (let depth = 2; depth <= 3; depth += 1) ({ id } = jsonOf((await push(String(id))).view));
    expect((await push(String(id))).error).toBe('push_limit_reached');
    expect((await push(null)).error).toBe('not_found');
  });

  it('do what a submission is answered with', async () => {
    const { view } = await open();
    const submission = { type: 'view_submission', view: jsonOf(view) };
    slack.acknowledge(submission, { response_action: 'update', view: modal('Thanks') });
    expect(slack.views.modal('U1')?.title).toMatchObject({ text: 'Thanks' });
    slack.acknowledge(submission, { response_action: 'update', view: modal('x'.repeat(25)) });
    expect(slack.calls.at(-1)).toMatchObject({
      method: 'acknowledgement',
      refusal: 'invalid_acknowledgement',
      why: expect.stringContaining('$.view.title.text'),
    });
    slack.acknowledge(submission, undefined);
    expect(slack.views.modal('U1')).toBeUndefined();
  });

  it('are published to a person, one each', async () => {
    const home = { type: 'home', blocks: [] };
    const { view } = await bodyOf('views.publish', { user_id: 'U1', view: home });
    await call('views.publish', {
      user_id: 'U1',
      view: { ...home, callback_id: 'again' },
      hash: jsonOf(view).hash,
    });
    expect(slack.views.home('U1')).toMatchObject({ id: jsonOf(view).id, callback_id: 'again' });
    expect(await codeOf('views.publish', { user_id: 'U1', view: home, hash: jsonOf(view).hash })).toBe(
      'hash_conflict',
    );
    expect(await codeOf('views.publish', { user_id: 'U1', view: modal() })).toBe('invalid_arguments');
  });
});
