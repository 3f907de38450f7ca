import { describe, expect, it } from 'vitest';
import { promptsRefusal, unfurlsRefusal, viewRefusal } from './blocks.ts';
import { wrongInAcknowledgement } from './blocks-view.ts';
import type { Json } from './json.ts';
import {
  actions,
  button,
  contextActions,
  face,
  feedback,
  field,
  input,
  many,
  mrkdwn,
  option,
  plain,
  section,
  x,
} from './samples.ts';

const modal = (more: Json = {}): Json => ({ type: 'modal', title: plain(24), blocks: [], ...more });
const home = (...blocks: Json[]): Json => ({ type: 'home', blocks });

describe('a view', () => {
  it.each<[string, Json, Json, string]>([
    ['title', modal(), modal({ title: plain(25) }), '$.view.title.text'],
    ['submit', modal({ submit: plain(24) }), modal({ submit: plain(25) }), '$.view.submit.text'],
    ['close', modal({ close: plain(24) }), modal({ close: mrkdwn(4) }), '$.view.close.type'],
    [
      'private_metadata',
      modal({ private_metadata: x(3_000) }),
      modal({ private_metadata: x(3_001) }),
      'private_metadata',
    ],
    ['callback_id', modal({ callback_id: x(255) }), modal({ callback_id: x(256) }), 'callback_id'],
    [
      'a field to submit',
      modal({ blocks: [input(field())], submit: plain(4) }),
      modal({ blocks: [input(field())] }),
      'submit is missing',
    ],
    [
      'blocks',
      modal({ blocks: many(100, () => ({ type: 'divider' })) }),
      modal({ blocks: many(101, () => ({ type: 'divider' })) }),
      '$.view.blocks',
    ],
    [
      'blocks for messages alone',
      modal({ blocks: [actions(button())] }),
      modal({ blocks: [contextActions(feedback(face(1)))] }),
      'context_actions may not stand here',
    ],
    [
      'focus',
      modal({ submit: plain(4), blocks: [input(field({ focus_on_load: true }))] }),
      modal({ submit: plain(4), blocks: many(2, () => input(field({ focus_on_load: true }))) }),
      'focus_on_load',
    ],
    ['type', modal(), home(), 'home may not stand here'],
  ])('%s', (_, good, bad, where) => {
    expect(viewRefusal(good, 'modal')).toBeNull();
    expect(viewRefusal(bad, 'modal')).toMatchObject({ code: 'invalid_arguments' });
    expect(viewRefusal(bad, 'modal')?.why).toContain(where);
  });

  it('of the home tab has neither title nor markdown', () => {
    expect(viewRefusal(home(section({ text: plain(9) })), 'home')).toBeNull();
    expect(viewRefusal({ ...home(), title: plain(9) }, 'home')?.why).toContain('$.view.title');
    expect(viewRefusal(home({ type: 'markdown', text: 'a' }), 'home')?.why).toContain('markdown');
  });

  it('has at most 250,000 bytes', () => {
    const big = home(...many(100, () => section({ text: mrkdwn(2_600) })));
    expect(viewRefusal(big, 'home')?.code).toBe('view_too_large');
  });
});

describe('previews, prompts and acknowledgements', () => {
  it('a preview has blocks of a message', () => {
    const url = 'https://courier.example/a';
    expect(unfurlsRefusal({ [url]: { blocks: [section({ text: plain(9) })] } })).toBeNull();
    expect(unfurlsRefusal({ [url]: { blocks: [section({})] } })).toMatchObject({
      code: 'cannot_parse_attachment',
      why: expect.stringContaining(`$.unfurls["${url}"].blocks[0]`),
    });
    expect(unfurlsRefusal({ [url]: { text: 'a' } })?.code).toBe('cannot_parse_attachment');
    expect(unfurlsRefusal(undefined)?.code).toBe('missing_unfurls');
    expect(unfurlsRefusal('{')?.code).toBe('invalid_unfurls_format');
  });

  it('four prompts are suggested at most, each with title and message', () => {
    const prompt = { title: 'The count', message: 'What was the count?' };
    expect(promptsRefusal(many(4, () => prompt))).toBeNull();
    expect(promptsRefusal(many(5, () => prompt))?.why).toContain('at most 4');
    expect(promptsRefusal([{ title: 'The count' }])?.why).toContain('message is missing');
  });

  it('a submission is answered with errors of its own fields, or with a modal', () => {
    const submission = { type: 'view_submission', view: { blocks: [input(field(), { block_id: 'q' })] } };
    const answer = (more: Json) => wrongInAcknowledgement(submission, more);
    expect(answer({ response_action: 'errors', errors: { q: 'Ask something.' } })).toBeNull();
    expect(answer({ response_action: 'errors', errors: { other: 'No.' } })).toContain('$.errors.other');
    expect(answer({ response_action: 'update', view: modal() })).toBeNull();
    expect(answer({ response_action: 'update', view: home() })).toContain('$.view');
    expect(answer({ response_action: 'clear' })).toBeNull();
    expect(answer({ response_action: 'close' })).toContain('response_action');
  });

  it('a menu is filled with 100 options at most', () => {
    const fill = (count: number) =>
      wrongInAcknowledgement({ type: 'block_suggestion' }, { options: many(count, option) });
    expect(fill(0)).toBeNull();
    expect(fill(100)).toBeNull();
    expect(fill(101)).toContain('$.options');
  });

  it('nothing else is answered in its acknowledgement', () => {
    expect(wrongInAcknowledgement({ type: 'block_actions' }, { text: 'a' })).toContain('view_submission');
  });
});
