import { describe, expect, test } from 'vitest';
import { FOR_PEOPLE } from '../../../../src/bots/web/api/page-operations.ts';
import { FOR_PROGRAMS } from '../../../../src/bots/web/api/program-operations.ts';
import { openAssets } from '../../../../src/bots/web/assets.ts';
import { routesOf } from '../../../../src/bots/web/routes.ts';
import { readConfig } from '../../../../src/config.ts';
import { HEALTH_PATH, READY_PATH } from '../../../../src/http/health.ts';
import { openKnowledge } from '../../../../src/knowledge/index.ts';
import { memoryLedger } from '../../../../src/ledger/memory.ts';
import { openMetrics } from '../../../../src/metrics.ts';
import { rememberingLog } from '../../../support/remembering-log.ts';
import { DOCUMENT, isPart, partAt, resolved, schemaUntruths, untruths } from './described.ts';

/** Every part of the document that is an object, with where it stands. */
function* partsIn(value: unknown, at = '#'): Generator<readonly [string, Readonly<Record<string, unknown>>]> {
  if (Array.isArray(value))
    for (const [index, each] of value.entries()) yield* partsIn(each, `${at}/${index}`);
  if (!isPart(value)) return;
  yield [at, value];
  for (const [name, each] of Object.entries(value)) yield* partsIn(each, `${at}/${name}`);
}
const PARTS = [...partsIn(DOCUMENT)];
const OPERATIONS = PARTS.filter(([, part]) => 'operationId' in part);

async function publicRoutes(): Promise<readonly string[]> {
  const { web, assets } = readConfig({});
  if (web === null) throw new Error('the page is on unless it is turned off');
  const app = routesOf({
    config: web,
    data: 'data',
    desk: {} as never,
    knowledge: await openKnowledge({ data: 'data' }),
    ledger: await memoryLedger(null),
    metrics: openMetrics(),
    assets: openAssets(assets),
    log: rememberingLog().log,
    local: true,
  });
  const got = app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path);
  const open = got.filter((path) => path !== '/desk' && !path.startsWith('/desk/'));
  return [...open.map((path) => path.replace(/:(\w+)/g, '{$1}')), HEALTH_PATH, READY_PATH];
}

describe('the OpenAPI document', () => {
  test('has the parts that OpenAPI 3.1 wants', () => {
    expect(DOCUMENT.openapi).toBe('3.1.0');
    expect(DOCUMENT.info).toMatchObject({ title: 'Nutgraf', license: { identifier: 'MIT' } });
    expect(DOCUMENT.servers).toMatchObject([{ url: '/' }]);
    for (const [at, operation] of OPERATIONS) {
      expect(at).toMatch(/^#\/paths\/\/.*\/get$/);
      for (const told of Object.values(isPart(operation.responses) ? operation.responses : {})) {
        expect(resolved(told)).toHaveProperty('description');
      }
    }
  });

  test('points to nothing that is not there, and holds nothing that nothing points to', () => {
    const pointers = PARTS.flatMap(([, { $ref }]) => (typeof $ref === 'string' ? [$ref] : []));
    expect(pointers.length).toBeGreaterThan(50);
    expect(pointers.filter((pointer) => partAt(pointer) === undefined)).toEqual([]);
    const held = ['schemas', 'responses', 'parameters', 'headers'].flatMap((kind) =>
      Object.keys(resolved(partAt(`#/components/${kind}`))).map((name) => `#/components/${kind}/${name}`),
    );
    expect(held.filter((each) => !pointers.includes(each))).toEqual([]);
  });

  test('names each operation once', () => {
    const names = OPERATIONS.map(([, { operationId }]) => operationId);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBe(Object.keys({ ...FOR_PROGRAMS, ...FOR_PEOPLE }).length);
  });

  test('describes every public route, and no other', async () => {
    expect(Object.keys(resolved(DOCUMENT.paths)).sort()).toEqual([...(await publicRoutes())].sort());
  });

  test('describes every parameter of a path', () => {
    for (const [at, { parameters }] of OPERATIONS) {
      const wanted = [...at.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const told = (Array.isArray(parameters) ? parameters : []).map(resolved);
      expect(told.filter((each) => each.in === 'path').map(({ name }) => name)).toEqual(wanted);
      const names = told.map(({ in: where, name }) => `${where} ${name}`);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('lets nothing through that it does not name', () => {
    const schemas = Object.entries(resolved(partAt('#/components/schemas')));
    for (const [name, schema] of schemas) {
      if (isPart(schema) && schema.type === 'object') {
        expect(schema.additionalProperties, name).toBe(false);
      }
    }
    const extra = { start: 0, end: 1, more: 2 };
    expect(schemaUntruths({ $ref: '#/components/schemas/Span' }, extra)).toHaveLength(1);
  });

  test('is not kept by what it does not describe', async () => {
    const headers = { 'content-type': 'application/json', 'x-request-id': 'a' };
    const answers = [
      new Response('{"suggestions":[],"more":1}', { headers }),
      new Response('{"suggestions":[{"question":"When?"}]}', { headers }),
      new Response('{"suggestions":[]}', { headers: { 'content-type': 'application/json' } }),
      new Response('{"suggestions":[]}', { headers: { ...headers, etag: '"a"' } }),
      new Response('<p>', { headers: { ...headers, 'content-type': 'text/html' } }),
      new Response('{"suggestions":[]}', { headers, status: 202 }),
    ];
    for (const answer of answers) expect(await untruths('/api/suggest', answer)).toHaveLength(1);
    expect(await untruths('/api/suggest', new Response('{"suggestions":[]}', { headers }))).toEqual([]);
  });

  test('keeps its own schemas in every example', () => {
    let seen = 0;
    for (const [at, { schema, examples }] of PARTS) {
      if (!isPart(examples) || schema === undefined) continue;
      for (const example of Object.values(examples)) {
        seen += 1;
        expect(schemaUntruths(schema, resolved(example).value), at).toEqual([]);
      }
    }
    expect(seen).toBeGreaterThan(6);
  });
});
