import type { Registration } from '../bots/discord/register.ts';
import { oneLine } from '../bots/text.ts';
import { ConfigError, readConfig } from '../config.ts';
import { printableJson } from '../printable.ts';
import { type Command, paperOf, readOptions, UsageError } from './command.ts';

type PlaceDifference = Registration['here'];
type Difference = PlaceDifference['commands'][number];

/** `nutgraf register`: puts Discord's commands up. */
export const registerCommand: Command = {
  name: 'register',
  summary: "put Discord's commands up",
  help: `nutgraf register [--global] [--dry-run] [--json]

Needs DISCORD_TOKEN. Looks at what is up, shows the difference, and puts the commands up where there is one.
With DISCORD_GUILD_ID they go up in that one server (for development), otherwise everywhere. They are taken down
where they were up before, since they would show twice: everywhere, or with --global in that server. Commands of
the application that are not Nutgraf's stay. It also prints the links by which the bot is installed.

--global   everywhere, although DISCORD_GUILD_ID is set
--dry-run  only show the difference
--json     the same as JSON

Exit code: 0 the commands are up, 2 they are not, or bad usage or configuration.`,

  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      global: { type: 'boolean' },
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
    });
    if (positionals.length > 0) throw new UsageError('nutgraf register takes options only.');
    const { discord, color } = readConfig(io.env);
    if (discord === null) throw new ConfigError(['DISCORD_TOKEN is needed to register commands.']);
    const { registerCommands } = await import('../bots/discord/register.ts');
    const dryRun = values['dry-run'] === true;
    const registration = await registerCommands(discord, { dryRun, everywhere: values.global === true });
    const { bold } = paperOf(io, color);
    io.stdout.write(
      values.json
        ? `${printableJson(asJson(registration, dryRun), 2)}\n`
        : `${linesOf(registration, dryRun, bold).join('\n')}\n`,
    );
    return 0;
  },
};

function asJson({ here, elsewhere, links }: Registration, dryRun: boolean) {
  const places = elsewhere === null ? [here] : [here, elsewhere];
  return {
    platform: 'discord',
    dryRun,
    written: !dryRun && places.some(({ body }) => body !== null),
    places: places.map(({ place, commands, others }) => ({
      place: place === 'everywhere' ? place : { server: place.guild },
      commands,
      others,
    })),
    links,
  };
}

function linesOf({ here, elsewhere, links }: Registration, dryRun: boolean, bold: boolean): string[] {
  const others = elsewhere !== null && elsewhere.commands.length > 0 ? [elsewhere] : [];
  return [
    ...[here, ...others].flatMap((difference) => [...placeLines(difference, bold), '']),
    `Add it to a server:  ${links.server}`,
    `Add it to yourself:  ${links.person}`,
    '',
    verdict([here, ...others], dryRun),
  ];
}

function placeLines({ place, commands, others }: PlaceDifference, bold: boolean): string[] {
  const shown = [
    ...commands.map((difference) => ({ ...difference, note: noteOf(difference, place) })),
    ...others.map((command) => ({ command, state: 'kept', changes: [], note: "not Nutgraf's" })),
  ];
  const width = Math.max(...shown.map(({ command }) => printable(command).length));
  return [
    `${place === 'everywhere' ? 'Everywhere' : `In the server ${place.guild}`}:`,
    ...shown.flatMap(({ command, state, changes, note }) => [
      `  ${marked(state, bold)}  ${printable(command).padEnd(note === '' ? 0 : width)}${note === '' ? '' : `  ${note}`}`,
      ...changes.map(
        ({ what, from, to }) => `             ${printable(`${what}: ${was(from)}, now ${was(to)}`)}`,
      ),
    ]),
  ];
}

function noteOf({ state }: Difference, place: PlaceDifference['place']): string {
  if (state !== 'removed') return '';
  return place === 'everywhere' ? 'it would show twice in the server' : 'it would show twice';
}

const WIDEST_STATE = 'removed'.length;

function marked(state: string, bold: boolean): string {
  const text = state.padEnd(WIDEST_STATE);
  return bold && state !== 'same' && state !== 'kept' ? `\u001b[1m${text}\u001b[22m` : text;
}

/** Longest value that is shown of a change, in UTF-16 code units. */
const MOST = 60;

function was(value: string | null): string {
  return value === null ? 'none' : oneLine(value, MOST);
}

function verdict(places: readonly PlaceDifference[], dryRun: boolean): string {
  const all = places.flatMap(({ commands }) => commands);
  const counts = (['added', 'changed', 'removed'] as const)
    .map((state) => ({ state, count: all.filter((difference) => difference.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${state}`);
  if (counts.length === 0) return 'Discord: the commands are up as they should be; nothing was written.';
  return `Discord: ${counts.join(', ')}${dryRun ? '; nothing was written, as --dry-run says' : ''}.`;
}

/** Names come from the platform: what would act on the reader's terminal is not written. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '');
}
