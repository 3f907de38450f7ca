// The parser that linkedom itself reads with: any other would see other tags in what is broken.
import { Parser } from 'htmlparser2';
import { IntakeError } from '../intake-error.ts';

/**
 * Each level costs the parser as much as there are levels above it: 100,000 take half a minute. Twice what a
 * page may have once it is repaired, where empty tags are no levels.
 */
const DEEPEST = 1_200;
/** A page has some ten for each element, and the busiest elements some fifty. Each is looked up by going through them all. */
const MOST_ATTRIBUTES = 300_000;
const MOST_OF_ONE = 500;
/** In UTF-16 code units. Each name is a string of its own in lists that are passed as arguments. */
const LONGEST_NAMES = 20_000;
/** Tags, and pieces of text, which each "&amp;" is. Each takes some 40 microseconds until the page is read. */
const MOST_PIECES = 150_000;
/** The parser remembers each of these that is closed in itself ("<svg/>"), and each costs as much as it remembers. */
const FOREIGN: ReadonlySet<string> = new Set(
  'svg math mi mo mn ms mtext annotation-xml foreignobject desc title'.split(' '),
);
const MOST_FOREIGN = 20_000;

/**
 * Goes through the tags of a page before anything is built of them. Costs some 30 ms for each MB.
 *
 * @param html a page, or a piece of one
 * @throws IntakeError `too-large` where building it would take seconds, or more memory than there is
 */
export function checkMarkup(html: string): void {
  let [depth, attributes, own, pieces, foreign] = [0, 0, 0, 0, 0];
  const parser = new Parser(
    {
      onopentag(name) {
        own = 0;
        if (FOREIGN.has(name)) foreign += 1;
        pieces += 1;
        depth += 1;
        if (depth > DEEPEST || pieces > MOST_PIECES || foreign > MOST_FOREIGN) throw tooLarge();
      },
      onclosetag() {
        depth -= 1;
      },
      onattribute(name, value) {
        own += 1;
        attributes += 1;
        const isNames = /^(?:class|id)$/i.test(name) && value.length > LONGEST_NAMES;
        if (isNames || own > MOST_OF_ONE || attributes > MOST_ATTRIBUTES) throw tooLarge();
      },
      ontext() {
        pieces += 1;
        if (pieces > MOST_PIECES) throw tooLarge();
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
}

/** What is said of a page that was made to break readers. */
export function tooLarge(): IntakeError {
  return new IntakeError(
    'too-large',
    'The page is larger or deeper than any article: save the text of the story and add that.',
  );
}
