import { describe, expect, it } from 'vitest';
import { section, sectionsOf, withSection } from '../../bench/sections.ts';

const LEDGER = section('ledger', '## The ledger\n\nIt costs $& little.');
const CLUSTER = section('cluster', '## The cluster\n\nIt is large.');

describe('sections of the page that are written by themselves', () => {
  it('are put at its end, and take the place of an older one of their name only', () => {
    const page = [LEDGER, CLUSTER].reduce(withSection, '# Page\n');
    expect(page).toBe(`# Page\n\n${LEDGER}\n\n${CLUSTER}\n`);
    const newer = section('ledger', '## The ledger\n\nIt costs $1.');
    expect(withSection(page, newer)).toBe(`# Page\n\n${newer}\n\n${CLUSTER}\n`);
  });

  it('are kept when the rest of the page is written again', () => {
    const page = [LEDGER, CLUSTER].reduce(withSection, '# Page\n');
    expect(sectionsOf(page)).toEqual([LEDGER, CLUSTER]);
    expect(sectionsOf(page).reduce(withSection, '# New page\n')).toBe(
      `# New page\n\n${LEDGER}\n\n${CLUSTER}\n`,
    );
  });

  it('are none of a page without marks', () => {
    expect(sectionsOf('# Page\n')).toEqual([]);
  });
});
