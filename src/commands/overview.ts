import { suggested } from '../bots/terminal/render.ts';
import type { Config } from '../config.ts';
import { counted } from '../counted-words.ts';
import type { Knowledge, Story } from '../knowledge/index.ts';
import { printableLine } from '../printable.ts';
import { holdings, problemLines } from './wording.ts';

const SUGGESTIONS = 8;

/**
 * What somebody who has just started Nutgraf wants to know: what is loaded, which bots are on, which
 * variables would turn the others on, what to ask.
 *
 * @param config what is configured
 * @param knowledge what is loaded
 * @param page address of the page; `null` where there is none
 * @returns lines
 */
export function overview(config: Config, knowledge: Knowledge, page: string | null): string {
  const open = knowledge.storiesOpenTo({ bot: 'terminal' });
  const problems = knowledge.problemsOpenTo({ bot: 'terminal' });
  const elsewhere = knowledge.problems.length - problems.length;
  const closed = knowledge.stories.length - open.length;
  const feeds = knowledge.stories.reduce((total, story) => total + story.feeds.length, 0);
  const chatting = config.slack === null && config.discord === null;
  return [
    'Nutgraf answers from the articles, word for word, with the source.',
    '',
    `Loaded ${holdings(knowledge)} from ${config.data}`,
    ...open.map(({ title, articles: own }) => `  ${title} (${outlets(own)})`),
    ...(closed > 0
      ? [`  ${counted(closed, 'story is', 'stories are')} not open here: nutgraf list names them`]
      : []),
    ...(feeds > 0 ? [`  Following ${counted(feeds, 'feed', 'feeds')}: nutgraf list says how they fare`] : []),
    ...problemLines({ problems }).map((line) => `  ${line}`),
    ...(elsewhere > 0
      ? [
          `  ${counted(elsewhere, 'more problem', 'more problems')}: nutgraf check names ${elsewhere === 1 ? 'it' : 'them'}`,
        ]
      : []),
    '',
    page === null ? 'The page is off (WEB=off).' : `The page: ${page}`,
    config.slack === null
      ? 'Slack is off: set SLACK_BOT_TOKEN and SLACK_APP_TOKEN (docs/slack.md).'
      : `Slack is on (${config.slack.mode.kind === 'socket' ? 'Socket Mode' : `HTTP, port ${config.http.ports[0]}`}).`,
    config.discord === null ? 'Discord is off: set DISCORD_TOKEN (docs/discord.md).' : 'Discord is on.',
    ...(chatting ? suggested(suggestionsOf(open)) : []),
    ...(chatting ? ['', 'Type a question. Ctrl-C ends.'] : ['', 'Ctrl-C ends.']),
    '',
  ]
    .map(printableLine)
    .join('\n');
}

function outlets(articles: readonly { readonly outlet: string | null }[]): string {
  return [...new Set(articles.flatMap((article) => article.outlet ?? []))].join(', ') || 'no article yet';
}

/** Taken from the stories in turn, so that one with many questions does not hide the others. */
function suggestionsOf(stories: readonly Pick<Story, 'questions'>[]): string[] {
  const longest = Math.max(0, ...stories.map((story) => story.questions.length));
  return Array.from({ length: longest }, (_, index) => stories.map((story) => story.questions[index]))
    .flat()
    .filter((question) => question !== undefined)
    .slice(0, SUGGESTIONS);
}
