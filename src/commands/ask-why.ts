import wrapAnsi from 'wrap-ansi';
import { sourceLine } from '../bots/source-line.ts';
import type { Paper } from '../bots/terminal/render.ts';
import { counted } from '../counted-words.ts';
import type { ExplainedCandidate, ExplainedQuestion, Explanation } from '../knowledge/index.ts';
import { printableLine } from '../printable.ts';
import { KINDS, REASONS, SHOWN } from '../why-words.ts';

/** Candidates that `--why` tells of: the answer is nearly always among them. */
export const WHY_MOST = 5;
/** What spoke for and against a candidate: the rest is in `--json`. */
const MOST_REASONS = 4;
/** Terms of the library that a word was matched with. */
const MOST_MATCHES = 4;
/** Columns; longer lines are hard to read. */
const WIDEST = 100;

/**
 * Writes for a terminal why a message was answered as it was.
 *
 * @param explanation what explains it
 * @param paper what it is written on
 * @returns lines without a line break at the end
 */
export function whyText(explanation: Explanation, paper: Paper): string {
  const { further, words, ...first } = explanation;
  const write = writerOn(paper);
  return [first, ...further].map((each) => questionLines(each, words, write).join('\n')).join('\n\n');
}

interface Write {
  readonly bold: (text: string) => string;
  /** One line, broken beside what it begins with. */
  readonly row: (begin: string, text: string) => string;
}

function writerOn({ bold, width }: Paper): Write {
  return {
    bold: (text) => (bold ? `\u001b[1m${text}\u001b[22m` : text),
    row(begin, text) {
      const printable = printableLine(text);
      if (width === null) return begin + printable;
      const room = Math.max(20, Math.min(width, WIDEST) - begin.length);
      const margin = begin.startsWith('│') ? '│ ' : ' '.repeat(begin.length);
      return wrapAnsi(printable, room, { hard: true })
        .split('\n')
        .map((line, at) => (at === 0 ? begin : margin) + line)
        .join('\n');
    },
  };
}

type Words = Explanation['words'];

function questionLines(explained: ExplainedQuestion, words: Words, write: Write): string[] {
  const { question, reason, confidence, judged, candidates } = explained;
  const came = reason === null ? `answered, confidence ${share(confidence)}` : REASONS[reason];
  const heading = write.row('', `${question}: ${came}`);
  return [
    write.bold(heading),
    ...readLines(explained, write),
    ...(candidates.length === 0
      ? []
      : [
          '',
          write.bold(`Candidates: the best ${candidates.length} of ${judged}, by score`),
          ...candidates.flatMap((each, at) => candidateLines(each, at, words, write)),
          ...wonLines(explained, words, write),
        ]),
  ];
}

function readLines({ read }: ExplainedQuestion, write: Write): string[] {
  if (read === null) return [];
  const line = (name: string, ...texts: readonly string[]) =>
    texts.length === 0 ? [] : [write.row(`  ${name.padEnd(10)}`, texts.join(', '))];
  const leans = { question: 'what was said before it or beside it', topic: "the story's title" } as const;
  return [
    '',
    write.bold('Understood'),
    ...line('as', read.text),
    ...line('asks for', `${KINDS[read.kind]}${read.future ? ', of what is to come' : ''}`),
    ...line('names', ...read.names),
    ...line('counted', ...read.counted),
    ...line('said by', ...read.speaker),
    ...line('about', ...read.topic),
    ...(read.leansOn === null ? [] : line('leans on', leans[read.leansOn])),
    ...(read.person === null ? [] : line('he or she', read.person)),
    ...(read.byNetwork ? line('meaning', 'compared by the network') : []),
    '  words       weight, and what counts as the word in the library',
    ...read.terms.map(({ word, weight, matches }) => {
      const found = matches.slice(0, MOST_MATCHES).map((match) => match.word);
      const rest = matches.length - found.length;
      const more = rest > 0 ? ` and ${counted(rest, 'other', 'others')}` : '';
      return write.row(
        `    ${weight.toFixed(2)}  `,
        `${word}: ${found.length === 0 ? 'nothing' : `${found.join(', ')}${more}`}`,
      );
    }),
  ];
}

function candidateLines(
  { quote, shown, score, confidence, features, together, sureness }: ExplainedCandidate,
  at: number,
  words: Words,
  write: Write,
): string[] {
  const { speaker, outlet, headline, published } = sourceLine(quote);
  const source = [speaker, outlet, headline, published].filter((part) => part !== null && part !== '');
  const spoke = [...features, { name: 'together', contribution: together }];
  const sure = [...sureness.features, ...sureness.signs];
  return [
    '',
    write.bold(`${at + 1}. score ${score.toFixed(1)}, confidence ${share(confidence)}: ${SHOWN[shown]}`),
    write.row('│ ', quote.text),
    write.row('  ', source.join(' · ')),
    '  most of the score:',
    ...reasonLines(spoke, words, write),
    '  most of the confidence:',
    ...reasonLines(sure, words, write),
  ];
}

interface Reason {
  readonly name: string;
  readonly contribution: number;
}

function reasonLines(reasons: readonly Reason[], words: Words, write: Write): string[] {
  return [...reasons]
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
    .slice(0, MOST_REASONS)
    .filter(({ contribution }) => contribution !== 0)
    .map(({ name, contribution }) => write.row(`    ${signed(contribution)}  `, words[name] ?? name));
}

function wonLines({ won, candidates }: ExplainedQuestion, words: Words, write: Write): string[] {
  const [best, next] = candidates;
  if (best === undefined || next === undefined || won.length === 0) return [];
  const ahead = (best.score - next.score).toFixed(1);
  const answer = candidates.findIndex(({ shown }) => shown === 'answer');
  return [
    '',
    write.bold(`Why 1 is ahead of 2, by ${ahead}`),
    '     by    of 1   of 2',
    ...won.map(({ name, first: own, second: other, difference }) =>
      write.row(`    ${[difference, own, other].map(signed).join(' ')}  `, words[name] ?? name),
    ),
    ...(answer > 0
      ? ['', write.row('', `${answer + 1} is the answer: what is ahead of it lacks what was asked for.`)]
      : []),
  ];
}

/** "+1.25", "-0.40", six columns wide. */
function signed(value: number): string {
  return `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(2)}`.padStart(6);
}

/** "83%"; as the answer rounds it, and never 100 for what is not quite that. */
function share(confidence: number): string {
  return `${Math.min(99, Math.round(confidence * 100))}%`;
}
