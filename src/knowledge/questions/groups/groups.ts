import { type AskedForm, askedForm } from './asked-form.ts';
import { clustersOf } from './clusters.ts';
import { weighed } from './wording.ts';

/**
 * Groups questions by what they ask, by their words alone: typing variants, another case or word order, and
 * paraphrases that share a word or a synonym. Questions with other numbers, other names, other kinds ("when", "how
 * long") or on other sides of a contrast ("yes", "no") stay apart.
 *
 * @param texts questions as they were asked, the same one as often as it was asked
 * @returns indexes into `texts`, a list a group, each in order; the largest group first. 20,000 questions take some
 *   seconds
 */
export function groupQuestions(texts: readonly string[]): readonly (readonly number[])[] {
  const forms = new Map<string, { readonly form: AskedForm; readonly at: number[] }>();
  const known = new Map<string, string>();
  for (const [at, text] of texts.entries()) {
    const key = known.get(text);
    const same = key === undefined ? undefined : forms.get(key);
    if (same) same.at.push(at);
    else known.set(text, added(forms, askedForm(text), at));
  }
  const each = [...forms.values()].sort((a, b) => b.at.length - a.at.length);
  const clusters = clustersOf(
    weighed(each.map(({ form }) => form)),
    each.map(({ at }) => at.length),
  );
  return clusters
    .map((cluster) => cluster.flatMap((index) => each[index]?.at ?? []).sort((a, b) => a - b))
    .sort((a, b) => b.length - a.length);
}

/** Adds a form where it is new, and one more question where it is not. */
function added(
  forms: Map<string, { readonly form: AskedForm; readonly at: number[] }>,
  form: AskedForm,
  at: number,
): string {
  const key = signatureOf(form);
  const same = forms.get(key);
  if (same) same.at.push(at);
  else forms.set(key, { form, at: [at] });
  return key;
}

/** What two questions have in common that are one but for how they are written. */
function signatureOf({ text, kind, words, sides, isNegated, role, isUnordered }: AskedForm): string {
  if (words.length === 0) return `${kind} ${bare(text)}`;
  const terms = words.map(({ term }) => term).sort();
  const names = isUnordered ? [] : words.filter(({ isName }) => isName).map(({ term }) => term);
  return [kind, isNegated, role, [...sides].sort().join(' '), names.join(' '), terms.join(' ')].join('|');
}

function bare(text: string): string {
  const letters = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return letters === '' ? text : letters;
}
