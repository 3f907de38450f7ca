import type { AnswerKind } from '../../question-kind.ts';
import type { Pair } from '../pair.ts';
import { repliesTo } from './form.ts';

/** Whether a sentence holds the kind of thing that is asked for. */
const KIND = {
  /** Whether it holds the kind of thing that was asked for: a number for a count, a name for a "who is". */
  kind: ({ evidence }: Pair) => Math.max(0, evidence.fit),

  /** Whether it cannot be the answer, for want of what was asked for: no number where one was asked for. */
  lacking: ({ evidence }: Pair) => Math.max(0, -evidence.fit),

  /** Numbers, but none beside what was to be counted. */
  uncounted: (pair: Pair) => {
    const { inquiry, evidence } = pair;
    const counts = evidence.fit <= 0 || evidence.fit === 1 || inquiry.reading.roles.counted.size === 0;
    return counts || repliesTo(pair) > 0 ? 0 : 1;
  },

  /** Somebody's words, but not about what was asked: nothing of it stands in the sentence or around it. */
  offTopic: ({ inquiry, around }: Pair) => {
    const { kind, roles } = inquiry.reading;
    if (kind !== 'statement' || roles.topic.size === 0) return 0;
    return inquiry.terms.some(({ term }, at) => roles.topic.has(term) && (around[at] ?? 0) > 0) ? 0 : 1;
  },

  /** Names and figures that the question does not give: what, who and which are mostly answered by one. */
  newNames: (pair: Pair) => newNames(pair),
  newFigure: ({ inquiry, form }: Pair) =>
    form.figures > [...inquiry.words].filter((word) => /^\p{N}/u.test(word)).length ? 1 : 0,
} satisfies Record<string, (pair: Pair) => number>;

function newNames({ inquiry, form }: Pair): number {
  return Math.min(1, [...form.capitals].filter((word) => !inquiry.words.has(word)).length / 3);
}

/** What holding it, and lacking it, means differs by kind: a "where" is answered without a name more often than a "who". */
const KINDS = [
  'number',
  'share',
  'duration',
  'date',
  'place',
  'person',
  'statement',
] as const satisfies readonly AnswerKind[];
/** Kinds whose form does not tell: which other things such a sentence holds may. */
const FORMLESS = ['thing', 'manner', 'yes-no', 'reason', 'person'] as const satisfies readonly AnswerKind[];

type OfKind = Readonly<Record<string, (pair: Pair) => number>>;

const only = (kind: AnswerKind, value: (pair: Pair) => number) => (pair: Pair) =>
  pair.inquiry.reading.kind === kind ? value(pair) : 0;

const BY_KIND: OfKind = Object.fromEntries([
  ...KINDS.flatMap((kind) => [
    [`holds ${kind}`, only(kind, ({ evidence }) => Math.max(0, evidence.fit))],
    [`lacks ${kind}`, only(kind, ({ evidence }) => Math.max(0, -evidence.fit))],
  ]),
  ...FORMLESS.flatMap((kind) => [
    [`name for ${kind}`, only(kind, newNames)],
    [`figure for ${kind}`, only(kind, ({ form }) => (form.figures > 0 ? 1 : 0))],
    [`year for ${kind}`, only(kind, ({ form }) => (form.hasYear ? 1 : 0))],
  ]),
]);

export const KIND_FEATURES: typeof KIND & OfKind = { ...KIND, ...BY_KIND };
