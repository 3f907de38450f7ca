/** Light or dark, as a person has set it. */
export type Theme = 'light' | 'dark';

export const THEMES: readonly Theme[] = ['light', 'dark'];

/** Colours by name, the same names in each theme. */
export type Palettes<Name extends string> = Readonly<Record<Theme, Readonly<Record<Name, string>>>>;

/** @returns CSS that gives each theme's colours their names */
export function paletteCss(palettes: Palettes<string>): string {
  return Object.entries(palettes)
    .map(([theme, colors]) => {
      const named = Object.entries(colors).map(([name, value]) => `--${name}:${value}`);
      return `.${theme}{color-scheme:${theme};${named.join(';')}}`;
    })
    .join('\n');
}
