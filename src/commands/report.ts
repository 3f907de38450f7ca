import { writeFile } from 'node:fs/promises';
import { type Config, type Environment, readConfig } from '../config.ts';
import { openKnowledge, type Story } from '../knowledge/index.ts';
import type { Entry, Period } from '../ledger/ledger.ts';
import { openLedger } from '../ledger/open.ts';
import { openLog } from '../log.ts';
import { printable, printableJson, printableLine } from '../printable.ts';
import { csvOf, SECTION_NAMES, type SectionName } from '../report/csv.ts';
import { pageOf } from '../report/page/page.ts';
import { periodOf } from '../report/period.ts';
import { type Report, reportOf } from '../report/report.ts';
import { tableOf } from '../report/table.ts';
import { type Command, type Io, paperOf, readOptions, UsageError } from './command.ts';
import { secretsOf } from './start/secrets.ts';

const OPTIONS = {
  since: { type: 'string' },
  until: { type: 'string' },
  story: { type: 'string' },
  place: { type: 'string' },
  data: { type: 'string' },
  json: { type: 'boolean' },
  csv: { type: 'boolean' },
  section: { type: 'string' },
  html: { type: 'string' },
} as const;

/** `nutgraf report`: what was asked, and what of it no story answers. */
export const reportCommand: Command = {
  name: 'report',
  summary: 'say what was asked, and what of it no story answers',
  help: `nutgraf report [--since 7d] [--until DATE] [--story SLUG] [--place PLACE] [--data DIR]
               [--json | --csv [--section NAME] | --html FILE]

Reads the ledger (LEDGER_URL) and says how many questions were asked and answered, what was asked most of that
which no story answers, questions that ask the same together, which answers were marked as not helpful or corrected,
and which articles are quoted most and never. It changes nothing.

--since    7d (the default: today and the six days before), 2w, or a date such as 2026-11-01
--until    a date, which is still counted, or a date with a time; now without it
--story    one story only; of a question without an answer its words tell the story
--place    slack:WORKSPACE for all of its channels, slack:WORKSPACE/CHANNEL for one; discord:SERVER likewise
--data     another library
--json     everything, as JSON
--csv      one table for a spreadsheet: ${SECTION_NAMES[0]}, or that which --section names
--section  ${SECTION_NAMES.join(', ')}
--html     one page with charts that needs nothing else, to be mailed or printed; - for stdout

Exit code: 0 done, 2 bad usage, or a ledger or library that cannot be read.`,

  async run(args, io) {
    const { values, positionals } = readOptions(args, OPTIONS);
    const [stray] = positionals;
    if (stray !== undefined) throw new UsageError(`nutgraf report takes options only, not "${stray}".`);
    const write = writerOf(values);
    const now = Date.now();
    const period = readPeriod(values.since, values.until, now);
    const place = readPlace(values.place);
    const config = readConfig(withoutBots(io.env));
    const { stories } = await openKnowledge({ data: values.data ?? config.data });
    const entries = await entriesOf(config, period);
    const story = readStory(values.story, stories, entries);
    await write(reportOf(entries, { period, story, place, stories }), { io, config, now });
    return 0;
  },
};

interface Around {
  readonly io: Io;
  readonly config: Config;
  readonly now: number;
}
type Write = (report: Report, around: Around) => Promise<void>;

/** In what form the report is wanted, told before anything is read: a slip should not cost a wait. */
function writerOf(values: {
  readonly json?: boolean | undefined;
  readonly csv?: boolean | undefined;
  readonly section?: string | undefined;
  readonly html?: string | undefined;
}): Write {
  const { json = false, csv = false, section, html } = values;
  if ([json, csv, html !== undefined].filter(Boolean).length > 1) {
    throw new UsageError('Only one of --json, --csv and --html can be wanted at once.');
  }
  if (section !== undefined && !csv) throw new UsageError('--section goes with --csv only.');
  const wanted = sectionOf(section);
  if (html === '') throw new UsageError('--html wants the name of a file, or - for stdout.');
  if (html !== undefined) return (report, around) => writePage(html, report, around);
  return async (report, { io, config }) => {
    if (json) io.stdout.write(`${printableJson(report, 2)}\n`);
    else if (csv) io.stdout.write(csvOf(report, wanted));
    else io.stdout.write(`${tableOf(report, paperOf(io, config.color))}\n`);
  };
}

async function writePage(file: string, report: Report, { io, now }: Around): Promise<void> {
  const page = pageOf(report, now);
  if (file === '-') {
    io.stdout.write(printable(page));
    return;
  }
  try {
    await writeFile(file, page);
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw new UsageError(`${file} cannot be written (${code}): give --html a file in a folder that can be.`);
  }
  io.stderr.write(`${printableLine(`Written to ${file}.`)}\n`);
}

function sectionOf(name: string | undefined): SectionName {
  const known = SECTION_NAMES.find((section) => section === (name ?? SECTION_NAMES[0]));
  if (known === undefined) throw new UsageError(`--section should be one of ${SECTION_NAMES.join(', ')}.`);
  return known;
}

function readPeriod(since: string | undefined, until: string | undefined, now: number): Period {
  const period = periodOf(since, until, now);
  if (period === null) {
    throw new UsageError('--since should be as 7d, 2w or 2026-11-01, and --until a date such as 2026-11-30.');
  }
  if (period.from >= period.to) throw new UsageError('--since should be before --until.');
  return period;
}

/** A whole platform, a workspace or server, or a channel. */
const PLACE = /^(?:terminal|web|(?:slack|discord)(?::[^/\s]+(?:\/[^/\s]+)?)?)$/;

function readPlace(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!PLACE.test(text)) {
    throw new UsageError('--place should be slack:WORKSPACE[/CHANNEL] or discord:SERVER[/CHANNEL].');
  }
  return text;
}

/** A story that has left the library may have been quoted before. */
function readStory(
  slug: string | undefined,
  stories: readonly Story[],
  entries: readonly Entry[],
): string | null {
  if (slug === undefined) return null;
  const isKnown =
    stories.some((story) => story.slug === slug) || entries.some(({ quoted }) => quoted?.story === slug);
  if (!isKnown) throw new UsageError(`There is no story "${slug}": nutgraf list names all of them.`);
  return slug;
}

/** A mistake in a bot's variables keeps no editor from reading what was asked. */
function withoutBots(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(?:SLACK|DISCORD)_/.test(name)));
}

/** Another store would say that nothing was asked, and old entries are not this command's to delete. */
async function entriesOf(config: Config, period: Period): Promise<readonly Entry[]> {
  const { ledger: wish, logLevel } = config;
  if (wish.store.kind === 'off') {
    throw new UsageError(
      'LEDGER_URL=off keeps nothing to report: set it to what nutgraf start keeps its ledger in.',
    );
  }
  const log = openLog(logLevel ?? 'silent', { secrets: secretsOf(config) });
  const ledger = await openLedger({ ...wish, stated: true, keep: null }, log);
  try {
    return await ledger.journal.within(period);
  } finally {
    await ledger.close();
  }
}
