/**
 * @param values in any order
 * @param share from 0 to 1
 * @returns the value below which so many of them lie; `NaN` of none
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
