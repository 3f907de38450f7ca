import { chanceOfSame } from './chance.ts';
import { matesOf } from './mates.ts';
import type { WeighedForm } from './wording.ts';

/** From this chance on, on average over a group, a question belongs to it: chosen on `sets/question-groups/dev.jsonl`. */
const SAME_FROM = 0.55;
/** Members of a group that are compared, the most asked first: more tell nothing new, and cost their number. */
const COMPARED = 8;
/** Groups that a question is compared with: those that share most of its weight. */
const CANDIDATES = 12;
/** Groups that are found by words that stand in few; words that stand in more only order them. */
const MOST_LOOKED_AT = 100;

interface Group {
  readonly members: number[];
}
const NO_GROUPS: ReadonlySet<Group> = new Set();

/**
 * Puts forms together by average likeness: the most asked first, each into the group that it is most like, or into one
 * of its own; then groups into groups. One chance link joins nothing, as it would by single links: each member
 * has a say, and whatever cannot be the same as one of them stays outside.
 *
 * @param forms what was asked, the most asked first
 * @param times how often each was asked
 * @returns indexes into `forms`, a list a group
 */
export function clustersOf(
  forms: readonly WeighedForm[],
  times: readonly number[],
): readonly (readonly number[])[] {
  const shelf = shelfOf(forms);
  for (let index = 0; index < forms.length; index += 1) {
    const best = shelf.bestFor([index], null);
    shelf.put([index], best);
  }
  for (const group of shelf.groups()) {
    const best = shelf.bestFor(group.members, group);
    if (best !== null) shelf.merge(group, best);
  }
  const asked = (members: readonly number[]) =>
    members.reduce((total, index) => total + (times[index] ?? 0), 0);
  return shelf
    .groups()
    .map(({ members }) => members)
    .sort((a, b) => asked(b) - asked(a));
}

/** Groups, found by the words of their members. */
function shelfOf(forms: readonly WeighedForm[]) {
  const holding = new Map<string, Set<Group>>();
  const groups = new Set<Group>();

  function addTo(group: Group, members: readonly number[]): void {
    for (const index of members) {
      for (const { term } of forms[index]?.words ?? []) {
        const same = holding.get(term) ?? new Set();
        holding.set(term, same);
        same.add(group);
      }
    }
  }

  /** Those that share most of the weight of what is looked for: found by its rarest words, ordered by all of them. */
  function near(members: readonly number[], except: Group | null): readonly Group[] {
    const words = members.slice(0, COMPARED).flatMap((index) => forms[index]?.words ?? []);
    const held = words
      .flatMap(({ term, weight }) => [term, ...matesOf(term)].map((own) => ({ own, weight })))
      .map(({ own, weight }) => ({ found: holding.get(own) ?? NO_GROUPS, weight }))
      .filter(({ found }) => found.size > 0)
      .sort((a, b) => a.found.size - b.found.size);
    const shared = new Map<Group, number>();
    for (const { found, weight } of held) {
      if (shared.size === 0 || shared.size + found.size <= MOST_LOOKED_AT) {
        for (const group of found) {
          if (group !== except) shared.set(group, (shared.get(group) ?? 0) + weight);
        }
      } else {
        for (const [group, own] of shared) if (found.has(group)) shared.set(group, own + weight);
      }
    }
    return [...shared]
      .sort(([, a], [, b]) => b - a)
      .slice(0, CANDIDATES)
      .map(([group]) => group);
  }

  /** The chance that all of them ask the same, on average; 0 where any two of them cannot. */
  function chance(some: readonly number[], others: readonly number[]): number {
    let sum = 0;
    const [few, most] = [some.slice(0, COMPARED), others.slice(0, COMPARED)];
    for (const one of few) {
      for (const other of most) {
        const [a, b] = [forms[one], forms[other]];
        const alike = a && b ? chanceOfSame(a, b) : 0;
        if (alike === 0) return 0;
        sum += alike;
      }
    }
    return sum / (few.length * most.length);
  }

  return {
    groups: () => [...groups],
    bestFor(members: readonly number[], except: Group | null): Group | null {
      let [best, most]: [Group | null, number] = [null, SAME_FROM];
      for (const group of near(members, except)) {
        const alike = chance(members, group.members);
        if (alike >= most) [best, most] = [group, alike];
      }
      return best;
    },
    put(members: readonly number[], into: Group | null): void {
      const group = into ?? { members: [] };
      group.members.push(...members);
      groups.add(group);
      addTo(group, members);
    },
    merge(group: Group, into: Group): void {
      groups.delete(group);
      for (const index of group.members) {
        for (const { term } of forms[index]?.words ?? []) holding.get(term)?.delete(group);
      }
      into.members.push(...group.members);
      addTo(into, group.members);
    },
  };
}
