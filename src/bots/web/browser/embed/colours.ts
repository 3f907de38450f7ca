/** Every pair that is read has a contrast of 4.5 and more, and every edge that tells something 3 and more. */
interface Palette {
  readonly scheme: 'light' | 'dark';
  readonly ink: string;
  /** Sources, and what is ours. */
  readonly soft: string;
  readonly paper: string;
  /** What is typed in. */
  readonly field: string;
  readonly edge: string;
  /** Between questions. */
  readonly rule: string;
  /** The sentence that answers, what is in focus, what is pointed at. */
  readonly mark: string;
  readonly warning: string;
}

export const LIGHT: Palette = {
  scheme: 'light',
  ink: '#1b1b1a',
  soft: '#575652',
  paper: '#f7f5f0',
  field: '#fff',
  edge: '#84817a',
  rule: '#d8d5cd',
  mark: '#175184',
  warning: '#9a2a1c',
};

export const DARK: Palette = {
  scheme: 'dark',
  ink: '#eceae5',
  soft: '#adaaa3',
  paper: '#1c1c1b',
  field: '#272726',
  edge: '#85827b',
  rule: '#3b3a38',
  mark: '#8cc0ee',
  warning: '#f19a8b',
};

/**
 * Colours stand in the rules themselves and in no variables: a page that registers a variable of that name (`@property`)
 * would change it within the shadow too.
 *
 * @param box selector of the box
 * @param palette its colours
 * @returns rules that hold nothing but colours
 */
export function coloursOf(box: string, palette: Palette): string {
  const { scheme, ink, soft, paper, field, edge, rule, mark, warning } = palette;
  return `
${box} { color-scheme: ${scheme}; border-color: ${ink}; background: ${paper}; color: ${ink}; }
${box} :focus-visible { outline-color: ${mark}; }
${box} :is(a, .again, .quiet, .suggestions button):hover { color: ${mark}; }
${box} :is(input, [role=listbox]) { border-color: ${edge}; background: ${field}; }
${box} :is(.ask, [role=option][aria-selected=true]) { border-color: ${ink}; background: ${ink}; color: ${paper}; }
${box} [role=option]:not([aria-selected=true]):hover { background: ${paper}; }
${box} .line::after { background: ${mark}; }
${box} :is(.foot, .note, .heading, figcaption) { color: ${soft}; }
${box} .again { color: ${ink}; }
${box}.failed .status { color: ${warning}; }
${box} .turn { border-color: ${rule}; }
${box} blockquote { border-color: ${edge}; }
${box} .lead blockquote { border-color: ${mark}; }
`;
}
