/** Over what readers wrote: "Comments", "12 comments", "Readers' comments (3)". */
const HEADING =
  /^(?:(?:reader|readers['’]|user|top|latest|all|view)? ?comments?(?: ?[([]\d+[)\]])?|\d+ (?:comments?|responses?|replies|thoughts? on\b.{0,80})|(?:join|start) the (?:conversation|discussion)|discussion|responses)\s*:?$/i;
/** What stands around a reader's words. */
const SIGN =
  /^(?:repl(?:y|ies)|report(?: (?:abuse|comment))?|flag|like|likes|upvote|quote|permalink|\d+ (?:likes?|repl(?:y|ies)|points?)|.{1,40} (?:says|writes|wrote|said)\s*:|.{0,40}\b\d+ (?:second|minute|hour|day|week|month|year)s? ago|.{3,30}\b\d{4},? (?:at )?\d{1,2}:\d\d(?: ?[ap]\.?m\.?)?.{0,12}|(?:posted|commented) by .{1,40}|(?:reply|like|share|report)(?:[\s•·|]+(?:reply|like|share|report|\d+))+)$/i;

/**
 * Where the readers' part begins. A heading alone is a link to it; it is a section when names, times or
 * "Reply" follow, or when it counts comments and nothing after it reads like a report.
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
  const lastStory = paragraphs.findLastIndex(isReport);
  const at = paragraphs.findIndex((paragraph, index) => {
    if (paragraph.length > 60 || !HEADING.test(paragraph)) return false;
    const after = total - (signs[index + 1] ?? 0);
    if (
      /\d/.test(paragraph) &&
      index > lastStory &&
      areComments(paragraphs.slice(index + 1, index + 1 + SAMPLE))
    )
      return true;
    return after >= 2 || (after === 1 && paragraphs.length - index < 6);
  });
  return at === -1 ? paragraphs.length : at;
}

/** A name or a handle, alone or before a colon, which is all that a plain list of comments has. */
const WRITER = /^[^\s:.][^:.]{0,29}: \S|^[\p{L}\p{N}_-]+(?: [\p{L}\p{N}_.-]+){0,2}$/u;

/** So many tell what the rest is, which keeps the time linear. */
const SAMPLE = 30;

/** Whether what follows a heading that counts comments is comments: signed from the first line on, none of it a report. */
function areComments(after: readonly string[]): boolean {
  const signed = after.filter((text) => WRITER.test(text)).length;
  return WRITER.test(after[0] ?? '') && signed * 3 >= after.length;
}

/** A writer's sentence, as far as its form tells: some length, nobody's name before a colon, no "I" and "you". */
function isReport(text: string): boolean {
  return (
    text.length >= 60 &&
    /[.!?]["”’)]*$/.test(text) &&
    /^[\p{Lu}\p{N}“"‘']/u.test(text) &&
    !/^[^:.]{1,30}: /.test(text) &&
    !/!{2,}|\b(?:I|I['’]\w+|you|your|my|lol)\b/.test(
      text.replace(/“(?<!“[^“”"]*“)[^”"]*[”"]|"[^”"]*[”"]/g, ''),
    )
  );
}
