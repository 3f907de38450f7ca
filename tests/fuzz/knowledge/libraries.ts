import fc from 'fast-check';
import type { Place } from '../../../src/knowledge/place.ts';
import { hostileText } from '../support/hostile.ts';

/** The moment at which the questions of these tests are asked, in ms since the epoch. */
export const NOW = Date.parse('2026-12-01T06:00:00Z');

/** A story on disk, and who may see it: said by whoever made it, and not read out of its file. */
export interface MadeStory {
  readonly slug: string;
  /** By path within the library's folder. */
  readonly files: Readonly<Record<string, string>>;
  readonly articles: readonly string[];
  /** Whether a place may see it at {@link NOW}. */
  isOpenTo(place: Place): boolean;
}

export interface MadeLibrary {
  readonly stories: readonly MadeStory[];
}

const PEOPLE = ['Ada Berg', 'Zoltan Quimby', 'Mayor Tomas Hale', 'Ms. Okafor', 'Piet Vandersloot'];
const BODIES = ['The council', 'The ferry company', 'The union', 'The Harbour Board', 'U.S. officials'];
const THINGS = ['votes', 'workers', 'drawbridges', 'ballots', 'ferries', 'euros'];
const DEEDS = ['approved', 'sabotaged', 'counted', 'rejected', 'will count', 'plans to approve'];
const DAYS = ['on Monday', 'on Nov. 29', 'in 2021', 'at 9 a.m.', 'in Tarnow', 'twice'];

/** A sentence of news copy; stories share their words, so that each would change what is counted over the others. */
function newsSentence(): fc.Arbitrary<string> {
  const one = fc.constantFrom;
  const number = fc.oneof(fc.integer({ min: 0, max: 3000 }).map(String), one('1e309', '9'.repeat(400), '12 to 3', '$1.4 million', '3.5 percent')); // biome-ignore format: one list
  return fc.oneof(
    fc.tuple(one(...BODIES), one(...DEEDS), number, one(...THINGS), one(...DAYS)).map(([who, did, many, what, when]) => `${who} ${did} ${many} ${what} ${when}.`), // biome-ignore format: one pattern
    fc.tuple(one(...PEOPLE), one(...DEEDS), number, one(...THINGS)).map(([who, did, many, what]) => `“We ${did} ${many} ${what},” ${who} said. She did not say why.`), // biome-ignore format: one pattern
    fc.tuple(one(...PEOPLE), one(...BODIES)).map(([who, what]) => `${who}, who leads ${what.toLowerCase()}, resigned because the vote failed.`), // biome-ignore format: one pattern
  );
}

/** The body of an article as it might stand in a file. */
export function bodyText(): fc.Arbitrary<string> {
  const paragraph = fc.oneof(
    { weight: 6, arbitrary: fc.array(newsSentence(), { minLength: 1, maxLength: 4 }).map((all) => all.join(' ')) },
    { weight: 1, arbitrary: hostileText(6) },
    { weight: 1, arbitrary: newsSentence().map((text) => `HOST: ${text.replace(/\.$/, '?')}`) },
    { weight: 1, arbitrary: newsSentence().map((text) => `Caption: *${text}* [more](javascript:alert(1))`) },
  ); // biome-ignore format: one list
  return fc.array(paragraph, { minLength: 1, maxLength: 4 }).map((all) => all.join('\n\n'));
}

function articleText(): fc.Arbitrary<string> {
  const date = fc.constantFrom('2021-11-29', '2021-11-30T08:00:00+05:30', '2026-12-01', '');
  const kind = fc.constantFrom('report', 'transcript', 'digest');
  const url = fc.constantFrom('', 'https://news.example/a?b=c#d', 'http://news.example/é');
  return fc.tuple(newsSentence(), date, kind, url, bodyText()).map(
    ([headline, published, of, address, body]) =>
      ['---', 'outlet: The Post', `headline: ${JSON.stringify(headline)}`, `published: "${published}"`, `kind: ${of}`, `url: "${address}"`, '---', '', body, ''].join('\n'), // biome-ignore format: one list
  );
}

/** What `story.yaml` says of who may see a story, with what that means. */
interface MadeAudience {
  readonly lines: readonly string[];
  isOpenTo(place: Place): boolean;
}

const NOBODY = () => false;
const EVERYBODY = () => true;
const inWorkspace = (place: Place) => place.bot === 'slack' && place.workspace === 'T1';
const inGuild = (place: Place) => place.bot === 'discord' && place.guild === 'G1';

/** In all ways that a file can open or close a story, meant or not: what cannot be understood closes it. */
export const AUDIENCES: readonly MadeAudience[] = [
  { lines: [], isOpenTo: EVERYBODY },
  { lines: ['audience: everyone'], isOpenTo: EVERYBODY },
  { lines: ['audience: {everyone: true}', 'embargo: 2026-12-01T06:00:00Z'], isOpenTo: EVERYBODY },
  { lines: ['embargo: 2026-12-01T07:00:00+01:00'], isOpenTo: EVERYBODY },
  { lines: ['embargo: 2026-12-01T06:00:00.001Z'], isOpenTo: NOBODY },
  { lines: ['embargo: 2026-12-01T01:00:01-05:00'], isOpenTo: NOBODY },
  { lines: ['embargo: 2026-11-31T06:00:00Z'], isOpenTo: NOBODY },
  { lines: ['embargo: soon'], isOpenTo: NOBODY },
  { lines: ['embargo:'], isOpenTo: NOBODY },
  { lines: ['audience: {slack: {workspaces: [T1]}}'], isOpenTo: inWorkspace },
  { lines: ['audience: {everyone: true, slack: {workspaces: [T1]}}', 'embargo: 2027-01-01T00:00:00Z'], isOpenTo: inWorkspace }, // biome-ignore format: one case a line
  { lines: ['audience: {discord: {guilds: [G1]}}'], isOpenTo: inGuild },
  { lines: ['audience: {web: true}'], isOpenTo: ({ bot }) => bot === 'web' },
  { lines: ['audience: {}'], isOpenTo: NOBODY },
  { lines: ['audience: {slack: {workspace: [T1]}}'], isOpenTo: NOBODY },
  { lines: ['audiance: {web: true}'], isOpenTo: NOBODY },
  { lines: ['ａｕｄｉｅｎｃｅ: {web: true}'], isOpenTo: NOBODY },
  { lines: ['slack: {workspaces: [T1]}'], isOpenTo: NOBODY },
  { lines: ['everyone: false'], isOpenTo: NOBODY },
  { lines: ['base: &base {audience: {web: true}}', '<<: *base'], isOpenTo: NOBODY },
  { lines: ['__proto__: {audience: {web: true}}'], isOpenTo: NOBODY },
  { lines: ['audience: {web: true}', 'audience: everyone'], isOpenTo: NOBODY },
  { lines: ['audience: {slack: {workspaces: [T1], workspaces: []}}'], isOpenTo: NOBODY },
  { lines: ['? [audience]', ': {web: true}'], isOpenTo: NOBODY },
  { lines: ['"aud\\x69ence": {web: true}', 'feeds: ['], isOpenTo: NOBODY },
  { lines: ['---', 'audience: {web: true}'], isOpenTo: NOBODY },
];

const SLUGS = ['ferry', 'ferry-2', '__proto__', 'constructor', 'tostring', 'a%2fb', 'zoë'];

/** Libraries of a few stories, some of them closed to some places. */
export function libraries(): fc.Arbitrary<MadeLibrary> {
  const ids = fc.uniqueArray(fc.constantFrom('post', '__proto__', 'herald 2', 'then'), {
    minLength: 1,
    maxLength: 3,
  });
  const story = fc.tuple(
    fc.constantFrom(...AUDIENCES),
    ids.chain((names) => fc.tuple(...names.map((name) => fc.tuple(fc.constant(name), articleText())))),
    fc.array(newsSentence(), { maxLength: 2 }),
    newsSentence(),
  );
  return fc
    .tuple(
      fc.shuffledSubarray([...SLUGS], { minLength: 1, maxLength: 4 }),
      fc.array(story, { minLength: 4, maxLength: 4 }),
    )
    .map(([slugs, made]) => ({
      stories: slugs.flatMap((slug, at) => {
        const [audience, articles, questions, title] = made[at] ?? [];
        return audience && articles && questions && title !== undefined
          ? [storyOf(slug, audience, articles, questions, title)]
          : [];
      }),
    }));
}

function storyOf(
  slug: string,
  { lines, isOpenTo }: MadeAudience,
  articles: readonly (readonly [string, string])[],
  questions: readonly string[],
  title: string,
): MadeStory {
  const said = [
    `title: ${JSON.stringify(title)}`,
    `questions: ${JSON.stringify(questions.map((text) => text.replace(/\.$/, '?')))}`,
    ...lines,
  ];
  const texts = articles.map(([id, text]) => [`${slug}/${id}.md`, text] as const);
  return {
    slug,
    files: { [`${slug}/story.yaml`]: `${said.join('\n')}\n`, ...Object.fromEntries(texts) },
    articles: articles.map(([id]) => id),
    isOpenTo,
  };
}
