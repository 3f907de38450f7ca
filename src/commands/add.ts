import { z } from 'zod';
import { readGeneralConfig } from '../config.ts';
import { canonicalTag, type Details, IsoDate, isSlug } from '../knowledge/intake/index.ts';
import { addFeed } from './add/feed.ts';
import { addItems } from './add/items.ts';
import { itemsOf } from './add/sources.ts';
import { type Command, readOptions, UsageError } from './command.ts';

const OPTIONS = {
  story: { type: 'string' },
  data: { type: 'string' },
  feed: { type: 'string' },
  outlet: { type: 'string' },
  headline: { type: 'string' },
  byline: { type: 'string' },
  published: { type: 'string' },
  url: { type: 'string' },
  kind: { type: 'string' },
  language: { type: 'string' },
  'keep-captions': { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  verbose: { type: 'boolean' },
  'allow-private': { type: 'boolean' },
} as const;

const text = z.string().trim().min(1);

/** What may be stated by hand, each with what it should look like. */
const Given = z.object({
  outlet: text.optional(),
  headline: text.optional(),
  byline: text.optional(),
  published: IsoDate.optional(),
  url: z.url({ protocol: /^https?$/, error: 'an address that begins with http:// or https://' }).optional(),
  kind: z.enum(['report', 'transcript', 'digest'], { error: 'report, transcript or digest' }).optional(),
  language: text.refine((tag) => canonicalTag(tag) !== null, 'a language tag such as en or pt-BR').optional(),
});

/** `nutgraf add`: something raw becomes an article of the library. */
export const addCommand: Command = {
  name: 'add',
  summary: 'turn a file, a page or a feed into articles of the library',
  help: `nutgraf add [options] FILE|FOLDER|URL|- …
nutgraf add [options] --feed URL --story SLUG

Reads plain text, Markdown, HTML and transcripts, and writes one file an article. Sentences stay letter for
letter those of the source; captions, galleries, navigation and promotion are left out, and printed with the
reason. Adding the same article again updates it.

  --story SLUG      the story it belongs to, made when new (default: where it is already, or one named by it)
  --data DIR        another library (default: NUTGRAF_DATA, or the one that ships)
  --dry-run         print what would be written, and write nothing
  --verbose         tell of each of many articles what was left out, as of a single one
  --keep-captions   keep captions, as captions, after the story
  --feed URL        add what is new in an RSS, Atom or JSON feed, and update what has changed
  --allow-private   let pages and feeds come from this machine and from private networks

What the material does not state can be stated by hand, and wins over what it states:
  --outlet, --headline, --byline, --published DATE, --url, --kind report|transcript|digest, --language

Exit code: 0 done, 1 some of several could not be added, 2 none could, or bad usage.`,

  async run(args, io) {
    const { values, positionals } = readOptions(args, OPTIONS);
    const given = givenOf(values);
    const story = values.story ?? null;
    if (story !== null && !isSlug(story)) {
      throw new UsageError(
        '--story should be the name of a folder in lower case letters, digits and hyphens, such as night-ferry.',
      );
    }
    const data = values.data ?? readGeneralConfig(io.env).data;
    const allowPrivate = values['allow-private'] === true;
    if (values.feed !== undefined) {
      if (positionals.length > 0) throw new UsageError('--feed names what to add: leave the file away.');
      if (story === null) throw new UsageError('--feed needs --story SLUG: a feed belongs to one story.');
      if (Object.keys(given).length > 0) {
        throw new UsageError('--feed adds many articles: what is stated of them comes from the feed alone.');
      }
      if (values['dry-run'])
        throw new UsageError('--feed has no --dry-run: add its pages one by one to see them first.');
      return addFeed(values.feed, { data, story, allowPrivate }, io);
    }
    if (positionals.length === 0) {
      throw new UsageError('There is nothing to add: nutgraf add FILE, URL or - for standard input.');
    }
    const items = await itemsOf(positionals);
    if (items.length > 1 && (given.headline !== undefined || given.url !== undefined)) {
      throw new UsageError('--headline and --url belong to one article: add it by itself.');
    }
    const told = { dryRun: values['dry-run'] === true, verbose: values.verbose === true };
    const keepCaptions = values['keep-captions'] === true;
    return addItems(items, { data, story, allowPrivate, given, keepCaptions, ...told }, io);
  },
};

function givenOf(values: Readonly<Record<string, unknown>>): Partial<Details> {
  const parsed = Given.safeParse(values);
  const issue = parsed.error?.issues[0];
  if (issue) {
    const shape = issue.code === 'too_small' ? 'some text' : issue.message;
    throw new UsageError(`--${String(issue.path[0])} should be ${shape}.`);
  }
  return Object.fromEntries(Object.entries(parsed.data ?? {}).filter(([, value]) => value !== undefined));
}
