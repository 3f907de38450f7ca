/**
 * @param stated as a feed states its language: "en-us", "EN_us"
 * @returns the BCP 47 tag, or `null` where it is none
 */
export function languageTag(stated: string | undefined): string | null {
  const tag = stated?.trim().replaceAll('_', '-') ?? '';
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    // Not a tag after all: then no language is stated.
    return null;
  }
}
