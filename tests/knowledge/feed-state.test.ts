import { describe, expect, it } from 'vitest';
import {
  type FeedItemState,
  type FeedState,
  feedStatesText,
  readFeedStates,
  staleness,
} from '../../src/knowledge/feed-state.ts';

const ITEM: FeedItemState = {
  hash: 'h',
  url: 'https://post.example/1',
  file: 'ferry/post-2026-03-02.md',
  written: 'w',
  etag: '"1"',
  lastModified: null,
  since: '2026-03-02T08:00:00.000Z',
  lookedAt: '2026-03-02T09:00:00.000Z',
  leftAt: null,
  tries: 0,
  articleUrl: 'https://post.example/1',
  from: 'page',
  kept: null,
};
const STATE: FeedState = {
  checkedAt: '2026-03-02T09:00:00.000Z',
  failingSince: null,
  failure: null,
  etag: null,
  lastModified: 'Mon, 02 Mar 2026 08:00:00 GMT',
  items: { '1': ITEM },
};
const URL = 'https://post.example/feed';

describe('what is remembered of feeds', () => {
  it('is read as it was written, whatever the ids are', () => {
    const items = Object.fromEntries(['__proto__', 'constructor', '2', 'a'].map((id) => [id, ITEM]));
    const states = new Map([[URL, { ...STATE, items }]]);
    const read = readFeedStates(feedStatesText(states));
    expect(read).toEqual(states);
    expect(Object.keys(read.get(URL)?.items ?? {})).toHaveLength(4);
  });

  it.each([null, '', '{"half', '[]', '3', 'null', '{"https://post.example/feed": 5}'])(
    'is nothing where the file is missing or damaged: %s',
    (source) => {
      expect(readFeedStates(source)).toEqual(new Map());
    },
  );

  it('is what can still be read where a part is damaged', () => {
    const damaged = {
      [URL]: { ...STATE, items: { '1': ITEM, '2': { ...ITEM, hash: 5 }, '3': null } },
      other: {},
    };
    expect(readFeedStates(JSON.stringify(damaged))).toEqual(new Map([[URL, STATE]]));
    const withoutItems = { [URL]: { ...STATE, items: 'none' } };
    expect(readFeedStates(JSON.stringify(withoutItems)).get(URL)?.items).toEqual({});
  });
});

describe('a feed', () => {
  const nine = Date.parse('2026-03-02T09:00:00.000Z');
  const minute = 60_000;

  it('is stale when it was last read longer ago than three intervals', () => {
    expect(staleness(STATE, 15 * minute, nine + 45 * minute)).toBeNull();
    expect(staleness(STATE, 15 * minute, nine + 46 * minute)).toEqual({ since: STATE.checkedAt });
  });

  it('is not stale within a minute, however short its interval', () => {
    expect(staleness(STATE, 1_000, nine + minute)).toBeNull();
    expect(staleness(STATE, 1_000, nine + minute + 1)).toEqual({ since: STATE.checkedAt });
  });

  it('is stale when it could never be read for so long', () => {
    const never = { ...STATE, checkedAt: null, failingSince: '2026-03-02T09:00:00.000Z', failure: 'No.' };
    expect(staleness(never, 15 * minute, nine + 45 * minute)).toBeNull();
    expect(staleness(never, 15 * minute, nine + 46 * minute)).toEqual({ since: null });
  });

  it('is not stale when nobody has looked at it yet', () => {
    expect(staleness(undefined, minute, nine)).toBeNull();
    expect(staleness({ ...STATE, checkedAt: null }, minute, nine)).toBeNull();
  });
});
