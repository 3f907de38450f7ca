import wrapAnsi from 'wrap-ansi';
import type { Finding } from '../../bots/doctor.ts';
import type { Paper } from '../../bots/terminal/render.ts';

/** The longest of the marks. */
const MARK_WIDTH = 'not checked'.length;
const GAP = '  ';
/** Narrower than this, in columns, a sentence in a column of its own would be hard to read. */
const NARROWEST = 30;
/** Longer lines are hard to read, however wide the window. */
const WIDEST = 110;
const BOLD = ['\u001b[1m', '\u001b[22m'] as const;
const FAINT = ['\u001b[2m', '\u001b[22m'] as const;

/**
 * Writes findings in three columns: the mark, what was looked at, what was found.
 *
 * @param findings in the order in which they are shown
 * @param paper what they are written on
 * @returns lines
 */
export function findingLines(findings: readonly Finding[], paper: Paper): readonly string[] {
  const nameWidth = Math.max(...findings.map(({ name }) => printable(name).length));
  const left = MARK_WIDTH + nameWidth + 2 * GAP.length;
  const columns = paper.width === null ? null : Math.min(paper.width, WIDEST) - left;
  return findings.flatMap(({ mark, name, text }) => {
    const head = styled(
      `${mark.padEnd(MARK_WIDTH)}${GAP}${printable(name).padEnd(nameWidth)}`,
      mark === 'missing' ? BOLD : mark === 'ok' ? FAINT : null,
      paper,
    );
    const [first = '', ...more] =
      columns === null || columns < NARROWEST
        ? [printable(text)]
        : wrapAnsi(printable(text), columns).split('\n');
    return [`${head}${GAP}${first}`, ...more.map((line) => `${' '.repeat(left)}${line}`)];
  });
}

/**
 * @param platform as people write it
 * @param findings about it
 * @returns one line that says it all
 */
export function verdict(platform: string, findings: readonly Finding[]): string {
  const count = (mark: Finding['mark']) => findings.filter((finding) => finding.mark === mark).length;
  const [lacking, open] = [count('missing'), count('not checked')];
  const said =
    lacking === 0 ? 'nothing is missing' : `${lacking} ${lacking === 1 ? 'thing is' : 'things are'} missing`;
  const left = open === 0 ? '' : `, ${open} not checked`;
  return `${platform}: ${said}${left}.`;
}

function styled(text: string, style: readonly [string, string] | null, { bold }: Paper): string {
  return bold && style !== null ? `${style[0]}${text}${style[1]}` : text;
}

/** Names come from the platform: what would act on the reader's terminal is not written. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '');
}
