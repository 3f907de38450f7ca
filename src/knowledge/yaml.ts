import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import type { z } from 'zod';
import type { Complaint, Read } from './problem.ts';

/** What was read of YAML. */
interface ReadYaml<T> extends Read<T> {
  /** The fields that were written, whether or not anything reads them; what can be made of it where it is no YAML. */
  readonly fields: readonly Field[];
}

/** The name of a field as it is written, and its line in the file, from 1. */
export interface Field {
  readonly name: string;
  readonly line: number;
  /** Names of fields inside it, at any depth. */
  readonly inside: readonly string[];
}

/**
 * The longest YAML that is read, in UTF-16 code units: hundreds of times what anybody writes over an article, and read
 * in at most 3 s whatever it holds.
 */
const LONGEST = 256 * 1024;

/**
 * Reads YAML with a schema. Every scalar arrives as the text that was written (YAML's "failsafe" schema),
 * so that a date stays a date, and a headline "1984" stays a headline.
 *
 * @param source the YAML
 * @param schema what it should hold; its error messages are shown to editors
 * @param firstLine the line of the file at which `source` begins, from 1
 * @returns the fields as read, `null` when they cannot be used; complaints name lines of the file
 */
export function readYaml<T>(source: string, schema: z.ZodType<T>, firstLine: number): ReadYaml<T> {
  if (source.length > LONGEST) {
    const reason = 'The fields are longer than 256 KB, which no fields are.';
    return { value: null, complaints: [{ line: firstLine, reason }], fields: [] };
  }
  const lines = new LineCounter();
  // The library's own search for keys that stand twice takes time with the square of their number.
  const document = parseDocument(source, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'error',
  });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const fields = fieldsIn(document, lineAt);
  const [error] = document.errors;
  const mistake = error ? { offset: error.pos[0], message: error.message } : mistakeIn(document);
  if (mistake !== null) {
    const reason = `This is not YAML: ${sentence(mistake.message)}`;
    return { value: null, complaints: [{ line: lineAt(mistake.offset), reason }], fields };
  }
  const plain = toPlain(document);
  if (plain === null) {
    const reason = 'This is not YAML that can be read: its aliases refer to too much.';
    return { value: null, complaints: [{ line: firstLine, reason }], fields };
  }
  const parsed = schema.safeParse(plain);
  if (parsed.success) return { value: parsed.data, complaints: [], fields };
  return {
    value: null,
    complaints: parsed.error.issues.map((issue) => ({
      line: lineAt(offsetOf(document, issue.path)),
      reason: reasonOf(issue),
    })),
    fields,
  };
}

/** An empty document counts as one without fields. `null` where aliases multiply themselves or lead in a circle. */
function toPlain(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 }) ?? {};
  } catch {
    return null;
  }
}

/** Where a field stands; for one that is missing, where its parent does. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as
      | { range?: [number, number, number] }
      | undefined;
    if (node?.range) return node.range[0];
  }
  return 0;
}

function reasonOf(issue: z.core.$ZodIssue): string {
  const field = issue.path.join('.');
  if (issue.code === 'invalid_type' && issue.input === undefined && field !== '') {
    return `"${field}" is missing.`;
  }
  return field === '' ? sentence(issue.message) : `"${field}" should be ${sentence(issue.message)}`;
}

function sentence(text: string): string {
  const line = text.split('\n')[0]?.trim() ?? '';
  return /[.!?]$/.test(line) ? line : `${line}.`;
}

/**
 * A field that nothing reads is most often a slip of the pen, and a slip in "published" loses the date.
 *
 * @param fields the fields that were written
 * @param known names of the fields that are read
 * @returns a complaint for each other field
 */
export function unknownFields(fields: readonly Field[], known: readonly string[]): Complaint[] {
  return fields.filter(({ name }) => !known.includes(name)).map((field) => unknownField(field, known));
}

/** The complaint about one field that nothing reads. */
export function unknownField({ name, line }: Field, known: readonly string[]): Complaint {
  return { line, reason: `"${name}" is not a field and is left out: the fields are ${known.join(', ')}.` };
}

function fieldsIn({ contents }: Document.Parsed, lineAt: (offset: number) => number): Field[] {
  if (!isMap(contents)) return [];
  return contents.items.flatMap(({ key, value }) => {
    if (!isScalar(key)) return [];
    const inside = namesIn(value);
    return [{ name: String(key.value), line: lineAt(key.range?.[0] ?? 0), inside }];
  });
}

function namesIn(value: Node | null): string[] {
  const names: string[] = [];
  visitAll(value, (key) => {
    if (isScalar(key)) names.push(String(key.value));
  });
  return names;
}

interface Mistake {
  readonly offset: number;
  readonly message: string;
}

/** What the library lets pass: keys that stand twice, of which one would win, and keys that are no names. */
function mistakeIn(document: Document.Parsed): Mistake | null {
  let found: Mistake | null = null;
  const seen = new Map<unknown, Set<string>>();
  const isDeep = !visitAll(document.contents, (key, of) => {
    const resolved = isAlias(key) ? key.resolve(document) : key;
    const offset = key?.range?.[0] ?? 0;
    if (!isScalar(resolved)) found ??= { offset, message: 'Map keys must be names' };
    const names = seen.get(of) ?? new Set();
    const name = isScalar(resolved) ? String(resolved.value) : '';
    if (names.has(name)) found ??= { offset, message: 'Map keys must be unique' };
    seen.set(of, names.add(name));
  });
  return isDeep ? { offset: 0, message: 'Its fields stand too deep in each other' } : found;
}

/** Visits each key with the map that it stands in. Returns `false` where they stand too deep in each other. */
function visitAll(value: Node | null, each: (key: Node | null, of: YAMLMap) => void): boolean {
  try {
    visit(value, { Map: (_, map) => map.items.forEach(({ key }) => void each(key as Node | null, map)) });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
