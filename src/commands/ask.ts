import { z } from 'zod';
import { replyTo } from '../bots/reply.ts';
import { renderReply } from '../bots/terminal/render.ts';
import { readGeneralConfig } from '../config.ts';
import {
  type Answer,
  type DeepMeaning,
  ENGINE_NAMES,
  type Knowledge,
  openKnowledge,
  type Place,
  parsePlace,
  type Question,
} from '../knowledge/index.ts';
import { printableJson } from '../printable.ts';
import { answerBatch } from './ask-batch.ts';
import { WHY_MOST, whyText } from './ask-why.ts';
import { type Command, engineOf, paperOf, readOptions, UsageError } from './command.ts';
import { allPrepared, withMeaning } from './meaning.ts';
import { problemLines } from './wording.ts';

const OPTIONS = {
  json: { type: 'boolean' },
  why: { type: 'boolean' },
  data: { type: 'string' },
  story: { type: 'string' },
  engine: { type: 'string' },
  place: { type: 'string' },
  at: { type: 'string' },
  batch: { type: 'string' },
} as const;

/** `nutgraf ask`: one question, or a batch of them. */
export const askCommand: Command = {
  name: 'ask',
  summary: 'answer a question',
  help: `nutgraf ask [options] "question"

  --json          print the Answer as JSON
  --why           print why it is answered so: what was understood, the best candidates and what made their order;
                  with --json all of that as JSON
  --data DIR      another library (default: NUTGRAF_DATA, or the one that ships)
  --story SLUG    look in one story only
  --place PLACE   ask as from web, slack:WORKSPACE[/CHANNEL] or discord:SERVER[/CHANNEL]
  --at DATE-TIME  ask as at that time: embargoes end (2026-12-01T06:00:00Z)
  --engine NAME   ${ENGINE_NAMES.join(', ')} (default: NUTGRAF_ENGINE, or ${ENGINE_NAMES[0]})
  --batch FILE|-  read JSONL {"id", "question", "story"?}, write one JSON answer a line

Exit code: 0 answered (of several questions, any), 1 unanswered, 2 bad usage or a library that cannot be read.
A batch ends with 0 when each of its lines could be read, answered or not.`,

  async run(args, io) {
    const { values, positionals } = readOptions(args, OPTIONS);
    const engine = engineOf(values.engine);
    const place = placeOf(values.place);
    const story = values.story ?? null;
    const now = clockAt(values.at);
    if (values.batch === undefined && positionals.length === 0) {
      throw new UsageError('There is no question: nutgraf ask "what was the vote count?"');
    }
    if (values.batch !== undefined && positionals.length > 0) {
      throw new UsageError('--batch reads its questions from a file: leave the question away.');
    }
    if (values.batch !== undefined && values.why) {
      throw new UsageError('--why explains one question: leave --batch away.');
    }
    const config = readGeneralConfig(io.env);
    const { cluster, engine: usual } = config.search;
    return withMeaning(config, io, async (deep) => {
      const data = values.data ?? config.data;
      const knowledge = await openKnowledge({ data, engine: engine ?? usual, cluster, deep, now });
      try {
        return await answered(knowledge, deep);
      } finally {
        await knowledge.close();
      }
    });

    async function answered(knowledge: Knowledge, deep: DeepMeaning | null): Promise<number> {
      const problems = knowledge.problemsOpenTo(place);
      for (const line of problemLines({ problems })) io.stderr.write(`${line}\n`);
      await allPrepared(deep, knowledge.storiesOpenTo(place), io);
      const questionOf = (text: string, slug: string | null): Question => ({
        text,
        scope: { place, story: slug },
        earlier: [],
      });
      if (values.batch !== undefined) {
        return answerBatch(values.batch, io, (text, slug) => knowledge.ask(questionOf(text, slug ?? story)));
      }
      const question = questionOf(positionals.join(' '), story);
      const paper = paperOf(io, config.color);
      const write = <T>(value: T, text: (value: T) => string) =>
        io.stdout.write(`${values.json ? printableJson(value, 2) : text(value)}\n`);
      if (values.why) {
        const explanation = await knowledge.explain(question, WHY_MOST);
        write(explanation, (each) => whyText(each, paper));
        return exitCode(explanation);
      }
      const answer = await knowledge.ask(question);
      write(answer, (each) => renderReply(replyTo(each), paper));
      return exitCode(answer);
    }
  },
};

type Status = Pick<Answer, 'status'>;

function exitCode({ status, further }: Status & { readonly further: readonly Status[] }): 0 | 1 {
  return [{ status }, ...further].some((each) => each.status === 'answered') ? 0 : 1;
}

function clockAt(text: string | undefined): () => number {
  if (text === undefined) return Date.now;
  if (!z.iso.datetime({ offset: true }).safeParse(text).success) {
    throw new UsageError('--at should be a date and time with an offset, such as 2026-12-01T06:00:00Z.');
  }
  return () => Date.parse(text);
}

function placeOf(text: string | undefined): Place {
  const place = parsePlace(text ?? 'terminal');
  if (place === null) {
    throw new UsageError(
      '--place should be terminal, web, slack:WORKSPACE[/CHANNEL] or discord:SERVER[/CHANNEL].',
    );
  }
  return place;
}
