import { join } from 'node:path';
import { audienceWords } from '../audience-words.ts';
import { readGeneralConfig } from '../config.ts';
import { counted } from '../counted-words.ts';
import { openKnowledge, type StoryInventory } from '../knowledge/index.ts';
import { type IntakeRecord, readIntakeRecords } from '../knowledge/intake/index.ts';
import { printableJson, printableLine } from '../printable.ts';
import { type Command, readOptions } from './command.ts';
import { fitting, problemLines } from './wording.ts';

const OPTIONS = {
  data: { type: 'string' },
  json: { type: 'boolean' },
  'left-out': { type: 'boolean' },
} as const;

/** `nutgraf list`: the stories and their articles. */
export const listCommand: Command = {
  name: 'list',
  summary: 'list the stories and their articles, with dates, sentences and when each was read',
  help: `nutgraf list [--data DIR] [--left-out] [--json]

Of each story: who may see it, and when its feeds were read. Of each article: outlet, headline, date,
sentences, when its file was changed and when it was read, and, where it was added by Nutgraf, how much of the
material was left out. Files that could not be used are named at the end.

  --left-out   print what was left out of each article, with the reason, and where the article is from
  --json       print everything as JSON; \`intake\` holds what was left out`,

  async run(args, io) {
    const { values } = readOptions(args, OPTIONS);
    const data = values.data ?? readGeneralConfig(io.env).data;
    const knowledge = await openKnowledge({ data });
    const stories = await Promise.all(knowledge.inventory().map((story) => withIntake(data, story)));
    if (values.json) {
      io.stdout.write(`${printableJson({ stories, problems: knowledge.problems }, 2)}\n`);
      return 0;
    }
    const width = io.stdout.isTTY === true ? (io.stdout.columns ?? 80) : null;
    const told = { leftOut: values['left-out'] === true, width };
    const lines = [...stories.flatMap((story) => storyLines(story, told)), ...problemLines(knowledge)];
    for (const line of lines) io.stdout.write(`${printableLine(line)}\n`);
    return 0;
  },
};

type Listed = Awaited<ReturnType<typeof withIntake>>;

/** A story with what is kept of how its articles came into the library; `null` where nothing is. */
async function withIntake(data: string, story: StoryInventory) {
  const records = await readIntakeRecords(join(data, story.slug));
  const articles = story.articles.map((article) => ({ ...article, intake: records.get(article.id) ?? null }));
  return { ...story, articles };
}

interface Told {
  readonly leftOut: boolean;
  /** Columns; `null` when another program reads, so that no line is cut. */
  readonly width: number | null;
}

function storyLines({ slug, title, audience, articles, feeds }: Listed, told: Told): string[] {
  const open = audienceWords(audience, (iso) => iso);
  return [
    `${slug}: ${title}${open === null ? '' : ` (${open})`}`,
    ...articles.flatMap((article) => articleLines(article, told)),
    ...(articles.length === 0 ? ['  no article yet'] : []),
    ...feeds.map(({ url, checked, failure }) => {
      const since = checked === null ? 'never read' : `read ${moment(checked)}`;
      return `  feed ${url}: ${since}${failure === null ? '' : ` · ${failure}`}`;
    }),
  ];
}

function articleLines(article: Listed['articles'][number], told: Told): string[] {
  const { id, outlet, headline, published, sentences, modified, read, intake } = article;
  const known = [outlet ?? 'outlet not stated', headline, published?.slice(0, 10)].filter(Boolean);
  const counts = [
    counted(sentences, 'sentence', 'sentences'),
    `changed ${moment(modified)}`,
    `read ${moment(read)}`,
    ...(intake === null ? [] : [`${counted(intake.pieces, 'piece', 'pieces')} left out`]),
  ];
  return [
    `  ${id}: ${known.join(' · ')}`,
    `    ${counts.join(' · ')}`,
    ...(told.leftOut && intake !== null ? leftOutLines(intake, told) : []),
  ];
}

const SOURCES = {
  file: 'the file',
  page: 'the page',
  feed: 'the feed',
  stdin: 'standard input',
  pasted: 'a text that was pasted',
} as const;

function leftOutLines({ at, from, pieces, leftOut, doubts }: IntakeRecord, { width }: Told): string[] {
  const name = from.name === null ? '' : ` ${from.name}`;
  const rest = pieces - leftOut.length;
  const lines = [
    `added ${moment(at)} from ${SOURCES[from.kind]}${name}`,
    ...leftOut.map(({ reason, text }) => `${reason.padEnd(10)} ${text}`),
    ...(rest > 0 ? [`and ${counted(rest, 'other', 'others')}, which are not kept`] : []),
    ...doubts,
  ];
  return lines.map((line) => fitting(`      ${printableLine(line)}`, width));
}

/** "2026-11-25 14:28:49": local time, as the clock of whoever reads the list shows it. */
function moment(time: number | string): string {
  const date = new Date(time);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`;
}
