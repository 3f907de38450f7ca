/** People's names as a reader would mark them: without their titles. */
import type { Span } from '../answer.ts';
import { tokens } from '../words/terms.ts';
import { namesIn, peopleIn } from './names.ts';

const TITLE =
  /^(?:(?:Vice|Deputy|Acting|Interim|Former|Prime|Foreign|Chief|Lord|Lady|First|Assistant|Associate|Executive|State|City|District|Police|Fire|Labor|Labour|Attorney|Managing|Regional|Senior|Lieutenant|Union) )*(?:President|Chair(?:man|woman|person)?|Chief|Director|Minister|Secretary|Mayor|Governor|Senator|Representative|Congress(?:man|woman)|Council(?:man|woman|or|member)|Judge|Justice|King|Queen|Prince|Princess|Pope|Bishop|Archbishop|Cardinal|Father|Sister|Rev(?:erend)?\.?|Coach|Captain|Capt\.|General|Gen\.|Colonel|Col\.|Lieutenant|Lt\.|Sergeant|Sgt\.|Officer|Detective|Sheriff|Professor|Prof\.|Doctor|Sir|Dame|Lord|Lady|Ambassador|Commissioner|Superintendent|Principal|Dean|Spokes(?:man|woman|person)|Leader|Attorney|Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?|Sen\.|Rep\.|Gov\.|Hon\.) (?=\p{Lu})/u;

/**
 * @param text a sentence
 * @param names spans of people's names in it
 * @returns the same without titles; a name of a title alone is left out
 */
function withoutTitles(text: string, names: readonly Span[]): Span[] {
  return names.flatMap((name) => {
    let { start } = name;
    for (;;) {
      const title = TITLE.exec(text.slice(start, name.end))?.[0];
      if (title === undefined) break;
      start += title.length;
    }
    const initial = / \p{Lu}$/u.test(text.slice(start, name.end));
    const rest = initial ? /^\. \p{Lu}[\p{L}'’-]+/u.exec(text.slice(name.end))?.[0].length : 0;
    return start < name.end ? [{ start, end: name.end + (rest ?? 0) }] : [];
  });
}

/** Last words of names that are no person's, besides those of bodies and streets. */
const NO_PERSON =
  /(?:Coast|Passage|Awakening|Olympics|Games|Age|Horn|Bridge|Aqueduct|Carnival|Compact|Nations|Army|Navy|Force|Legion|World|Valley|Hall|Square|Station|Airport|Beach|Bay|Hills?|Road|Hospital|Prize|Award|Treaty|Agreement|Constitution|Revolution|Rebellion|Movement|Dynasty|Period|Festival|Club|Mission|Program|Project|System|Records|Theat(?:er|re)|Tower|Building|Palace|Castle|Temple|Cathedral|Americans?|Africans?|Europeans?|Canadians?|Indians?|Irish|English|French|German|Russian|Chinese|Japanese|Christian|Catholic|Jewish|Muslim|Protestant)s?$/;

/** What stands before whoever did something, where it is said the other way round, and between name and part. */
const DOER_BEFORE =
  /\b(?:by|said|says|told|is|was|named|called|elected|appointed|hired|chose) (?:\p{L}+ )?$/u;
/** How far behind a name the verb may stand that the question asks about, in words. */
const VERB = 4;

/**
 * The person whom "who" asks for, where only one comes into question, or a list of them, and what is said
 * of them is what is asked.
 *
 * @param text the sentence
 * @param asked the question's words, lower case
 * @param isAsked whether a term is one that the question asks about
 * @returns spans without titles; empty when unsure
 */
export function peopleAsked(
  text: string,
  asked: ReadonlySet<string>,
  isAsked: (term: string) => boolean,
): Span[] {
  const titled = [...peopleIn(text), ...pairsIn(text)].filter(({ start, end }) => {
    const name = text.slice(start, end);
    const words = name.toLowerCase().match(/[\p{L}\p{M}'’-]+/gu) ?? [];
    return !NO_PERSON.test(name) && !asked.has(words.at(-1) ?? '');
  });
  const people = withoutTitles(text, titled).sort((a, b) => a.start - b.start);
  const [first] = titled;
  const last = people.at(-1);
  if (!first || !last || !isList(text, people)) return [];
  const before = text.slice(Math.max(0, first.start - 40), first.start);
  const behind = tokens(text.slice(last.end)).slice(0, VERB);
  const role = tokens(text.slice(Math.max(0, first.start - 40), people[0]?.start)).slice(-2);
  const does = [...behind, ...role].some(({ term }) => isAsked(term));
  return does || DOER_BEFORE.test(before) ? people : [];
}

/** "Ana Ruiz and Tom Vale" are two, where both have a first name. */
function pairsIn(text: string): Span[] {
  return namesIn(text).flatMap(({ start, end }) => {
    const [one = '', other = '', ...more] = text.slice(start, end).split(' and ');
    if (more.length > 0 || !/ /.test(one) || !/ /.test(other) || / (?:of|for) /.test(one + other)) return [];
    return [
      { start, end: start + one.length },
      { start: end - other.length, end },
    ];
  });
}

function isList(text: string, people: readonly Span[]): boolean {
  return people.every(
    ({ start }, index) =>
      index === 0 || /^(?:,|,? and|,? or) $/.test(text.slice(people[index - 1]?.end, start)),
  );
}
