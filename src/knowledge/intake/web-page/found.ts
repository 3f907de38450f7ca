/** A detail, and where it was read, in words for an editor. */
export interface Found<Value> {
  readonly value: Value;
  readonly where: string;
}

/** Where most of the details of most pages stand. */
export const JSON_LD = 'JSON-LD';

export function told<Value>(value: Value | null, where: string): Found<Value> | null {
  return value === null ? null : { value, where };
}

export function metaTag(name: string): string {
  return `the meta tag ${name}`;
}
