import { describe, expect, it } from 'vitest';
import { type Component, components } from '../../../preview/discord/components.ts';
import { COMPONENTS, STRANGE } from './shapes.ts';

const known = { names: {}, now: 0 };
const html = (...shown: readonly Component[]) => components(shown, known).html;

describe('components', () => {
  it('shows every kind that a message may hold', () => {
    const page = html(...COMPONENTS);
    expect(page).not.toContain('class="unknown"');
    for (const words of [
      'Light it',
      'Not now',
      'The lighthouse',
      'A story',
      'Select a channel',
      'tides.csv',
    ]) {
      expect(page).toContain(words);
    }
  });

  it('names a kind that it does not draw', () => {
    expect(html(STRANGE)).toContain('A component of the type 99 is not drawn here.');
  });

  it('gives a container a bar only where it has a colour', () => {
    expect(html({ type: 17, components: [] })).not.toContain('accent');
    expect(html({ type: 17, accent_color: 0xff, components: [] })).toContain('--accent:#0000ff');
  });

  it('disables what cannot be pressed', () => {
    const button = { type: 2, style: 2, custom_id: 'a', label: 'Later' } as const;
    const row = (disabled: boolean) => html({ type: 1, components: [{ ...button, disabled }] });
    expect(row(true)).toMatch(/<button[^>]* disabled/);
    expect(row(false)).not.toContain('disabled');
  });

  it('loads no picture from elsewhere, and says what it shows', () => {
    const page = html(...COMPONENTS);
    expect(page).not.toMatch(/<img|src=/);
    expect(page).toContain('aria-label="A lamp"');
  });
});
