import fc from 'fast-check';
import { expect, it } from 'vitest';
import { messageIdIn } from '../../../src/bots/discord/calls/post.ts';
import { questionChoices, storyChoices } from '../../../src/bots/discord/commands/autocomplete.ts';
import { focusedOption, optionsOf } from '../../../src/bots/discord/commands/options.ts';
import { readTaken } from '../../../src/bots/discord/inbox/taken.ts';
import { LIMITS } from '../../../src/bots/discord/limits.ts';
import { readCustomId, writeCustomId } from '../../../src/bots/discord/payloads/custom-id.ts';
import type { HeardInteraction } from '../../../src/bots/discord/payloads/heard.ts';
import { mentions, questionText } from '../../../src/bots/discord/payloads/question-text.ts';
import { oneLine } from '../../../src/bots/text.ts';
import type { Story } from '../../../src/knowledge/index.ts';
import { mistakesInResponse } from '../../support/discord-server/callback-rules.ts';
import { holds } from '../support/holds.ts';
import { hostileText, pumpedText } from '../support/hostile.ts';
import { anything } from './mutated.ts';

const text = fc.oneof(hostileText(), pumpedText(200_000), fc.string({ unit: 'binary' }));

it('any custom_id is one of ours or none, and what is read is written again', () => {
  const near = fc.stringMatching(/^[a-z-]{0,12}\d{0,30}\|[\w-]{0,40}\|(?:[cst]\d{0,20}){0,8}$/);
  holds(fc.oneof(near, text), (id) => {
    const control = readCustomId(id);
    if (control === null) return;
    const written = writeCustomId(control);
    expect(written.length).toBeLessThanOrEqual(LIMITS.customId);
    if (id.length <= LIMITS.customId) expect(readCustomId(written)?.opened).toEqual(control.opened);
  });
});

it('any text is a question, without what has an id and no words, in time that grows with its length', () => {
  holds(text, (content) => {
    expect(questionText(content)).not.toMatch(/<@[!&]?\d+>|<#\d+>|<t:-?\d+>|<id:\w+>/);
    mentions(content, '201');
  });
});

it('whatever an interaction, the inbox or an answer of Discord holds can be read', () => {
  holds(anything(), (made) => {
    const interaction = { data: made } as HeardInteraction;
    for (const [name, value] of optionsOf(interaction)) {
      expect(typeof name).toBe('string');
      expect(['string', 'number', 'boolean']).toContain(typeof value);
    }
    focusedOption({ data: { options: made } } as unknown as HeardInteraction);
    readTaken({ bot: 'discord', names: ['x'], payload: JSON.stringify(made) ?? '' });
    expect(['string', 'object']).toContain(typeof messageIdIn(made));
  });
});

it('whatever stories hold, Discord takes what is offered of them', () => {
  const story = fc.record({
    slug: fc.constantFrom('a', 'b', 'x'.repeat(120)),
    title: text,
    aliases: fc.array(text, { maxLength: 2 }),
    questions: fc.array(text, { maxLength: 30 }),
  });
  holds(
    fc.record({ stories: fc.array(story, { maxLength: 3 }), typed: text }),
    ({ stories, typed }) => {
      const all = stories as unknown as readonly Story[];
      for (const choices of [questionChoices(typed, all), storyChoices(typed, all, false)]) {
        for (const { name } of choices) expect(oneLine(name, 100)).not.toBe('');
        expect(
          mistakesInResponse({ type: 8, data: { choices: choices.slice(0, 25) } }, { type: 4, source: null }),
        ).toEqual([]);
      }
    },
    { share: 0.3 },
  );
});
