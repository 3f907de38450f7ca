/** A time in a recording: "1:23", "[00:01:23]", "(01:02)", "00:01:23.456". No groups. */
export const STAMP = String.raw`(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?)`;

const ONLY_STAMP = new RegExp(`^${STAMP}(?: *(?:-->|-|–|—) *${STAMP})?:?$`);

/** @param line a line; whether it holds a time and nothing else */
export function isStamp(line: string): boolean {
  return ONLY_STAMP.test(line);
}
