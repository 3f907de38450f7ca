import type { RichTextText } from '@slack/types';
import type { Quote, Span } from '../../../knowledge/index.ts';
import { wellFormed } from '../../text.ts';

/** The words of a quote, which rich text shows letter for letter; the emphasised ones bold. */
export function emphasised({ text, emphasis }: Quote): RichTextText[] {
  const sound = wellFormed(text);
  const pieces: RichTextText[] = [];
  let at = 0;
  const upTo = (end: number, bold: boolean) => {
    if (end > at) pieces.push(textElement(sound.slice(at, end), bold));
    at = Math.max(at, end);
  };
  for (const span of [...emphasis].sort((a, b) => a.start - b.start)) {
    const { start, end } = inside(span, sound);
    if (start < at || end <= start) continue;
    upTo(start, false);
    upTo(end, true);
  }
  upTo(sound.length, false);
  return pieces;
}

/** A span that lies within the text and parts no surrogate pair. */
function inside({ start, end }: Span, text: string): Span {
  const place = (offset: number) => {
    const within = Math.max(0, Math.min(Math.trunc(offset) || 0, text.length));
    return /[\uDC00-\uDFFF]/.test(text.charAt(within)) ? within - 1 : within;
  };
  return { start: place(start), end: place(end) };
}

/** @returns a piece of rich text */
export function textElement(text: string, bold: boolean): RichTextText {
  return bold ? { type: 'text', text, style: { bold: true } } : { type: 'text', text };
}
