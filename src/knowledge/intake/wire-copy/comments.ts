/** Over what readers wrote: "Comments", "12 comments", "Readers' comments (3)". */
const HEADING =
  /^(?:(?:reader|readers['’]|user|top|latest|all|view)? ?comments?(?: ?[([]\d+[)\]])?|\d+ (?:comments?|responses?|replies|thoughts? on\b.{0,80})|(?:join|start) the (?:conversation|discussion)|discussion|responses)\s*:?$/i;
/** What stands around a reader's words. */
const SIGN =
  /^(?:repl(?:y|ies)|report(?: (?:abuse|comment))?|flag|like|likes|upvote|quote|permalink|\d+ (?:likes?|repl(?:y|ies)|points?)|.{1,40} (?:says|writes|wrote|said)\s*:|.{0,40}\b\d+ (?:second|minute|hour|day|week|month|year)s? ago|.{3,30}\b\d{4},? (?:at )?\d{1,2}:\d\d(?: ?[ap]\.?m\.?)?.{0,12}|(?:posted|commented) by .{1,40}|(?:reply|like|share|report)(?:[\s•·|]+(?:reply|like|share|report|\d+))+)$/i;

/**
 * Where the readers' part begins. A heading alone is a link to it; it is a section when names, times or
 * "Reply" follow.
 *
 * @param paragraphs in order
 * @returns the index of the heading, or the number of paragraphs when there is no such part
 */
export function commentsStart(paragraphs: readonly string[]): number {
  const signs: number[] = [0];
  for (const paragraph of paragraphs) {
    signs.push((signs[signs.length - 1] ?? 0) + (paragraph.length < 90 && SIGN.test(paragraph) ? 1 : 0));
  }
  const total = signs[paragraphs.length] ?? 0;
  const at = paragraphs.findIndex((paragraph, index) => {
    if (paragraph.length > 60 || !HEADING.test(paragraph)) return false;
    const after = total - (signs[index + 1] ?? 0);
    return after >= 2 || (after === 1 && paragraphs.length - index < 6);
  });
  return at === -1 ? paragraphs.length : at;
}
