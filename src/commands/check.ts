import { readGeneralConfig } from '../config.ts';
import { openKnowledge } from '../knowledge/index.ts';
import { type Command, readOptions } from './command.ts';

/** `nutgraf check`: reads the library and says what is wrong with which file and line. */
export const checkCommand: Command = {
  name: 'check',
  summary: 'read the library and say what is wrong with which file and line',
  help: `nutgraf check [--data DIR]

Exit code: 0 nothing is wrong, 1 something is (the rest is served all the same), 2 the library cannot be read.`,

  async run(args, io) {
    const { values } = readOptions(args, { data: { type: 'string' } });
    const { stories, sentences, problems } = await openKnowledge({
      data: values.data ?? readGeneralConfig(io.env).data,
    });
    for (const { file, line, reason } of problems) {
      io.stdout.write(`${file}${line === null ? '' : `:${line}`}: ${reason}\n`);
    }
    const articles = stories.reduce((total, story) => total + story.articles.length, 0);
    io.stdout.write(
      `${counted(stories.length, 'story', 'stories')}, ${counted(articles, 'article', 'articles')}, ` +
        `${counted(sentences, 'sentence', 'sentences')}: ` +
        `${problems.length === 0 ? 'nothing is wrong' : counted(problems.length, 'problem', 'problems')}.\n`,
    );
    return problems.length === 0 ? 0 : 1;
  },
};

/** "1 story", "2 stories". */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
