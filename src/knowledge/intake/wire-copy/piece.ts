import type { LeftOutReason } from '../draft.ts';
import type { CaptionForm } from './caption.ts';
import type { CreditForm } from './credit.ts';

/** What a paragraph is. */
export type Label = 'story' | LeftOutReason;

/** A paragraph with what its own form says. */
export interface Piece {
  readonly text: string;
  readonly caption: CaptionForm;
  readonly credit: CreditForm | null;
  readonly inline: CreditForm | null;
  readonly personName: boolean;
  readonly dateline: boolean;
  /** What it is by its own form. */
  readonly own: Label;
}

/** Captions that only their form tells are shorter than this, in UTF-16 code units. */
export const LONG = 220;
