/** @returns a share from 0 to 1 as a percentage with one decimal; a dash for none */
export function percent(share: number | null): string {
  return share === null ? '–' : (share * 100).toFixed(1);
}

/** @returns ms with two significant digits or more */
export function milliseconds(ms: number): string {
  if (ms < 1) return ms.toFixed(2);
  return ms < 10 ? ms.toFixed(1) : whole(ms);
}

/** @returns bytes as whole megabytes (10^6), with a decimal below ten */
export function megabytes(bytes: number): string {
  const megas = bytes / 1e6;
  return megas < 10 ? megas.toFixed(1) : whole(megas);
}

/** @returns a whole number, its thousands set apart */
export function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}
