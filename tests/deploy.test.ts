import { readdirSync, readFileSync } from 'node:fs';
import { parse as parseEnv } from 'dotenv';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { HEALTH_PATH, METRICS_PATH, READY_PATH } from '../src/http/health.ts';
import { openMetrics } from '../src/metrics.ts';

/** Part of a YAML file; what is not there is `undefined` however deep one looks. */
type Part = { readonly [key: string]: Part } & { readonly [index: number]: Part };

const textOf = (file: string) => readFileSync(file, 'utf8');
const manifest = JSON.parse(textOf('package.json')) as {
  readonly version: string;
  readonly bin: { readonly nutgraf: string };
  readonly engines: { readonly node: string };
  readonly scripts: Readonly<Record<string, string>>;
};
const variables = new Set(Object.keys(parseEnv(textOf('.env.example'))));
/** Not ours: Node's own. */
const OTHERS = new Set(['NODE_ENV']);
const unknown = (names: readonly string[]) =>
  names.filter((name) => !variables.has(name) && !OTHERS.has(name));

/** Every value in a part, with the keys that lead to it. */
function* valuesIn(
  part: unknown,
  keys: readonly string[] = [],
): Generator<readonly [readonly string[], unknown]> {
  yield [keys, part];
  if (typeof part !== 'object' || part === null) return;
  for (const [key, value] of Object.entries(part)) yield* valuesIn(value, [...keys, key]);
}
const at = (part: unknown, ...keys: readonly (string | number)[]): unknown =>
  keys.reduce<unknown>((found, key) => (found as Part | undefined)?.[key as string], part);
const keysOf = (part: unknown): readonly string[] => Object.keys((part ?? {}) as object);

const START = ['node', manifest.bin.nutgraf, 'start'];

describe('the Dockerfile', () => {
  const file = textOf('deploy/Dockerfile');
  const lines = file.split('\n');
  const last = file.slice(file.lastIndexOf('\nFROM '));

  it('is of a Node that this program runs on, and starts it as npm start does', () => {
    const [, major = '', minor = '0'] = />=(\d+)\.(\d+)/.exec(manifest.engines.node) ?? [];
    for (const [, version] of file.matchAll(/^FROM node:(\d+)-slim/gm)) {
      expect(Number(version)).toBeGreaterThan(Number(major) - Number(minor === '0'));
    }
    expect(manifest.scripts.start).toBe(START.join(' '));
    expect(/^CMD (\[.*\])$/m.exec(last)?.[1]).toBe(JSON.stringify(START).replaceAll('","', '", "'));
  });

  it('brings all that a published package holds', () => {
    const copied = [...last.matchAll(/^COPY (?:--from=\S+ )?(.+) \S+$/gm)].flatMap(([, what = '']) =>
      what.split(' ').map((path) => path.replace('/app/', '')),
    );
    const { files } = JSON.parse(textOf('package.json')) as { readonly files: readonly string[] };
    for (const path of [...files, 'package.json', 'node_modules']) expect(copied).toContain(path);
    const scripts = lines.filter((line) => line.startsWith('RUN npm run')).map((line) => line.split(' ')[3]);
    expect(scripts.filter((name) => manifest.scripts[name ?? ''] === undefined)).toEqual([]);
  });

  it('runs as nobody in particular, and knows whether it is alive', () => {
    expect(last).toMatch(/^USER node$/m);
    expect(last).toContain(`http://127.0.0.1:3000${HEALTH_PATH}`);
    expect(last).toMatch(/^EXPOSE 3000$/m);
    const set = [...last.matchAll(/^(?:ENV| {3}) +?([A-Z_]+)=/gm)].map(([, name = '']) => name);
    expect(set).toContain('HOST');
    expect(unknown(set)).toEqual([]);
  });

  it('is given what it copies, and nothing that is secret', () => {
    const allowed = textOf('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const wanted = lines
      .filter((line) => /^COPY (?!--from)/.test(line))
      .flatMap((line) => line.split(' ').slice(1, -1));
    expect([...new Set(wanted)].sort()).toEqual(allowed.sort());
    const here = new Set(readdirSync('.'));
    expect(allowed.filter((path) => !here.has(path))).toEqual([]);
    expect(textOf('.dockerignore')).toMatch(/^\*$/m);
  });
});

describe('the Compose file', () => {
  const compose: unknown = parse(textOf('deploy/compose.yaml'), { merge: true });
  const ours = ['nutgraf-1', 'nutgraf-2'];

  it('runs two of ours, which differ in nothing but their shards', () => {
    for (const name of ours) {
      const service = at(compose, 'services', name);
      expect(unknown(keysOf(at(service, 'environment')))).toEqual([]);
      expect(at(service, 'read_only')).toBe(true);
      expect(at(service, 'env_file')).toBe('../.env');
      expect(
        keysOf(at(service, 'depends_on')).filter((other) => !keysOf(at(compose, 'services')).includes(other)),
      ).toEqual([]);
    }
    const [one, two] = ours.map((name) =>
      JSON.stringify(at(compose, 'services', name)).replace(/SHARDS_\d/, ''),
    );
    expect(one).toBe(two);
  });

  it('waits for what is asked for health', () => {
    for (const name of ours) {
      for (const other of keysOf(at(compose, 'services', name, 'depends_on'))) {
        expect([other, keysOf(at(compose, 'services', other, 'healthcheck'))]).toEqual([
          other,
          expect.arrayContaining(['test', 'interval']),
        ]);
      }
    }
  });

  it('leaves us longer to stop than we take, and its proxy looks at readiness more often than we drain', () => {
    const drain = Number.parseInt(String(at(compose, 'services', 'nutgraf-1', 'environment', 'DRAIN')), 10);
    const grace = Number.parseInt(String(at(compose, 'services', 'nutgraf-1', 'stop_grace_period')), 10);
    expect(grace).toBeGreaterThanOrEqual(drain + 10);
    const proxy = String(at(compose, 'configs', 'caddyfile', 'content'));
    expect(proxy).toContain(`health_uri ${READY_PATH}`);
    expect(proxy).toContain('reverse_proxy nutgraf-1:3000 nutgraf-2:3000');
    expect(Number(/health_interval (\d+)s/.exec(proxy)?.[1])).toBeLessThan(drain);
  });

  it('names its volumes, and holds no secret', () => {
    const named = keysOf(at(compose, 'volumes'));
    const mounts = [...valuesIn(at(compose, 'services'))].flatMap(([keys, value]) =>
      keys.at(-2) === 'volumes' && typeof value === 'string' ? [value.split(':')[0] ?? ''] : [],
    );
    expect(mounts.filter((mount) => /^\w+$/.test(mount) && !named.includes(mount))).toEqual([]);
    for (const [keys, value] of valuesIn(compose)) {
      if (/PASSWORD|TOKEN|KEY|SECRET/.test(keys.at(-1) ?? '')) expect(value).toMatch(/^\$\{/);
    }
  });
});

describe('the Kubernetes manifest', () => {
  const documents = parseAllDocuments(textOf('deploy/kubernetes.yaml')).map((each) => each.toJS() as unknown);
  const of = (kind: string) => documents.find((each) => at(each, 'kind') === kind);
  const pod = at(of('Deployment'), 'spec', 'template', 'spec');
  const container = at(pod, 'containers', 0);

  it('replaces one process at a time, and never goes below what there is', () => {
    expect(at(of('Deployment'), 'spec', 'strategy', 'rollingUpdate', 'maxUnavailable')).toBe(0);
    expect(at(of('PodDisruptionBudget'), 'spec', 'maxUnavailable')).toBe(1);
    const labels = at(of('Deployment'), 'spec', 'template', 'metadata', 'labels');
    for (const selector of [
      at(of('Deployment'), 'spec', 'selector', 'matchLabels'),
      at(of('Service'), 'spec', 'selector'),
      at(of('PodDisruptionBudget'), 'spec', 'selector', 'matchLabels'),
    ]) {
      expect(selector).toEqual(labels);
    }
  });

  it('starts what is there, with variables that there are', () => {
    expect(at(container, 'command')).toEqual(START);
    expect(at(container, 'image')).toBe(`nutgraf:${manifest.version}`);
    const env = at(container, 'env') as readonly { readonly name: string; readonly value: string }[];
    expect(unknown(env.map(({ name }) => name))).toEqual([]);
    const port = env.find(({ name }) => name === 'PORT')?.value;
    expect(at(container, 'ports', 0, 'containerPort')).toBe(Number(port));
    expect(at(of('Service'), 'spec', 'ports', 0, 'targetPort')).toBe(at(container, 'ports', 0, 'name'));
    const drain = Number.parseInt(env.find(({ name }) => name === 'DRAIN')?.value ?? '', 10);
    expect(at(pod, 'terminationGracePeriodSeconds')).toBeGreaterThanOrEqual(drain + 10);
  });

  it('asks for life and readiness where they are told, and lets it write nowhere else', () => {
    expect(at(container, 'livenessProbe', 'httpGet', 'path')).toBe(HEALTH_PATH);
    expect(at(container, 'readinessProbe', 'httpGet', 'path')).toBe(READY_PATH);
    const annotations = at(of('Deployment'), 'spec', 'template', 'metadata', 'annotations');
    expect(at(annotations, 'prometheus.io/path')).toBe(METRICS_PATH);
    expect(at(container, 'securityContext', 'readOnlyRootFilesystem')).toBe(true);
    expect(at(pod, 'securityContext', 'runAsNonRoot')).toBe(true);
    const volumes = (at(pod, 'volumes') as readonly Part[]).map(({ name }) => name);
    const mounts = (at(container, 'volumeMounts') as readonly Part[]).map(({ name }) => name);
    expect(mounts).toEqual(volumes);
  });
});

describe('the unit of systemd', () => {
  const entries = textOf('deploy/nutgraf.service')
    .split('\n')
    .filter((line) => /^\w+=/.test(line))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const);
  const all = (name: string) => entries.filter(([key]) => key === name).map(([, value]) => value);

  it('starts what is there, with variables that there are', () => {
    expect(all('ExecStart')).toEqual([`/usr/bin/${START.join(' ')}`]);
    expect(unknown(all('Environment').map((each) => each.split('=')[0] ?? ''))).toEqual([]);
    expect(all('Environment')).toContain('LEDGER_URL=file:/var/lib/nutgraf/ledger.db');
  });

  it('lets it write where its ledger and its cache are, and is no root', () => {
    expect([all('ProtectSystem'), all('DynamicUser'), all('StateDirectory'), all('CacheDirectory')]).toEqual([
      ['strict'],
      ['yes'],
      ['nutgraf'],
      ['nutgraf'],
    ]);
    expect(Number(all('TimeoutStopSec')[0])).toBeGreaterThan(10);
  });

  it('says nothing twice but variables', () => {
    const names = entries.map(([name]) => name).filter((name) => name !== 'Environment');
    expect(names).toHaveLength(new Set(names).size);
  });
});

describe('the alarms', () => {
  const rules = at(parse(textOf('deploy/alerts.yaml')), 'groups', 0, 'rules') as readonly Part[];
  const docs = textOf('docs/operating.md');

  it('are of figures that there are, with labels that these have', async () => {
    const metrics = openMetrics();
    const state = () => ({ reading: true, writing: true, waiting: 0, lost: 0 });
    metrics.watch({
      library: { stories: [], problems: [], sentences: 0 },
      bots: [],
      times: { changed: 0, looked: 0 },
      readiness: { isReady: () => true, isEngineUp: () => true },
      ledger: { state },
    });
    const { body } = await metrics.text();
    const known = new Set([...body.matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name));
    for (const { alert, expr } of rules) {
      const used = [...String(expr).matchAll(/\bnutgraf_\w+/g)].map(([name]) => name.replace(/_bucket$/, ''));
      expect([String(alert), used.filter((name) => !known.has(name))]).toEqual([String(alert), []]);
    }
    expect(known.has('nodejs_eventloop_lag_p99_seconds')).toBe(true);
  });

  it('say what to do, and are explained', () => {
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
    for (const { alert, annotations, labels } of rules) {
      expect(String(annotations?.action)).toMatch(/^.{10,}\.$/s);
      expect(['page', 'ticket']).toContain(labels?.severity);
      expect(docs).toContain(`\`${String(alert)}\``);
    }
  });
});
