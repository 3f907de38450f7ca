import type { KnownBlock, RichTextSection } from '@slack/types';
import type { Summary } from '../../../report/summary.ts';
import { oneLine } from '../../text.ts';
import { LIMITS } from '../limits.ts';
import { textElement } from './emphasis.ts';
import type { Part } from './parts.ts';
import { escaped } from './text.ts';

/** What a list in rich text costs besides its words; 3,000 is what a text object may hold, and a line is far from it. */
const LINE = 300;

/**
 * What the desk is told every week: what was asked, and what no story answered.
 *
 * @param summary the most important lines of the report
 * @returns a message, in which nothing that anybody wrote can notify anyone
 */
export function weeklyMessage({ title, lines }: Summary): Part {
  const heading = oneLine(title, LIMITS.header);
  const elements = lines.map(({ text, quoted }): RichTextSection => {
    const words = [textElement(quoted === null ? text : `${text} `, false)];
    const theirs = oneLine(quoted ?? '', LINE);
    return {
      type: 'rich_text_section',
      elements: theirs === '' ? words : [...words, textElement(theirs, true)],
    };
  });
  const blocks: KnownBlock[] = [
    { type: 'header', text: { type: 'plain_text', text: heading, emoji: false } },
    { type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements }] },
  ];
  const said = lines.map(
    ({ text, quoted }) => `• ${text}${quoted === null ? '' : ` ${oneLine(quoted, LINE)}`}`,
  );
  const text = escaped([heading, ...said].join('\n'));
  return { blocks, text, plain: text };
}
