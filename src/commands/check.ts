import { readGeneralConfig } from '../config.ts';
import { counted } from '../counted-words.ts';
import { openKnowledge } from '../knowledge/index.ts';
import { type Command, readOptions } from './command.ts';
import { holdings, problemLines } from './wording.ts';

/** `nutgraf check`: reads the library and says what is wrong with which file and line. */
export const checkCommand: Command = {
  name: 'check',
  summary: 'read the library and say what is wrong with which file and line',
  help: `nutgraf check [--data DIR]

Exit code: 0 nothing is wrong, 1 something is (the rest is served all the same), 2 the library cannot be read.`,

  async run(args, io) {
    const { values } = readOptions(args, { data: { type: 'string' } });
    const knowledge = await openKnowledge({ data: values.data ?? readGeneralConfig(io.env).data });
    for (const line of problemLines(knowledge)) io.stdout.write(`${line}\n`);
    const { length } = knowledge.problems;
    const verdict = length === 0 ? 'nothing is wrong' : counted(length, 'problem', 'problems');
    io.stdout.write(`${holdings(knowledge)}: ${verdict}.\n`);
    return length === 0 ? 0 : 1;
  },
};
