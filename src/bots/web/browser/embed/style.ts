import { coloursOf, DARK, LIGHT } from './colours.ts';

const SERIF =
  "Charter, 'Bitstream Charter', 'Iowan Old Style', 'Palatino Linotype', Georgia, Cambria, 'Noto Serif', serif";
const SANS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** Lengths are in px, as a page sets what a rem is. The reader's own zoom enlarges them all the same. */
const LAYOUT = `
*, ::before, ::after { box-sizing: border-box; }
[hidden] { display: none !important; }
.box {
  position: relative; padding: 20px clamp(14px, 4%, 28px) 14px; border-top: 3px solid;
  font: 400 15px/22px ${SANS}; text-align: start; overflow-wrap: anywhere;
  -webkit-user-select: text; user-select: text; -webkit-text-size-adjust: 100%; text-size-adjust: 100%;
}
p, ul, figure, blockquote { margin: 0; padding: 0; }
ul { list-style: none; }
a, .again, .quiet, .suggestions button {
  text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 3px;
}
a { color: inherit; }
button, input { margin: 0; font: inherit; color: inherit; }
button { cursor: pointer; }
:focus-visible { outline: 2px solid; outline-offset: 2px; }

label, .asked { display: block; font-size: 17px; line-height: 24px; font-weight: 650; }
label { margin-bottom: 8px; }
.line { position: relative; display: flex; flex-wrap: wrap; gap: 8px; max-width: 640px; }
input {
  flex: 1 1 150px; min-width: 0; height: 44px; padding: 0 12px; border: 1px solid; border-radius: 3px;
  font-size: 16px;
}
input:focus-visible { outline-offset: -1px; }
.ask { height: 44px; padding: 0 20px; border: 1px solid; border-radius: 3px; font-weight: 600; }
[role=listbox] {
  position: absolute; z-index: 1000; top: 48px; inset-inline: 0; padding: 4px 0; border: 1px solid;
  border-radius: 3px; box-shadow: 0 6px 18px rgb(0 0 0 / .16);
}
[role=option] { padding: 9px 12px; cursor: pointer; }

.looking .line::after {
  content: ''; position: absolute; bottom: -5px; inset-inline-start: 0; width: 25%; height: 2px;
  animation: looking 1.4s ease-in-out infinite alternate;
}
@keyframes looking { to { inset-inline-start: 75%; } }

.foot {
  display: flex; flex-wrap: wrap; gap: 0 14px; align-items: baseline; margin-top: 12px;
  font-size: 13px; line-height: 24px;
}
.status:empty { margin-inline-end: -14px; }
.failed .status, .again { font-size: 15px; }
.again, .quiet, .suggestions button { min-height: 24px; padding: 0; border: 0; background: none; text-align: start; }
.again { font-weight: 600; }
.quiet { margin-inline-start: auto; }

.turn { margin-bottom: 20px; padding-bottom: 20px; border-bottom: 1px solid; }
.asked { margin-bottom: 10px; }
.asked:not(:first-child) { margin-top: 24px; }
.sentence { max-width: 640px; font-size: 17px; line-height: 26px; }
.note { max-width: 640px; margin-top: 10px; font-size: 13px; line-height: 20px; }
.heading { margin: 18px 0 8px; font-size: 14px; line-height: 20px; }
.quotes { display: flex; flex-wrap: wrap; gap: 16px 28px; }
.nearest .quotes { display: grid; }
figure { flex: 1 1 220px; min-width: 0; max-width: 640px; }
blockquote { padding-inline-start: 12px; border-inline-start: 1px solid; font: 400 17px/26px ${SERIF}; }
.lead blockquote { padding-inline-start: 16px; border-inline-start-width: 3px; font-size: 20px; line-height: 30px; }
strong { font-weight: 700; }
figcaption { margin-top: 6px; padding-inline-start: 13px; font-size: 13px; line-height: 20px; }
figcaption span { white-space: nowrap; }
.lead figcaption { margin-top: 10px; padding-inline-start: 19px; }
.suggestions ul { display: grid; gap: 4px; }
.suggestions button { min-height: 28px; }
`;

/** Comes after the colours, which it changes for those who need it. */
const NEEDS = `
@media (prefers-reduced-motion: reduce) { .looking .line::after { width: 100%; animation: none; } }
@media (forced-colors: active) {
  .box .line::after { background: Highlight; }
  .box [role=option][aria-selected=true] { outline: 2px solid Highlight; outline-offset: -2px; }
}
@media print { form, .foot, .suggestions { display: none; } }
`;

/**
 * The widget's styles. Nothing asks how wide the window is: in a column at the side the box is as narrow as on a phone,
 * and what stands side by side wraps.
 */
export const STYLE = [
  LAYOUT,
  coloursOf('.box', LIGHT),
  `@media (prefers-color-scheme: dark) {${coloursOf('.auto', DARK)}}`,
  coloursOf('.dark', DARK),
  NEEDS,
].join('');
