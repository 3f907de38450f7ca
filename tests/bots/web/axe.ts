import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core tells, as far as it is shown. */
interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const RUN = `axe.run(document, { runOnly: ${JSON.stringify(TAGS)} }).then(({ violations }) => violations)`;

/**
 * Looks for what keeps people out: WCAG 2.2 A and AA, and axe's best practices. The page's own policy stays as it is:
 * the script is evaluated by the debugger and not by the page.
 *
 * @param tab a page
 * @returns a line for everything that it finds
 */
export async function barriers(tab: Page): Promise<readonly string[]> {
  await tab.evaluate(SOURCE);
  const violations: readonly Violation[] = await tab.evaluate(RUN);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html} ${failureSummary}`),
  );
}
