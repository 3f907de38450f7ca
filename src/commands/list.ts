import { readGeneralConfig } from '../config.ts';
import { openKnowledge } from '../knowledge/index.ts';
import { type Command, readOptions } from './command.ts';

/** `nutgraf list`: the stories and their articles. */
export const listCommand: Command = {
  name: 'list',
  summary: 'list the stories and their articles',
  help: 'nutgraf list [--data DIR]',

  async run(args, io) {
    const { values } = readOptions(args, { data: { type: 'string' } });
    const { stories } = await openKnowledge({ data: values.data ?? readGeneralConfig(io.env).data });
    for (const { slug, title, articles, audience } of stories) {
      io.stdout.write(`${slug}: ${title}${audience === 'everyone' ? '' : ' (not open to everyone)'}\n`);
      for (const { id, outlet, headline, published } of articles) {
        io.stdout.write(`  ${id}: ${[outlet, headline, published].filter(Boolean).join(' · ')}\n`);
      }
    }
    return 0;
  },
};
