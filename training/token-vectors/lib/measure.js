import { direct, inner } from './rows.js';

/**
 * How high the cosine alone puts a sentence that answers, among all sentences of its article.
 *
 * @param {import('./rows.js').Rows} rows
 * @param {readonly Uint16Array[]} texts
 * @param {readonly import('./weigh.js').Pair[]} pairs
 * @returns {number} mean reciprocal rank, from 0 to 1
 */
export function reciprocalRank(rows, texts, pairs) {
  const asked = new Float64Array(rows.size);
  const vectors = new Map();
  const vectorOf = (/** @type {number} */ number) => {
    const known = vectors.get(number) ?? new Float64Array(rows.size);
    if (!vectors.has(number)) direct(rows, texts[number] ?? new Uint16Array(), known);
    vectors.set(number, known);
    return known;
  };
  const ranks = pairs.map(({ question, gold, beside }) => {
    direct(rows, texts[question] ?? new Uint16Array(), asked);
    const best = Math.max(...gold.map((number) => inner(asked, vectorOf(number))));
    const above = beside.filter((number) => !gold.includes(number) && inner(asked, vectorOf(number)) > best);
    return 1 / (1 + above.length);
  });
  return ranks.reduce((sum, rank) => sum + rank, 0) / pairs.length;
}
