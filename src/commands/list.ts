import { readGeneralConfig } from '../config.ts';
import { type Audience, openKnowledge } from '../knowledge/index.ts';
import { type Command, readOptions } from './command.ts';
import { counted, problemLines } from './wording.ts';

/** `nutgraf list`: the stories and their articles. */
export const listCommand: Command = {
  name: 'list',
  summary: 'list the stories and their articles, with dates, sentences and when each was read',
  help: `nutgraf list [--data DIR] [--json]

Of each story: who may see it, and when its feeds were read. Of each article: outlet, headline, date,
sentences, when its file was changed and when it was read. Files that could not be used are named at the end.`,

  async run(args, io) {
    const { values } = readOptions(args, { data: { type: 'string' }, json: { type: 'boolean' } });
    const knowledge = await openKnowledge({ data: values.data ?? readGeneralConfig(io.env).data });
    const stories = knowledge.inventory();
    if (values.json) {
      io.stdout.write(`${JSON.stringify({ stories, problems: knowledge.problems }, null, 2)}\n`);
      return 0;
    }
    for (const { slug, title, audience, articles, feeds } of stories) {
      io.stdout.write(`${slug}: ${title}${audienceWords(audience)}\n`);
      for (const { id, outlet, headline, published, sentences, modified, read } of articles) {
        const known = [outlet ?? 'outlet not stated', headline, published?.slice(0, 10)].filter(Boolean);
        const counts = counted(sentences, 'sentence', 'sentences');
        io.stdout.write(`  ${id}: ${known.join(' · ')}\n`);
        io.stdout.write(`    ${counts} · changed ${moment(modified)} · read ${moment(read)}\n`);
      }
      if (articles.length === 0) io.stdout.write('  no article yet\n');
      for (const { url, checked, failure } of feeds) {
        const since = checked === null ? 'never read' : `read ${moment(checked)}`;
        io.stdout.write(`  feed ${url}: ${since}${failure === null ? '' : ` · ${failure}`}\n`);
      }
    }
    for (const line of problemLines(knowledge)) io.stdout.write(`${line}\n`);
    return 0;
  },
};

/** " (open to 2 places of Slack, embargo until …)"; nothing for a story that is open to everyone. */
function audienceWords({ everyone, embargo, slack, discord }: Audience): string {
  const listed = [
    ...slack.workspaces.map((id) => `Slack workspace ${id}`),
    ...slack.channels.map((id) => `Slack channel ${id}`),
    ...discord.guilds.map((id) => `Discord server ${id}`),
    ...discord.channels.map((id) => `Discord channel ${id}`),
  ];
  if (everyone && embargo === null) return '';
  const until = everyone ? `open to everyone from ${embargo}` : null;
  const places = listed.length > 0 ? `open to ${listed.join(', ')}` : null;
  return ` (${[places, until].filter(Boolean).join('; ') || 'open to nobody'})`;
}

/** "2026-11-25 14:28:49": local time, as the clock of whoever reads the list shows it. */
function moment(time: number | string): string {
  const date = new Date(time);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`;
}
