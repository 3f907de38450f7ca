import { type Html, html } from '../../../../html.ts';
import type { Story } from '../../../../knowledge/index.ts';
import { type FieldName, STATED, type Typed, type Wrong } from './typed.ts';

/** Stands under the title. */
export const LEAD = html`Paste a text or an address. Nothing is saved before you have seen it cleaned.`;

interface Shown {
  readonly typed: Typed;
  readonly wrong: Wrong;
  readonly stories: readonly Pick<Story, 'slug' | 'title'>[];
}

/** Slugs that a browser offers; any other can be typed. */
const OFFERED = 300;

const LABELS: Readonly<Record<FieldName, string>> = {
  material: 'Text, or address of a page',
  story: 'Story',
  outlet: 'Outlet',
  headline: 'Headline',
  byline: 'Byline',
  published: 'Published',
  url: 'Address of the article',
  kind: 'Kind',
  language: 'Language',
};

const HINTS: Partial<Record<FieldName, string>> = {
  material: 'Plain text, Markdown, HTML or a transcript; or one address, which is fetched.',
  story:
    'The slug of a story, which is made when it is new. Empty: where the article is already, or one named by it.',
  published: 'A date or a date and time, such as 2026-11-25 or 2026-11-25T14:05:00-05:00.',
  language: 'A tag such as en or pt-BR.',
};

/**
 * @param shown what was typed, what is wrong with it, and the stories there are
 * @returns the form, with what was typed in it
 */
export function formHtml({ typed, wrong, stories }: Shown): Html {
  const { fields, keepCaptions, page } = typed;
  const field = (name: FieldName, attributes: Html) => inputHtml(name, fields[name], wrong[name], attributes);
  const isOpen = STATED.some((name) => fields[name] !== '' || wrong[name] !== undefined);
  const offered = stories
    .slice(0, OFFERED)
    .map(({ slug, title }) => html`<option value="${slug}">${title}</option>`);
  return html`${wrongHtml(wrong)}<form class="add" method="post" action="/desk/add/preview" enctype="multipart/form-data">
<input type="hidden" name="page" value="${page}">
<div class="field">${labelHtml('material', wrong.material)}
<textarea id="material" name="material" rows="12" required${describedBy('material', wrong.material)}>
${fields.material}</textarea>${hintHtml('material')}</div>
<div class="beside">
${field('story', html` list="stories" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="100"`)}
<datalist id="stories">${offered}</datalist>
<div class="check"><input type="checkbox" id="captions" name="captions" value="yes"${keepCaptions ? html` checked` : html``}><label for="captions">Keep captions, as captions</label></div>
<details class="stated"${isOpen ? html` open` : html``}><summary>State what the text does not say</summary>
<p class="hint">What you state here wins over what the text says. Leave empty what it says itself.</p>
<div class="fields">
${field('outlet', html` maxlength="1000"`)}
${field('headline', html` maxlength="1000"`)}
${field('byline', html` maxlength="1000"`)}
${field('published', html` maxlength="40" spellcheck="false"`)}
${field('url', html` type="url" maxlength="2000" spellcheck="false"`)}
${kindHtml(fields.kind, wrong.kind)}
${field('language', html` maxlength="40" spellcheck="false" autocapitalize="none"`)}
</div></details>
<div class="send"><button class="button">Show it cleaned</button></div>
</div></form>`;
}

function wrongHtml(wrong: Wrong): Html {
  const names = Object.keys(wrong) as FieldName[];
  if (names.length === 0) return html``;
  const items = names.map(
    (name) => html`<li><a href="#${name}">${LABELS[name]}</a>: ${wrong[name] ?? ''}</li>`,
  );
  return html`<div class="wrong" role="alert"><h2>Nothing was saved</h2><ul>${items}</ul></div>`;
}

function inputHtml(name: FieldName, value: string, wrong: string | undefined, attributes: Html): Html {
  return html`<div class="field">${labelHtml(name, wrong)}
<input id="${name}" name="${name}" value="${value}"${attributes}${describedBy(name, wrong)}>${hintHtml(name)}</div>`;
}

function kindHtml(value: string, wrong: string | undefined): Html {
  const options = [
    ['', 'As it looks'],
    ['report', 'Report'],
    ['transcript', 'Transcript'],
    ['digest', 'Digest: our own words about the reporting of the outlet'],
  ] as const;
  const chosen = (option: string) => (option === value ? html` selected` : html``);
  const items = options.map(
    ([option, words]) => html`<option value="${option}"${chosen(option)}>${words}</option>`,
  );
  return html`<div class="field">${labelHtml('kind', wrong)}
<select id="kind" name="kind"${describedBy('kind', wrong)}>${items}</select></div>`;
}

function labelHtml(name: FieldName, wrong: string | undefined): Html {
  return html`<label for="${name}">${LABELS[name]}</label>
${wrong === undefined ? html`` : html`<p class="error" id="${name}-error">${wrong}</p>`}`;
}

function hintHtml(name: FieldName): Html {
  const hint = HINTS[name];
  return hint === undefined ? html`` : html`\n<p class="hint" id="${name}-hint">${hint}</p>`;
}

function describedBy(name: FieldName, wrong: string | undefined): Html {
  const ids = [
    ...(wrong === undefined ? [] : [`${name}-error`]),
    ...(HINTS[name] === undefined ? [] : [`${name}-hint`]),
  ];
  const invalid = wrong === undefined ? html`` : html` aria-invalid="true"`;
  return ids.length === 0 ? invalid : html`${invalid} aria-describedby="${ids.join(' ')}"`;
}
