import type { AnswerKind } from '../../answer-kind.ts';
import { kindOf } from '../../question-kind.ts';
import { fragmentKind } from '../fragment.ts';

/**
 * What would answer a question, a little finer than {@link AnswerKind}: a `count` is of things ("how many"), a
 * `number` any other; a `topic` is named and not asked about ("parking?"), so that it may be asked about in any way.
 */
export type AskedKind = AnswerKind | 'count' | 'topic';

const ASKING =
  /^(?:(?:and|but|so)\s+)?(?:(?:by|for|at|in|on|to|from|until|since|of)\s+)?(?:who|whom|whose|what|when|where|why|how|which)\b/i;
const SECOND = /\s(?:who|whom|when|where|why|how|if|because|while|after|before)\s/i;
const COUNT = /\bhow many\b|\b(?:number|count|amount) of\b/i;
/** "Is there a date for it?" asks for the date. */
const IS_THERE = /^(?:is|was) there (?:an?|any) (?=(?:date|time|day|reason|cause|deadline)\b)/i;
/** "What times does it run?" asks when it does. */
const SEVERAL = /\b((?:what|which) (?:time|date|day|year))s\b/i;
/** What begins with its verb or asks for a list asks for something of its own. */
const IS_NO_TOPIC =
  /^(?:(?:and|but|so)\s+)?(?:an? list|the list|list|whether|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must)(?:n['’]?t)?\b/i;

/**
 * @param plain a question in plain words
 * @returns what it asks for: in "how many will go when it closes" the first word that asks decides
 */
export function askedKind(plain: string): AskedKind {
  const whole = plain.replace(IS_THERE, 'what is the ').replace(SEVERAL, '$1');
  const asks = ASKING.exec(whole)?.[0];
  const clause = asks === undefined ? whole : asks + (whole.slice(asks.length).split(SECOND)[0] ?? '');
  const kind = kindOfClause(clause);
  if (kind === 'number' && COUNT.test(clause)) return 'count';
  return kind === 'thing' && asks === undefined && !IS_NO_TOPIC.test(whole) ? 'topic' : kind;
}

/** "What was the motive?" asks for what "motive?" does. */
const WHAT_IS = /^(?:(?:and|but|so) )?what(?:['’]s| is| was| are| were) (?:the|an?|its|their|his|her) (.+)$/i;

function kindOfClause(clause: string): AnswerKind {
  const kind = kindOf(clause);
  const named = kind === 'thing' ? WHAT_IS.exec(clause)?.[1] : undefined;
  return named === undefined ? kind : (fragmentKind(named) ?? kind);
}

/** Kinds that ask for the same in other words: "who is the judge", "what is the judge called". */
const RELATED: readonly ReadonlySet<AskedKind>[] = (
  [
    ['count', 'number', 'score'],
    ['number', 'money'],
    ['person', 'name', 'body', 'organisation'],
    ['place', 'state', 'country'],
    ['effect', 'thing'],
  ] as const
).map((kinds) => new Set<AskedKind>(kinds));

/** What nothing but itself, or a mere topic, asks for. */
const OF_THEIR_OWN: ReadonlySet<AskedKind> = new Set([
  'yes-no',
  'date',
  'duration',
  'reason',
  'manner',
  'age',
  'share',
  'count',
]);

/** @returns whether both ask for the same, whatever words say so */
export function areSameKind(a: AskedKind, b: AskedKind): boolean {
  return a === b || RELATED.some((kinds) => kinds.has(a) && kinds.has(b));
}

/** @returns whether both may ask for the same */
export function mayBeSameKind(a: AskedKind, b: AskedKind): boolean {
  if (areSameKind(a, b) || a === 'topic' || b === 'topic') return true;
  return (a === 'thing' && !OF_THEIR_OWN.has(b)) || (b === 'thing' && !OF_THEIR_OWN.has(a));
}
