import { readdirSync, readFileSync } from 'node:fs';
import { parseSync } from 'rolldown/utils';

/** A regular expression of the program, and where it is made. */
export interface Expression {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

/** A call of `RegExp` in the sources, whose expression is known only when it runs. */
export interface Call {
  readonly file: string;
  /** Lines of the source, the first of them 1. */
  readonly from: number;
  readonly to: number;
}

/** Every regular expression in a folder's sources: those that are written out, and the calls that make the others. */
export function expressionsIn(folder: string): { readonly written: Expression[]; readonly calls: Call[] } {
  const written: Expression[] = [];
  const calls: Call[] = [];
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.[cm]?[jt]s$/.test(name)) continue;
    const file = `${folder}/${name.replaceAll('\\', '/')}`;
    const text = readFileSync(file, 'utf8');
    const lineAt = (at: number) => text.slice(0, at).split('\n').length;
    eachNode(parseSync(file, text).program, (node) => {
      const { type, start = 0, end = 0, regex, callee } = node;
      if (type === 'Literal' && regex) {
        written.push({ where: `${file}:${lineAt(start)}`, source: regex.pattern, flags: regex.flags });
      }
      if ((type === 'NewExpression' || type === 'CallExpression') && callee?.name === 'RegExp') {
        calls.push({ file, from: lineAt(start), to: lineAt(end) });
      }
    });
  }
  return { written, calls };
}

interface SyntaxNode {
  readonly type?: string;
  readonly start?: number;
  readonly end?: number;
  readonly regex?: { readonly pattern: string; readonly flags: string };
  readonly callee?: { readonly name?: string };
}

function eachNode(node: unknown, seen: (node: SyntaxNode) => void): void {
  if (Array.isArray(node)) {
    for (const each of node) eachNode(each, seen);
  } else if (typeof node === 'object' && node !== null) {
    seen(node);
    for (const inner of Object.values(node)) eachNode(inner, seen);
  }
}
