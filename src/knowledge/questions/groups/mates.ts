import { SYNONYMS } from '../../words/synonyms.ts';
import { termOf } from '../../words/terms.ts';

/**
 * Words that ask for the same thing, beside those of `words/synonyms.ts`, which also bring together what only answers
 * one another. A group a line, with the forms that no stemmer brings together.
 */
const GROUPS = `
die died dying dies death kill dead fatality fatal toll
lead leader head boss chief president chair
close closure shut shutdown
attend attendance attendee crowd audience come
begin start launch open opening
end finish until over
inspect inspection inspector check
build builder construct construction contractor
pay fund finance funder
child kid pupil student
hurt injure injury wound
sentence prison jail
place venue location
beat defeat
lawyer attorney counsel
salary wage pay earn
raise increase rise grow
drop fall decrease decline
sick ill illness
`;

/** Read when it is asked for: whoever only answers has no use for it. */
let own: ReadonlyMap<string, readonly string[]> | undefined;

/** @returns the terms that may stand for a term in another question */
export function matesOf(term: string): readonly string[] {
  own ??= read();
  return own.get(term) ?? SYNONYMS.get(term) ?? [];
}

function read(): Map<string, string[]> {
  const mates = new Map<string, string[]>();
  for (const line of GROUPS.trim().split('\n')) {
    const group = [...new Set(line.split(' ').map(termOf))];
    for (const term of group) {
      const known = mates.get(term) ?? [...(SYNONYMS.get(term) ?? [])];
      mates.set(term, [...new Set([...known, ...group.filter((other) => other !== term)])]);
    }
  }
  return mates;
}
