import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { openApiDocument } from '../../../../src/bots/web/api/openapi.ts';

/** Part of a document. */
type Part = Readonly<Record<string, unknown>>;

/** The document, as it is sent. */
export const DOCUMENT: Part = JSON.parse(JSON.stringify(openApiDocument()));

const NAME = 'https://answers.courier.example/document';
const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats.default(ajv);
ajv.addSchema({ ...DOCUMENT, $id: NAME });

/** @returns the part that a pointer such as `#/paths/~1/get` leads to; `undefined` where it leads nowhere */
export function partAt(pointer: string): unknown {
  const names = pointer.slice(2).split('/');
  return names.reduce<unknown>((part, name) => {
    const key = decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~');
    return isPart(part) && Object.hasOwn(part, key) ? part[key] : undefined;
  }, DOCUMENT);
}

/** @returns the same, where one part only points to another that one */
export function resolved(part: unknown): Part {
  if (!isPart(part)) return {};
  return typeof part.$ref === 'string' ? resolved(partAt(part.$ref)) : part;
}

/** What the document says of an answer to a route, in sentences; none where all of it is so. */
export async function untruths(route: string, response: Response): Promise<readonly string[]> {
  const where = `#/paths/${escaped(route)}/get/responses/${response.status}`;
  const told = partAt(where);
  if (told === undefined) return [`${route} is not said to answer ${response.status}`];
  const { content, headers } = resolved(told);
  const body = await response.text();
  return [...headerUntruths(response, headers), ...bodyUntruths(response, content, body)];
}

function headerUntruths({ headers }: Response, told: unknown): readonly string[] {
  // Absent where there is nothing to lean on, and where a restart is so near that nobody answers.
  const names = isPart(told) ? Object.keys(told).filter((name) => name !== 'x-nutgraf-after') : [];
  const missing = names.filter((name) => !headers.has(name)).map((name) => `there is no ${name}`);
  const untold = ['x-nutgraf-after', 'retry-after', 'etag', 'www-authenticate']
    .filter((name) => headers.has(name) && !(isPart(told) && name in told))
    .map((name) => `nothing is said of ${name}`);
  return [...missing, ...untold];
}

function bodyUntruths(response: Response, content: unknown, body: string): readonly string[] {
  if (!isPart(content)) return body === '' ? [] : ['a body is not said to come'];
  const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
  const own = content[type] ?? content['*/*'];
  if (!isPart(own)) return [`${type} is not said to come`];
  if (!type.endsWith('json') || own.schema === undefined) return [];
  return schemaUntruths(own.schema, JSON.parse(body));
}

/** @returns what a value does not keep of a schema of the document */
export function schemaUntruths(schema: unknown, value: unknown): readonly string[] {
  if (!isPart(schema)) return ['there is no schema'];
  const wanted = typeof schema.$ref === 'string' ? { $ref: `${NAME}${schema.$ref}` } : schema;
  const validate = ajv.compile(wanted);
  return validate(value)
    ? []
    : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

/** @returns the name of a part in a pointer */
function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

export function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
