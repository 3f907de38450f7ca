/** What wires send before a report: "BC-US--Ferry, 1st Ld", "URGENT", "000_34ZZ9 FRA /TR12". */
const SLUG =
  /^(?:BC-[A-Z]{2,3}-.{2,70}|[A-Z]{2,3}(?:-[A-Z]{2,3})?--?\S+--?\S.{0,60}|urgent|bulletin|(?:ap )?news ?alert|\((?:adds|updates|corrects|recasts|repeats|refiles|changes|new throughout)\b[^()]{3,80}\)|(?=\S*\d)[^\s_]*_\S*(?: [A-Z0-9/_-]+){0,5})$/i;
/** "FOR IMMEDIATE RELEASE", "EMBARGOED UNTIL 06:00 GMT". */
const RELEASE =
  /^(?:(?:for )?immediate release|(?:press|news|media) release|(?:for release|strictly )?(?:under )?embargo(?:ed)?(?:[: ]+(?:until|till|to|for)\b.{1,60})?|not for (?:release|publication|broadcast)\b.{0,60}|for release\b.{0,60})\s*:?$/i;
/** The kind of piece it is, over the headline. */
const KIND =
  /^(?:obituar(?:y|ies)|(?:news )?analysis|opinion|op-ed|commentary|comment|column|editorial|leader|letters?(?: to the editor)?|review|interview|q ?& ?a|profile|features?|long ?reads?|the long read|explainer|explained|fact[- ]check|special report|exclusive|breaking(?: news)?|developing(?: story)?|just in|live(?: blog| updates)?|updated?|investigation|first person|essay|(?:from )?(?:staff|wire|news service)(?: and wire)? reports?|summary|key (?:points|events|takeaways)|at a glance|in brief)\s*[:|]?$/i;
/** The part of the paper it is from. */
const SECTION =
  /^(?:(?:local|world|national|international|regional|business|sports?) )?news$|^(?:world|local|national|international|politics|business|companies|economy|finance|markets|sports?|football|cricket|rugby|basketball|baseball|hockey|crime|courts?|education|health|science|technology|tech|environment|climate|travel|food(?: & drink)?|arts(?: & culture)?|culture|entertainment|lifestyle|life|weather|property|real estate|media|society|community|religion|theat(?:re|er)|music|film|books)$/i;

/**
 * @param text a line from above the story
 * @returns whether it says what kind of piece follows, or when it may appear, and nothing of what it is about
 */
export function isKicker(text: string): boolean {
  return text.length <= 90 && [SLUG, RELEASE, KIND, SECTION].some((form) => form.test(text));
}

/** The second page of a report: "BC-US--Ferry, 1st Add". */
const TAKE = /^BC-[A-Z]{2,3}--?\S.{0,60}$/;

/**
 * @param text a paragraph
 * @returns whether it is a wire's name for a report or a page of one, wherever it stands
 */
export function isSlug(text: string): boolean {
  return TAKE.test(text);
}
