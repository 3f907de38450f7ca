import { counted } from '../../counted-words.ts';
import type { Details, Draft, LeftOut, Shelved } from '../../knowledge/intake/index.ts';
import { fitting, tallied } from '../wording.ts';

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
    ...(draft.doubts ?? []),
    ...changedLines(shelved),
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
  const isKept = ({ reason }: LeftOut) => keepCaptions && reason === 'caption';
  const [kept, out] = [leftOut.filter(isKept), leftOut.filter((piece) => !isKept(piece))];
  const lines = (pieces: readonly LeftOut[]) =>
    pieces.map(({ reason, text }) => fitting(`  ${reason.padEnd(10)} ${text}`, width));
  return [
    ...(kept.length === 0
      ? []
      : [`Kept ${counted(kept.length, 'caption', 'captions')}, as captions:`, ...lines(kept)]),
    ...(out.length === 0
      ? ['Left out nothing.']
      : [`Left out ${counted(out.length, 'piece', 'pieces')}:`, ...lines(out)]),
  ];
}

/** More than these would hide the rest; the file has them all. */
const CHANGES_SHOWN = 20;

/** What an update has taken away may have been a correction by hand. */
function changedLines({ outcome, fresh, gone }: Shelved): string[] {
  if (outcome !== 'updated') return [];
  const lines = [...gone.map((text) => `- ${text}`), ...fresh.map((text) => `+ ${text}`)];
  const more = lines.length - CHANGES_SHOWN;
  return [
    '',
    ...lines.slice(0, CHANGES_SHOWN),
    ...(more > 0 ? [`  and ${counted(more, 'more', 'more')}`] : []),
  ];
}

const OUTCOMES = { added: 'Added', updated: 'Updated', unchanged: 'Unchanged:' } as const;
const WOULD = { added: 'Would add', updated: 'Would update', unchanged: 'Unchanged:' } as const;

/** What an update has brought and taken away, in sentences. */
export function changesText(fresh: number, gone: number): string {
  return `${counted(fresh, 'sentence is', 'sentences are')} new, ${counted(gone, 'has', 'have')} gone`;
}

/** What the command line can do about a failure, which those who fetch do not know. */
export function withHint(code: string, message: string): string {
  return code === 'private-address' ? `${message} Or allow it with --allow-private.` : message;
}

function lineOf(shelved: Shelved, { dryRun }: Pick<Told, 'dryRun'>): string {
  const { outcome, file, fresh, gone, alsoIn, like } = shelved;
  const changes = outcome === 'updated' ? `: ${changesText(fresh.length, gone.length)}` : '';
  const also =
    alsoIn.length === 0
      ? ''
      : ` The ${alsoIn.length === 1 ? 'story' : 'stories'} ${alsoIn.join(', ')} ${alsoIn.length === 1 ? 'holds' : 'hold'} this article too.`;
  const perhaps =
    like === null
      ? ''
      : ` It shares sentences with ${like}: if it is the same article, delete one of the two.`;
  return `${(dryRun ? WOULD : OUTCOMES)[outcome]} ${file}${changes}.${also}${perhaps}`;
}

/**
 * The line of one article among many.
 *
 * @returns what has become of it, how much was kept, and how much was left out
 */
export function shortLineOf(draft: Draft, shelved: Shelved, told: Pick<Told, 'dryRun'>): string {
  const kept = counted(shelved.sentences, 'sentence', 'sentences');
  return `${lineOf(shelved, told)} ${kept}, ${counted(draft.leftOut.length, 'piece', 'pieces')} left out.`;
}

/** What became of an item: as it was shelved, or that it was not. */
export type Outcome = Shelved['outcome'] | 'failed';

/**
 * @param outcomes what became of each item
 * @param total how many there were
 * @param told whether anything was written
 * @returns "12 added, 3 updated, 5 unchanged, 1 failed"
 */
export function summaryOf(
  outcomes: readonly Outcome[],
  total: number,
  { dryRun }: Pick<Told, 'dryRun'>,
): string {
  const count = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length;
  const would = dryRun ? 'would be ' : '';
  return tallied([
    [count('added'), `${would}added`],
    [count('updated'), `${would}updated`],
    [count('unchanged'), 'unchanged'],
    [count('failed'), 'failed'],
    [total - outcomes.length, 'not tried'],
  ]);
}
