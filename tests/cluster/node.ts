import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { chown, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Java } from './java.ts';
import { majorOf } from './source.ts';

/** How a node is started. */
export interface NodePlan {
  readonly java: Java;
  readonly version: string;
  /** The folder that has `lib` and `modules`. */
  readonly home: string;
  /** What is the node's own: its settings, its data, what it says. */
  readonly folder: string;
  /** As Java reads it: `4g`. Without it, it is one for a short life: it starts soon and stays small. */
  readonly heap: string | null;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** A node, which may run. */
export interface ClusterNode {
  /** Whether its process is there. */
  runs(): boolean;
  start(): void;
  /** Ends it in the middle of what it is doing; resolves when the process has gone. */
  kill(): Promise<void>;
  send(signal: 'SIGSTOP' | 'SIGCONT'): void;
  /** The last that it complained of, without where in its program it did. */
  lastWords(): Promise<string>;
}

/** OpenSearch lets no superuser of the system run it; this one has no rights at all. */
const NOBODY = { uid: 65_534, gid: 65_534 };

/** Says everything to the standard output. */
const LOGGING = `appender.console.type = Console
appender.console.name = console
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %d{ISO8601} %-5p %c{1.} %m%n
rootLogger.level = info
rootLogger.appenderRef.console.ref = console
`;

/** Makes its folder, and does not start it. */
export async function makeNode(plan: NodePlan): Promise<ClusterNode> {
  const user = process.getuid?.() === 0 ? NOBODY : null;
  const inside = (name: string) => join(plan.folder, name);
  const folders = {
    config: inside('config'),
    data: inside('data'),
    logs: inside('logs'),
    tmp: inside('tmp'),
  };
  for (const path of Object.values(folders)) await mkdir(path, { recursive: true });
  // JSON is YAML.
  const settings = { ...plan.settings, 'path.data': folders.data, 'path.logs': folders.logs };
  await writeFile(join(folders.config, 'opensearch.yml'), JSON.stringify(settings));
  await writeFile(join(folders.config, 'log4j2.properties'), LOGGING);
  if (user !== null) {
    for (const path of [plan.folder, ...Object.values(folders)]) await chown(path, user.uid, user.gid);
  }
  const log = inside('said.log');
  let child: ChildProcess | null = null;
  const runs = () => child?.pid !== undefined && child.exitCode === null && child.signalCode === null;
  // A test run that is ended does not leave its nodes behind.
  process.on('exit', () => child?.kill('SIGKILL'));
  return {
    runs,
    start() {
      const said = openSync(log, 'a');
      const options = [...javaOptions(plan, folders), 'org.opensearch.bootstrap.OpenSearch'];
      child = spawn(plan.java.program, options, { ...user, cwd: plan.folder, stdio: ['ignore', said, said] });
      // A program that cannot be started has no pid, and does not run.
      child.on('error', () => {});
      closeSync(said);
    },
    async kill() {
      if (child === null || !runs()) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
    send(signal) {
      child?.kill(signal);
    },
    async lastWords() {
      const lines = (await readFile(log, 'utf8')).split('\n').filter((line) => !NO_COMPLAINT.test(line));
      return lines.slice(-LAST_LINES).join('\n').trim();
    },
  };
}

const LAST_LINES = 20;
const NO_COMPLAINT = /^\s+(?:at|\.\.\.) |^\S+ (?:INFO|DEPRECATION) /;

/** To start takes 5 s of a core rather than 12, and 340 MB rather than 500; a long load takes longer. */
const SHORT_LIFE = ['-Xms512m', '-Xmx512m', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

function javaOptions(
  { java, version, home, heap }: NodePlan,
  { config, tmp }: { readonly config: string; readonly tmp: string },
): readonly string[] {
  return [
    ...(heap === null ? SHORT_LIFE : [`-Xms${heap}`, `-Xmx${heap}`]),
    // As the distributions do.
    ...(majorOf(version) >= 3 ? ['--add-modules=jdk.incubator.vector'] : []),
    // Version 2 sets a security manager: until 17 Java lets it, and 11 does not know the word.
    ...(majorOf(version) < 3 && java.version >= 18 ? ['-Djava.security.manager=allow'] : []),
    // Java warns otherwise that it may be refused one day.
    ...(java.version >= 22 ? ['--enable-native-access=ALL-UNNAMED'] : []),
    '-Dlog4j2.disable.jmx=true',
    '-Dopensearch.distribution.type=tar',
    `-Djava.io.tmpdir=${tmp}`,
    `-Dopensearch.path.home=${home}`,
    `-Dopensearch.path.conf=${config}`,
    '-cp',
    join(home, 'lib', '*'),
  ];
}
