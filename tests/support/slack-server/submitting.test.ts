import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, jsonOf } from './json.ts';
import { type ListeningApp, startListening } from './listening-app.ts';
import { choose, press, submit } from './press.ts';
import { actions, button, section } from './samples.ts';
import { blockSuggestion, viewClosed } from './view-payloads.ts';
import type { View } from './views.ts';

let started: ListeningApp;
beforeAll(async () => {
  started = await startListening();
});
afterAll(() => started.stop());
const said = (text: string): Json => ({ type: 'plain_text', text });
const MODAL: Json = {
  type: 'modal',
  callback_id: 'ask',
  notify_on_close: true,
  title: said('Ask'),
  submit: said('Send'),
  blocks: [
    {
      type: 'input',
      block_id: 'question',
      label: said('Question'),
      element: { type: 'plain_text_input', action_id: 'q' },
    },
    {
      type: 'input',
      block_id: 'story',
      label: said('Story'),
      element: {
        type: 'static_select',
        action_id: 's',
        options: [
          { text: said('Ferry vote'), value: 'ferry' },
          { text: said('Bridge'), value: 'bridge' },
        ],
      },
    },
    section({
      text: said('Or'),
      accessory: { type: 'external_select', action_id: 'e', placeholder: said('Find') },
    }),
    actions(button({ text: said('Clear'), action_id: 'clear' })),
  ],
};

async function opened(): Promise<View> {
  await started.app.client.views.open({
    trigger_id: started.slack.triggerId({ user: 'U4' }),
    view: MODAL as never,
  });
  const view = started.slack.views.modal('U4');
  if (view === undefined) throw new Error('not opened');
  return view;
}

describe('views', () => {
  it('have buttons that bring the view along, and a trigger for a view over it', async () => {
    const view = await opened();
    const { body } = await started.delivered('interactive', press(started.slack, view, 'Clear'));
    expect(body).toMatchObject({
      container: { type: 'view', view_id: view.id },
      view: { id: view.id },
      user: { id: 'U4' },
    });
    expect(body).not.toHaveProperty('channel');
    expect(body).not.toHaveProperty('response_url');
    await started.app.client.views.push({ trigger_id: String(body.trigger_id), view: MODAL as never });
    expect(started.slack.views.modal('U4')?.previous_view_id).toBe(view.id);
  });

  it('are submitted with what was filled in, by label', async () => {
    const view = await opened();
    const payload = submit(started.slack, view, { Question: 'who won?', Story: 'Bridge' });
    const { id, body } = await started.delivered('interactive', payload);
    expect(jsonOf(jsonOf(body.view).state).values).toMatchObject({
      question: { q: { type: 'plain_text_input', value: 'who won?' } },
      story: { s: { selected_option: { value: 'bridge' } } },
    });
    expect(started.slack.acknowledgement(id)).toMatchObject({ response_action: 'errors' });
    expect(started.slack.calls.at(-1)).toMatchObject({ method: 'acknowledgement', refusal: null });
    expect(() => submit(started.slack, view, { Title: 'a' })).toThrow('no field Title');
    expect(() => submit(started.slack, view, { Story: 'Lake' })).toThrow('no option Lake');
  });

  it('have menus that are chosen from, and filled by the bot', async () => {
    const view = await opened();
    const chosen = await started.delivered('interactive', choose(started.slack, view, 'Story', 'Ferry vote'));
    expect(chosen.body.actions).toMatchObject([{ action_id: 's', selected_option: { value: 'ferry' } }]);
    expect(jsonOf(jsonOf(chosen.body.view).state).values).toMatchObject({
      story: { s: { selected_option: { value: 'ferry' } } },
      question: { q: { value: null } },
    });
    const suggestion = blockSuggestion(view, { action_id: 'e', block_id: 'x' }, 'har');
    const { id, kind, body } = await started.delivered('interactive', suggestion);
    expect([kind, body.value]).toEqual(['options', 'har']);
    expect(started.slack.acknowledgement(id)).toMatchObject({ options: [{ value: 'h' }] });
  });

  it('are closed', async () => {
    const view = await opened();
    expect((await started.delivered('interactive', viewClosed(view, true))).kind).toBe('closed');
    expect(started.slack.views.find(view.id)).toBeUndefined();
  });
});
