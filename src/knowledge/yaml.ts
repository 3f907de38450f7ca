import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
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
}

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
  const lines = new LineCounter();
  const document = parseDocument(source, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const fields = fieldsIn(document, lineAt);
  if (document.errors.length > 0) {
    const complaints = document.errors.map(
      (error): Complaint => ({
        line: lineAt(error.pos[0]),
        reason: `This is not YAML: ${sentence(error.message)}`,
      }),
    );
    return { value: null, complaints: complaints.slice(0, 1), fields };
  }
  const parsed = schema.safeParse(toPlain(document));
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

/** An empty document counts as one without fields; aliases that multiply themselves are refused by the library. */
function toPlain(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 }) ?? {};
  } catch {
    return 'aliases that refer to too much';
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
  return contents.items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    return [{ name: String(key.value), line: lineAt(key.range?.[0] ?? 0) }];
  });
}
