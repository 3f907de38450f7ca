import type { AnswerStore } from '../ledger.ts';
import { answerOf, parsed } from '../rows.ts';
import { escaped, unescaped } from '../text.ts';
import type { Database, Row } from './database.ts';

/** @returns answers that stand in channels */
export function answerRows(database: Database): Pick<AnswerStore, 'quoting' | 'quoted'> {
  return {
    async quoting(story, article) {
      const rows = database.all(
        `SELECT answers.* FROM answer_quotes JOIN answers USING (bot, channel, message)
        WHERE answer_quotes.story = ? AND answer_quotes.article = ? ORDER BY answers.at, answers.rowid`,
        escaped(story),
        escaped(article),
      );
      return rows.map(answerIn).filter((answer) => answer !== null);
    },

    async quoted() {
      return database.all('SELECT DISTINCT story, article FROM answer_quotes').flatMap((row) => {
        const [story, article] = [unescaped(row.story), unescaped(row.article)];
        return story === null || article === null ? [] : [{ story, article }];
      });
    },
  };
}

function answerIn({ bot, channel, message, workspace, at, place, asking, view, quotes }: Row) {
  return answerOf({
    bot,
    channel: unescaped(channel),
    message: unescaped(message),
    workspace: unescaped(workspace),
    at,
    place: unescaped(place),
    asking: unescaped(asking),
    view: unescaped(view),
    quotes: parsed(quotes),
  });
}
