import { describe, expect, it } from 'vitest';
import { totalOf } from '../../soak/counting/sum.ts';
import { openTally } from '../../soak/counting/tally.ts';
import { type Found, verdictOn } from '../../soak/counting/verdict.ts';
import { memoryChart } from '../../soak/render/memory-chart.ts';
import { summaryOf } from '../../soak/render/summary.ts';

const tally = openTally(() => 0);
tally.ask('slack mention', ['a']);
tally.hear('a', 'm', 'Yes.');
const total = totalOf(tally.questions, []);
const FLAT = { isFlat: true, perQuestion: 120, allowed: 700 };
const CLEAN: Found = {
  total,
  ways: [{ ...total, way: 'slack mention' }],
  strays: [],
  uncorrected: [],
  died: [],
  memory: [{ bot: 'one', heap: FLAT, resident: FLAT }],
  calmFailures: 0,
};

describe('the verdict', () => {
  it('is clean where nothing is wrong', () => {
    expect(verdictOn(CLEAN)).toEqual([]);
    const short = { ...FLAT, isFlat: null };
    expect(verdictOn({ ...CLEAN, memory: [{ bot: 'one', heap: short, resident: short }] })).toEqual([]);
  });

  it.each([
    [{ total: { ...total, asked: 0 } }, 'Nothing was asked.'],
    [
      { total: { ...total, lost: 2 }, ways: [{ ...total, way: 'slack mention', lost: 2 }] },
      'slack mention 2',
    ],
    [{ total: { ...total, twice: 1 } }, '1 were answered twice'],
    [{ total: { ...total, wrong: 1 } }, '1 answers were wrong'],
    [{ strays: ['Slack: a message to nobody'] }, 'a message to nobody'],
    [{ uncorrected: ['discord mention: removed'] }, 'did not follow its article'],
    [{ died: ['one ended with SIGSEGV'] }, 'ended by itself'],
    [{ calmFailures: 1 }, 'told of a failure'],
    [
      { memory: [{ bot: 'one', heap: { ...FLAT, isFlat: false }, resident: FLAT }] },
      'the heap grows by 120 bytes',
    ],
    [{ memory: [{ bot: 'one', heap: FLAT, resident: { ...FLAT, isFlat: false } }] }, 'memory grows'],
  ])('says in a line what is wrong: %j', (different: Partial<Found>, words) => {
    expect(verdictOn({ ...CLEAN, ...different }).join('\n')).toContain(words);
  });

  it('does not fill the screen with what is all the same', () => {
    expect(verdictOn({ ...CLEAN, strays: Array<string>(100).fill('x') })).toHaveLength(6);
  });
});

describe('the report', () => {
  const report = summaryOf({
    minutes: 1,
    rate: 2,
    seed: 3,
    ledger: 'sqlite',
    node: 'v20',
    ways: CLEAN.ways,
    total,
    faults: [
      { name: 'slow-disk', from: 0, to: 5 },
      { name: 'slow-disk', from: 9, to: 12 },
    ],
    corrections: { expected: 3, missing: ['discord mention: removed'] },
    memory: [{ bot: 'one', heap: FLAT, resident: FLAT, last: { heap: 5e7, resident: 1e8 } }],
    complaints: { 'something broke': 4 },
    wrong: ['An answer is missing.'],
  });

  it('has a row for each way, what was injected, and what is wrong', () => {
    expect(report).toMatch(/^slack mention +1 +1 +0/m);
    expect(report).toContain('slow-disk ×2');
    expect(report).toContain('2 of 3 arrived');
    expect(report).toContain('heap 50 MB at the end, 120 bytes a question (700 are allowed)');
    expect(report).toContain('4 × something broke');
    expect(report).toContain('Not clean:\n- An answer is missing.');
  });
});

describe('the chart of memory', () => {
  const samples = [0, 30_000, 60_000].flatMap((at) =>
    ['a', 'b'].map((bot) => ({ bot, at, asked: 0, heap: 8e7, resident: 1.6e8 })),
  );
  const marks = [
    { name: 'slow <disk>', from: 10_000, to: 20_000 },
    { name: 'never over', from: 50_000, to: Number.POSITIVE_INFINITY },
  ];

  it('has two lines for each process, and a mark with its name for each fault', () => {
    const svg = memoryChart(samples, marks, 60_000);
    expect(svg.match(/<polyline/g)).toHaveLength(4);
    expect(svg).toContain('slow &lt;disk>');
    expect(svg).toContain('aria-label="Memory of a and b over 1 minute; the most is 200 MB."');
    expect(svg).not.toMatch(/NaN|Infinity/);
  });

  it('can be drawn of nothing', () => {
    expect(memoryChart([], [], 60_000)).not.toMatch(/NaN|Infinity/);
  });
});
