/**
 * @param tag any text
 * @returns the BCP 47 tag in its usual form, or `null` where it is none
 */
export function canonicalTag(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/**
 * @param stated as pages and feeds state their language: "en-us", "EN_us"
 * @returns the BCP 47 tag, or `null` where no language is stated
 */
export function languageTag(stated: string | null | undefined): string | null {
  const tag = stated?.trim().replaceAll('_', '-') ?? '';
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) ? canonicalTag(tag) : null;
}
