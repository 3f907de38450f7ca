/** An invented story, long enough to be one. */
export const STORY = [
  'The harbour council of Vessby voted 7-4 on Tuesday night to close the east ferry, which had run since 1931.',
  '"We cannot keep a boat afloat on promises," said Marta Okoye, who chairs the council, after five hours.',
  'The ferry carried 212,000 passengers last year, down from 340,000 a decade ago, the port said.',
  'Its two crews, 18 people in all, will be offered work at the new bridge terminal.',
  'Opponents say that the bridge, which opens in March, adds 14 miles to the trip for the eastern shore.',
  'A last crossing is planned for the evening of June 30.',
];

export const HEADLINE = 'East ferry to close after 90 years';

export function paragraphs(texts: readonly string[] = STORY): string {
  return texts.map((text) => `<p>${text}</p>`).join('\n');
}

/** A page of an outlet with a menu and a footer; `head` and `body` are what a test is about. */
export function page(parts: { head?: string; body?: string; html?: string }): string {
  const { head = `<title>${HEADLINE}</title>`, body = article(paragraphs()), html = 'lang="en"' } = parts;
  return `<!doctype html><html ${html}><head>${head}</head><body>
    <nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>
    ${body}
    <footer><p>© 2024 The Vessby Courier</p><a href="/terms">Terms</a></footer></body></html>`;
}

export function article(content: string): string {
  return `<article><h1>${HEADLINE}</h1>${content}</article>`;
}

/** The story with something between its third and its fourth paragraph. */
export function around(piece: string): string {
  return page({ body: article(`${paragraphs(STORY.slice(0, 3))}${piece}${paragraphs(STORY.slice(3))}`) });
}

export function jsonLd(value: unknown): string {
  return `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;
}
