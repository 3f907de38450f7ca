import { describe, expect, it } from 'vitest';
import { settingsModal } from '../../../../src/bots/slack/rendering/modals.ts';
import { EVERYONE, type Story } from '../../../../src/knowledge/index.ts';
import { seen } from '../../../support/slack-server/shown.ts';

const story = (nth: number): Story => ({
  slug: `story-${nth}`,
  title: `Story ${nth}`,
  aliases: [],
  questions: [],
  audience: EVERYONE,
  feeds: [],
  articles: [],
});

describe('the window of what is set for a channel', () => {
  // Slack takes a hundred options in a menu, and no window with one more.
  it.each([97, 98, 99, 100])('has no more options than Slack takes, whatever is set: %i stories', (count) => {
    const stories = Array.from({ length: count }, (_, nth) => story(nth));
    for (const tied of [null, 'story-1', 'closed']) {
      const modal = settingsModal(stories, { story: tied }, 'C1');
      for (const { options } of seen(modal as never).selects) {
        expect(options.length).toBeLessThanOrEqual(100);
      }
    }
  });
});
