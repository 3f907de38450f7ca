import type { Details, Draft, LeftOut, Shelved } from '../../knowledge/intake/index.ts';
import { counted } from '../wording.ts';

interface Told {
  readonly dryRun: boolean;
  readonly keepCaptions: boolean;
  /** Columns of the terminal; `null` when another program reads: then nothing is cut. */
  readonly width: number | null;
}

const FIELDS = ['outlet', 'headline', 'byline', 'published', 'updated', 'url', 'kind', 'language'] as const;

/** What can be missing and should not be: a quotation is shown with these. */
const SHOWN_WITH_QUOTES = ['outlet', 'headline', 'published'] as const;

/**
 * What an editor wants to see of one article: what is known and where it was read, what was kept, what was
 * left out and why, and the file.
 *
 * @param draft what was read
 * @param shelved what has become of it
 * @param told how much to say
 * @returns lines
 */
export function reportOf(draft: Draft, shelved: Shelved, told: Told): string {
  const { article, text } = shelved;
  const lines = [
    ...FIELDS.map((field) => fieldLine(field, article[field], draft.stated[field])),
    '',
    `Kept ${counted(draft.paragraphs.length, 'paragraph', 'paragraphs')}, ${counted(shelved.sentences, 'sentence', 'sentences')}.`,
    ...leftOutLines(draft.leftOut, told),
    '',
    ...(told.dryRun ? [`Would write ${shelved.file}:`, '', text.trimEnd(), ''] : []),
    lineOf(shelved, told),
  ];
  return lines.join('\n');
}

function fieldLine(field: keyof Details, value: string | null, stated: string | undefined): string {
  const name = `  ${field.padEnd(10)} `;
  if (value !== null) return `${name}${value}${stated === undefined ? '' : `  (${stated})`}`;
  const needed = SHOWN_WITH_QUOTES.some((shown) => shown === field);
  return `${name}not stated${needed ? `: --${field} states it` : ''}`;
}

function leftOutLines(leftOut: readonly LeftOut[], { width, keepCaptions }: Told): string[] {
  if (leftOut.length === 0) return ['Left out nothing.'];
  const shown = leftOut.map(({ reason, text }) => {
    const kept = keepCaptions && reason === 'caption' ? 'kept as caption' : reason;
    return cut(`  ${kept.padEnd(10)} ${text}`, width);
  });
  return [`Left out ${counted(leftOut.length, 'piece', 'pieces')}:`, ...shown];
}

function cut(line: string, width: number | null): string {
  return width === null || line.length <= width ? line : `${line.slice(0, width - 1)}…`;
}

const OUTCOMES = { added: 'Added', updated: 'Updated', unchanged: 'Unchanged:' } as const;
const WOULD = { added: 'Would add', updated: 'Would update', unchanged: 'Unchanged:' } as const;

/**
 * @param shelved what has become of an article
 * @param told whether anything was written
 * @returns one line
 */
export function lineOf(shelved: Shelved, { dryRun }: Pick<Told, 'dryRun'>): string {
  const { outcome, file, fresh, gone, alsoIn } = shelved;
  const changes =
    outcome === 'updated'
      ? `: ${counted(fresh, 'sentence is', 'sentences are')} new, ${counted(gone, 'has', 'have')} gone`
      : '';
  const also =
    alsoIn.length === 0
      ? ''
      : ` The ${alsoIn.length === 1 ? 'story' : 'stories'} ${alsoIn.join(', ')} ${alsoIn.length === 1 ? 'holds' : 'hold'} this article too.`;
  return `${(dryRun ? WOULD : OUTCOMES)[outcome]} ${file}${changes}.${also}`;
}

/**
 * @param outcomes what became of each item
 * @param total how many there were
 * @returns "12 added, 3 updated, 5 unchanged, 1 failed"
 */
export function summaryOf(outcomes: readonly (Shelved['outcome'] | 'failed')[], total: number): string {
  const count = (outcome: string) => outcomes.filter((one) => one === outcome).length;
  const parts = ['added', 'updated', 'unchanged', 'failed'].map(
    (outcome) => [outcome, count(outcome)] as const,
  );
  const left = total - outcomes.length;
  return [
    ...parts
      .filter(([outcome, number]) => number > 0 || outcome === 'added')
      .map(([outcome, number]) => `${number.toLocaleString('en')} ${outcome}`),
    ...(left > 0 ? [`${left.toLocaleString('en')} not tried`] : []),
  ].join(', ');
}
