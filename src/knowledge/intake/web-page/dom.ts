import { parseHTML } from 'linkedom';
import { checkMarkup, tooLarge } from './bounds.ts';

/** What is used of the document's nodes: `linkedom`'s own types need a browser's library. */
export interface PageNode {
  readonly nodeType: number;
  readonly parentNode: PageElement | null;
  readonly nextSibling: PageNode | null;
  textContent: string;
  remove(): void;
}

export interface PageElement extends PageNode {
  /** Upper case. */
  readonly tagName: string;
  readonly firstChild: PageNode | null;
  readonly previousElementSibling: PageElement | null;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  appendChild(node: PageNode): void;
  insertBefore(node: PageNode, before: PageNode | null): void;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

interface PageDocument extends PageElement {
  /** A doctype has no `nextSibling` in linkedom. */
  readonly childNodes: Iterable<PageNode>;
  createElement(tag: string): PageElement;
}

/** A page with exactly one `html`, `head` and `body`. */
export interface Page {
  readonly document: PageDocument;
  readonly root: PageElement;
  readonly body: PageElement;
}

/**
 * Browsers cut nesting at 512, and pages have some 60 levels at most. Scoring goes up from each level to the top
 * and reads all that is below: what is much deeper was made to break readers. It also keeps the walks, which call
 * themselves once a level, far from the end of the stack.
 */
const DEEPEST = 250;
/** Counted without scripts on pages of 130 sites: none has more than 9,000. So many links take some five seconds. */
const MOST_ELEMENTS = 25_000;
/** The parser makes a node of each "<", whether it is a tag or not. */
const MOST_TAGS = 400_000;
/** Characters times the levels above them, which is what scoring reads: a long page's are 30 million. */
const MOST_READING = 200_000_000;
/** Characters times the pairs of levels above them: within each box scoring reads each box. Two nanoseconds each. */
const MOST_SCORING = 3_000_000_000;
/** In UTF-16 code units: what is longer holds a picture. */
const LONGEST_STYLE = 2_000;
/** As many characters as an element counts: what stands around it is asked for its names again and again. */
const ELEMENT_READING = 100;

/**
 * @param html a page or a fragment of one, however broken
 * @returns its document, repaired as browsers do where the story depends on it
 * @throws IntakeError `too-large` for a page that no outlet would send
 */
export function parsePage(html: string): Page {
  if ((html.match(/</g)?.length ?? 0) > MOST_TAGS) throw tooLarge();
  checkMarkup(html);
  const document = parseHTML(html).document as unknown as PageDocument;
  const page = withSkeleton(document);
  removeUnseen(page);
  checkSize(page.root);
  for (const element of descendants(page.root)) lowerAttributes(element);
  return page;
}

export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === 1;
}

export function isText(node: PageNode): boolean {
  return node.nodeType === 3;
}

/** Every element under this one, in the page's order; taken before anything is changed. */
export function descendants(root: PageElement): PageElement[] {
  return [...root.querySelectorAll('*')];
}

export function childrenOf(parent: PageElement): PageNode[] {
  const children: PageNode[] = [];
  for (let child = parent.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

/** This element and those around it, innermost first. */
export function* around(element: PageElement): Generator<PageElement> {
  for (let at: PageElement | null = element; at !== null && isElement(at); at = at.parentNode) yield at;
}

const OF_HEAD = new Set(['TITLE', 'META', 'LINK', 'BASE', 'SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE']);

/** linkedom builds what is written: tags left out, closed early or written twice are put right here. */
function withSkeleton(document: PageDocument): Page {
  const root = document.createElement('html');
  const head = document.createElement('head');
  const body = document.createElement('body');
  const place = (node: PageNode, inBody: boolean): boolean => {
    if (!isElement(node)) {
      const content = inBody || (isText(node) && node.textContent.trim() !== '');
      (content ? body : head).appendChild(node);
      return content;
    }
    if (node.tagName === 'HTML' || node.tagName === 'HEAD' || node.tagName === 'BODY') {
      copyAttributes(node, node.tagName === 'HTML' ? root : node.tagName === 'HEAD' ? head : body);
      let content = inBody || node.tagName === 'BODY';
      for (const child of childrenOf(node)) content = place(child, content);
      return content;
    }
    const content = inBody || !OF_HEAD.has(node.tagName);
    (content ? body : head).appendChild(node);
    return content;
  };
  const nodes = [...document.childNodes].filter((node) => isElement(node) || isText(node));
  for (const node of nodes) node.remove();
  let inBody = false;
  for (const node of nodes) inBody = place(node, inBody);
  root.appendChild(head);
  root.appendChild(body);
  document.appendChild(root);
  return { document, root, body };
}

function copyAttributes(from: PageElement, to: PageElement): void {
  for (const { name, value } of from.attributes) {
    // The whole page is never hidden: a script would have shown it.
    if (name.toLowerCase() !== 'style' && to.getAttribute(name) === null) to.setAttribute(name, value);
  }
}

function lowerAttributes(element: PageElement): void {
  for (const { name, value } of [...element.attributes]) {
    const lower = name.toLowerCase();
    // Styles are divided by a pattern that tries each run of spaces again and again.
    const kept = lower === 'style' ? value.replace(/\s+/g, ' ').slice(0, LONGEST_STYLE) : value;
    if (lower === name && kept === value) continue;
    element.removeAttribute(name);
    if (element.getAttribute(lower) === null) element.setAttribute(lower, kept);
  }
}

function checkSize(root: PageElement): void {
  let elements = 0;
  let reading = 0;
  let scoring = 0;
  // Each round is one level, so that depth costs no stack.
  let level: PageElement[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    elements += level.length;
    reading += level.length * depth * ELEMENT_READING;
    const below: PageElement[] = [];
    for (const child of level.flatMap((element) => childrenOf(element))) {
      if (isElement(child)) below.push(child);
      else if (isText(child)) {
        reading += child.textContent.length * depth;
        scoring += child.textContent.length * depth ** 2;
      }
    }
    const isMuch = elements > MOST_ELEMENTS || reading > MOST_READING || scoring > MOST_SCORING;
    if (depth > DEEPEST || isMuch) throw tooLarge();
    level = below;
  }
}

/** JSON-LD stays, for the details. */
const UNSEEN =
  'script:not([type*="json"]),style,noscript,svg,template:not([shadowrootmode]),iframe,object,canvas,dialog';

function removeUnseen({ root, body }: Page): void {
  for (const element of [...root.querySelectorAll(UNSEEN)]) element.remove();
  // A component's own tree is shown in its place.
  for (const template of [...body.querySelectorAll('template[shadowrootmode]')]) {
    for (const child of childrenOf(template)) template.parentNode?.insertBefore(child, template);
    template.remove();
  }
}
