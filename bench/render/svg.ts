/** Where something is drawn, in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Colours for light and for dark pages. The card has a ground of its own, so that the picture can be read even
 * where a page is dark and the system is light. Blue, orange, grey and what is nearly the colour of the text stay apart
 * for those who see few colours.
 */
const STYLE = `
  .card { fill: #ffffff; stroke: #d0d7de }
  text { font: 13px system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; fill: #1f2328 }
  .title { font-size: 15px; font-weight: 600 }
  .faint { fill: #59636e; font-size: 12px }
  .own { font-weight: 600 }
  .end { text-anchor: end }
  .middle { text-anchor: middle }
  .grid { stroke: #d8dee4; stroke-width: 1 }
  .bar { fill: #a8b3bf }
  .bar.own { fill: #0969da }
  .dot { fill: #ffffff; stroke: #424a53; stroke-width: 2 }
  .line { fill: none; stroke-width: 2.5 }
  .c0 { stroke: #0969da } .c1 { stroke: #bc4c00 } .c2 { stroke: #6e7781 } .c3 { stroke: #1f2328 }
  .p0 { fill: #0969da } .p1 { fill: #bc4c00 } .p2 { fill: #6e7781 } .p3 { fill: #1f2328 }
  .dashed { stroke-dasharray: 2 5; stroke-width: 2 }
  @media (prefers-color-scheme: dark) {
    .card { fill: #0d1117; stroke: #3d444d }
    text { fill: #f0f6fc }
    .faint { fill: #9198a1 }
    .grid { stroke: #2a313c }
    .bar { fill: #656c76 }
    .bar.own { fill: #4493f8 }
    .dot { fill: #0d1117; stroke: #d1d7e0 }
    .c0 { stroke: #4493f8 } .c1 { stroke: #f0883e } .c2 { stroke: #8b949e } .c3 { stroke: #f0f6fc }
    .p0 { fill: #4493f8 } .p1 { fill: #f0883e } .p2 { fill: #8b949e } .p3 { fill: #f0f6fc }
  }`;

/**
 * @param size of the picture
 * @param described what it shows, for those who do not see it
 * @param elements what stands on it
 * @returns the picture, as a file
 */
export function card(
  { width, height }: Pick<Box, 'width' | 'height'>,
  described: string,
  elements: readonly string[],
): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(described)}">
<style>${STYLE}
</style>
${[block({ x: 0.5, y: 0.5, width: width - 1, height: height - 1 }, 'card'), ...elements].join('\n')}
</svg>
`;
}

/** @returns a line of text whose baseline starts at a place; `classes` also say which end is there */
export function label(x: number, y: number, text: string, classes = ''): string {
  return `<text x="${fixed(x)}" y="${fixed(y)}"${classOf(classes)}>${escaped(text)}</text>`;
}

/** @returns a straight line */
export function stroke(x1: number, y1: number, x2: number, y2: number, classes: string): string {
  return `<line x1="${fixed(x1)}" y1="${fixed(y1)}" x2="${fixed(x2)}" y2="${fixed(y2)}"${classOf(classes)}/>`;
}

/** @returns a rectangle with slightly rounded corners */
export function block({ x, y, width, height }: Box, classes: string): string {
  return `<rect x="${fixed(x)}" y="${fixed(y)}" width="${fixed(width)}" height="${fixed(height)}" rx="2"${classOf(classes)}/>`;
}

/** @returns a circle */
export function dot(x: number, y: number, radius: number, classes: string): string {
  return `<circle cx="${fixed(x)}" cy="${fixed(y)}" r="${radius}"${classOf(classes)}/>`;
}

/** @returns a line through points, in order */
export function path(points: readonly (readonly [number, number])[], classes: string): string {
  const through = points.map(([x, y]) => `${fixed(x)},${fixed(y)}`).join(' ');
  return `<polyline points="${through}"${classOf(classes)}/>`;
}

/** @returns a text as it stands in XML */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function classOf(classes: string): string {
  return classes === '' ? '' : ` class="${classes}"`;
}

/** A tenth of a pixel is more than anybody sees. */
function fixed(value: number): string {
  return String(Math.round(value * 10) / 10);
}
