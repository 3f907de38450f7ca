import type { KnownBlock } from '@slack/types';
import type { Article } from '../../../knowledge/index.ts';
import { sourceLine } from '../../source-line.ts';
import { oneLine } from '../../text.ts';
import { SHOWN } from '../limits.ts';
import { textElement } from './emphasis.ts';
import { LINKS } from './messages.ts';
import { sourceText } from './source-context.ts';

/**
 * What stands under a link to an article: its headline, where and when it appeared, and what it answers.
 *
 * @param article the article
 * @param questions questions that it answers
 * @returns blocks
 */
export function unfurlBlocks(article: Article, questions: readonly string[]): KnownBlock[] {
  const headline = oneLine(article.headline ?? '', SHOWN.headline);
  const citation = {
    ...article,
    article: article.id,
    headline: null,
    speaker: null,
    turn: null,
    caption: false,
    link: null,
  };
  const source = sourceText(sourceLine({ citation, also: [], newest: false }));
  const asked = questions.map((question) => oneLine(question, SHOWN.question)).filter((line) => line !== '');
  const list = asked.map((question) => ({
    type: 'rich_text_section' as const,
    elements: [textElement(question, false)],
  }));
  const title = headline === '' ? [] : [textElement(headline, true)];
  const heading = textElement(`${headline === '' ? '' : '\n'}${LINKS.answers}`, false);
  const elements = asked.length === 0 ? title : [...title, heading];
  return [
    ...(elements.length === 0
      ? []
      : [
          {
            type: 'rich_text' as const,
            elements: [
              { type: 'rich_text_section' as const, elements },
              ...(list.length === 0
                ? []
                : [{ type: 'rich_text_list' as const, style: 'bullet' as const, elements: list }]),
            ],
          },
        ]),
    ...(source === ''
      ? []
      : [
          {
            type: 'context' as const,
            elements: [{ type: 'plain_text' as const, text: source, emoji: false }],
          },
        ]),
  ];
}
