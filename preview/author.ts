import { el, type Html } from './html.ts';

/** Who writes. The initials and the colour stand for the picture. */
export interface Author {
  readonly name: string;
  readonly initials: string;
  /** A CSS colour on which white can be read. */
  readonly color: string;
  readonly app: boolean;
}

/** @returns what stands for somebody's picture; it has no name, as one stands beside it */
export function avatar({ initials, color }: Author, size: 'large' | 'small'): Html {
  return el(
    'span',
    { class: `avatar ${size}`, style: `background:${color}`, 'aria-hidden': 'true' },
    initials,
  );
}
