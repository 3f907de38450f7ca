/** U+FFFD: what stands where bytes mean nothing. */
export const UNREADABLE = 0xfffd;

/**
 * Counts without a list of what is counted, which for 5 MB of unreadable bytes took 200 MB.
 *
 * @param text any
 * @param isMeant tells by a UTF-16 code unit whether it counts
 * @returns how many count
 */
export function countIn(text: string, isMeant: (code: number) => boolean): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (isMeant(text.charCodeAt(at))) count += 1;
  return count;
}
