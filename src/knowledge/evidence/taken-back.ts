import { type Corpus, textOf } from '../corpus.ts';

/** A lead-in that says that what is listed below it is not so, or is not known to be. */
const DENIES =
  /(?:(?<!\p{L})(?:den(?:y|ies|ied|ying)|false|untrue|incorrect|never|not|myths?|rumou?rs?|hoax(?:es)?)|n['’]t)(?!\p{L})/iu;
/** In UTF-16 code units: what is longer leads in no list. */
const LEAD_IN = 200;
/** Points of a list that are looked past for its lead-in, each perhaps of several sentences. */
const POINTS = 20;
/** What says of the sentence before that it is not so. */
const THAT_IS_FALSE =
  /^["“'‘]?(?:but |however, |in fact, )?(?:that|this|it|none of (?:that|this|it)|(?:that|this|the) (?:claim|report|rumou?r|story|statement|post|letter)) (?:was|is|were|are|proved|turned out|has been|later proved) (?:all |entirely |simply |to be |proved |shown to be )*(?:false|untrue|incorrect|not true|a lie|a hoax|fake)(?!\p{L})/iu;

/**
 * Whether the text itself says that a sentence is not so, in another sentence: it is a point of a list under "Hale
 * denied that:", or "That was false" follows. Quoted alone it would say what the text does not.
 *
 * @param corpus the library
 * @param index of the sentence
 */
export function isTakenBack(corpus: Corpus, index: number): boolean {
  return isFalseBehind(corpus, index) || isListedAsDenied(corpus, index);
}

function isFalseBehind(corpus: Corpus, index: number): boolean {
  const [own, next] = [corpus.sentences[index], corpus.sentences[index + 1]];
  return (
    next !== undefined && next.article === own?.article && THAT_IS_FALSE.test(textOf(next).slice(0, LEAD_IN))
  );
}

/** Points after the first are known by the small letter or the figure that they begin with. */
function isListedAsDenied(corpus: Corpus, index: number): boolean {
  if (/^["“'‘«„]/u.test(textOf(corpus.sentences[index]))) return false;
  const article = corpus.sentences[index]?.article;
  for (let at = index; at > index - POINTS; at -= 1) {
    const before = corpus.sentences[at - 1];
    if (before === undefined || before.article !== article) return false;
    if (corpus.paragraphOf[at - 1] === corpus.paragraphOf[at]) continue;
    const lead = textOf(before).slice(-LEAD_IN);
    if (lead.endsWith(':')) return DENIES.test(lead.slice(0, -1).split(':').at(-1) ?? '');
    if (!/^[\p{Ll}\p{N}]/u.test(textOf(corpus.sentences[at]))) return false;
  }
  return false;
}
