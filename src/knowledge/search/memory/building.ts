import type { Corpus, Stretch } from '../../corpus.ts';
import { differentIn, holdersIn, type InPieces, inverted, type Lists, writing } from './lists.ts';
import { headlineTermsOf, type Segment } from './segment.ts';

/**
 * Indexes articles: some 5 µs a sentence.
 *
 * @param corpus where they stand
 * @param stretches the articles
 * @returns the segment
 */
export function* building(corpus: Corpus, stretches: readonly Stretch[]): InPieces<Segment> {
  const { terms, texts, titles, ...order } = yield* reading(corpus, stretches);
  const { paragraphsFrom, sentencesFrom } = order;
  const paragraphs: Lists = { from: sentencesFrom.map((one) => texts.from[one] ?? 0), items: texts.items };
  const headlines = yield* inverted(titles, terms.size);
  const under = (article: number) => (paragraphsFrom[article + 1] ?? 0) - (paragraphsFrom[article] ?? 0);
  return {
    ...order,
    terms,
    articles: stretches.map(({ article }) => article),
    lengths: {
      sentences: yield* differentIn(texts, terms.size),
      paragraphs: yield* differentIn(paragraphs, terms.size),
      headlines: yield* differentIn(titles, terms.size),
    },
    holding: { sentences: yield* inverted(texts, terms.size), headlines },
    held: { texts: yield* holdersIn(paragraphs, terms.size), headlines: sumsOf(headlines, under) },
    places: {
      sentences: Int32Array.from(stretches, (one) => one.sentences.from),
      paragraphs: Int32Array.from(stretches, (one) => one.paragraphs.from),
    },
  };
}

/** Numbers articles, paragraphs, sentences and terms in the order in which they come. */
function* reading(corpus: Corpus, stretches: readonly Stretch[]) {
  const sizeOf = (part: 'sentences' | 'paragraphs') =>
    stretches.reduce((sum, one) => sum + one[part].to - one[part].from, 0);
  const terms = new Map<string, number>();
  const numberOf = (term: string) => {
    const known = terms.get(term);
    if (known !== undefined) return known;
    terms.set(term, terms.size);
    return terms.size - 1;
  };
  const stories = new Map<string, number[]>();
  const paragraphsFrom = new Uint32Array(stretches.length + 1);
  const sentencesFrom = new Uint32Array(sizeOf('paragraphs') + 1);
  const articleOf = new Uint32Array(sizeOf('paragraphs'));
  const paragraphOf = new Uint32Array(sizeOf('sentences'));
  const [texts, titles] = [writing(paragraphOf.length), writing(stretches.length)];
  let [paragraph, sentence] = [0, 0];
  for (const [number, { article, paragraphs }] of stretches.entries()) {
    const sameStory = stories.get(article.story);
    if (sameStory) sameStory.push(number);
    else stories.set(article.story, [number]);
    titles.write(headlineTermsOf(article).map(numberOf));
    for (const { from, to } of corpus.paragraphs.slice(paragraphs.from, paragraphs.to)) {
      for (let at = from; at < to; at += 1) texts.write(corpus.indexedTermsOf(at).map(numberOf));
      articleOf[paragraph] = number;
      paragraphOf.fill(paragraph, sentence, sentence + to - from);
      sentence += to - from;
      paragraph += 1;
      sentencesFrom[paragraph] = sentence;
    }
    paragraphsFrom[number + 1] = paragraph;
    yield;
  }
  const order = { stories, paragraphsFrom, sentencesFrom, articleOf, paragraphOf };
  return { ...order, terms, texts: texts.lists(), titles: titles.lists() };
}

/** Of each list, the sum of what its items count. */
function sumsOf({ from, items }: Lists, counts: (item: number) => number): Uint32Array {
  const sums = new Uint32Array(from.length - 1);
  for (let list = 0; list < sums.length; list += 1) {
    const end = from[list + 1] ?? 0;
    for (let at = from[list] ?? 0; at < end; at += 1) sums[list] = (sums[list] ?? 0) + counts(items[at] ?? 0);
  }
  return sums;
}
