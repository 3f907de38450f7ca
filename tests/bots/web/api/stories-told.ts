import { feedStateFile, feedStatesText } from '../../../../src/knowledge/index.ts';
import { articleFile } from '../../../support/library-folder.ts';
import { CLOSED, NIGHT_FERRY } from './night-ferry.ts';

const FEED = 'https://feeds.courier.example/harvest';

/** Stories of every kind that there is something to say of. */
export const MANY_STORIES = {
  ...NIGHT_FERRY,
  ...CLOSED,
  'dam-flood/story.yaml': 'title: The flood at the Vell dam\n',
  'dam-flood/early.md': articleFile(
    'At least 14 sheep drowned in the Vell dam flood.\n\nWork begins in May.',
    { outlet: 'The Valley Post', headline: 'Flood at the dam', published: '2026-01-10' },
  ),
  'dam-flood/late.md': articleFile(
    'In all, 21 sheep drowned in the Vell dam flood.\n\nFarmers asked for a delay.',
    { outlet: 'Upland Radio', headline: 'What the flood took', published: '2026-02-01T08:30:00Z' },
  ),
  'bell-tower/story.yaml': 'title: The leaning bell tower\n',
  'bell-tower/named.md': articleFile(
    'IDA BROSSE: Why is the tower closed?\n\nPIET MAARENS: The bell tower is closed because its north wall moved by 9 centimetres in one night.',
    { outlet: 'Upland Radio', headline: 'The tower that moved', kind: 'transcript' },
  ),
  'bell-tower/caption.md': articleFile(
    'The bell tower stands at the fish market.\n\nCaption: Masons measure the bell tower with a brass plumb line.',
    { kind: 'digest', updated: '2026-02-03', published: '2026-02-02' },
  ),
  'late-harvest/story.yaml': `title: The late apple harvest\nfeeds:\n  - url: ${FEED}\n`,
  'late-harvest/one.md': articleFile('Growers in Ostrand picked 300 tonnes of apples in November.', {
    headline: 'Apples at last',
  }),
  [`late-harvest/${feedStateFile(FEED)}`]: feedStatesText(
    new Map([
      [
        FEED,
        {
          checkedAt: '2026-01-01T00:00:00.000Z',
          failingSince: '2026-01-02T00:00:00.000Z',
          failure: 'No.',
          etag: null,
          lastModified: null,
          items: {},
        },
      ],
    ]),
  ),
};

/** Questions that are answered in as many ways as there are, each with what is to come of it. */
export const ASKED: readonly (readonly [string, string | null, string])[] = [
  ['How did the board vote?', null, 'answered'],
  ['How many sheep drowned in the Vell dam flood?', 'dam-flood', 'answered'],
  ['Why is the bell tower closed?', 'bell-tower', 'answered'],
  ['What do masons measure the bell tower with?', 'bell-tower', 'answered'],
  ['How many tonnes of apples were picked?', 'late-harvest', 'answered'],
  ['How did the board vote? How much will a single ticket cost?', null, 'answered'],
  [
    'How did the board vote? Why is the tower closed? When does work begin? Who picked apples?',
    null,
    'answered',
  ],
  ['Which penguins rehearsed the opera?', null, 'not-in-story'],
  ['Who built the lighthouse?', 'night-ferry', 'unsure'],
  ['', null, 'empty'],
  ['?!', null, 'empty'],
  ['a'.repeat(1_001), null, 'too-long'],
  ['How did the board vote?', 'no-such-story', 'no-story'],
  ['Who bought the mill?', 'secret-mill', 'no-story'],
];
