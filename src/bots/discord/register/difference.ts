import { COMMANDS_EVERYWHERE, COMMANDS_OF_ONE_SERVER } from '../commands/definitions.ts';
import {
  commandFacts,
  type Facts,
  type Json,
  keyOf,
  labelOf,
  optionFacts,
  optionsOf,
  type Place,
} from './facts.ts';

/** One thing that is not as it should be. */
export interface Change {
  readonly what: string;
  /** What is there; `null` for nothing. */
  readonly from: string | null;
  /** What is put in its place; `null` for nothing. */
  readonly to: string | null;
}

/** A command of ours in one place. */
export interface CommandDifference {
  /** As people know it: `/ask`. */
  readonly command: string;
  readonly state: 'added' | 'changed' | 'same' | 'removed';
  /** What makes it `changed`. */
  readonly changes: readonly Change[];
}

/** What is up in one place against what should be. */
export interface PlaceDifference {
  readonly place: Place;
  readonly commands: readonly CommandDifference[];
  /** Commands of the application that are not ours, which stay. */
  readonly others: readonly string[];
  /** Everything to put up there, in one call; `null` where nothing has to be done. */
  readonly body: readonly unknown[] | null;
}

/**
 * Compares what is up in a place with our commands.
 *
 * @param place which one
 * @param found what is up there, with its translations
 * @param wanted whether ours should be up there, or nowhere to be seen
 * @returns the difference, and what to put up to make it vanish
 */
export function differenceAt(place: Place, found: readonly Json[], wanted: 'up' | 'gone'): PlaceDifference {
  const ours = place === 'everywhere' ? COMMANDS_EVERYWHERE : COMMANDS_OF_ONE_SERVER;
  const keys = new Set(ours.map((command) => keyOf({ ...command })));
  const others = found.filter((command) => !keys.has(keyOf(command)));
  const commands = ours.flatMap((command): readonly CommandDifference[] => {
    const definition = { ...command };
    const there = found.filter((other) => keyOf(other) === keyOf(definition));
    if (wanted === 'up') return [differenceOf(definition, there, place)];
    return there.length === 0 ? [] : [{ command: labelOf(definition), state: 'removed', changes: [] }];
  });
  const isFine = commands.every(({ state }) => state === 'same');
  const body = [...(wanted === 'up' ? ours : []), ...others.map((command) => asItIs(command, place))];
  return { place, commands, others: others.map(labelOf), body: isFine ? null : body };
}

function differenceOf(ours: Json, there: readonly Json[], place: Place): CommandDifference {
  const [first, ...more] = there;
  const command = labelOf(ours);
  if (first === undefined) return { command, state: 'added', changes: [] };
  // Discord has been seen to hold two of one name, put up at the same time by two processes.
  const twice = more.length === 0 ? [] : [{ what: 'times that it is up', from: `${there.length}`, to: '1' }];
  const changes = [...changesBetween(first, ours, place), ...twice];
  return { command, state: changes.length === 0 ? 'same' : 'changed', changes };
}

function changesBetween(from: Json, to: Json, place: Place): readonly Change[] {
  const [before, after] = [optionsOf(from), optionsOf(to)];
  const [had, has] = [before, after].map((options) => options.map(({ name }) => String(name)));
  const kept = (names: readonly string[] | undefined, in_: readonly string[] | undefined) =>
    (names ?? []).filter((name) => in_?.includes(name)).join(', ');
  const [order, ordered] = [kept(had, has), kept(has, had)];
  return [
    ...between(commandFacts(from, place), commandFacts(to, place), ''),
    ...before
      .filter(({ name }) => !has?.includes(String(name)))
      .map(({ name }) => ({ what: 'option', from: String(name), to: null })),
    ...after.flatMap((option) => {
      const name = String(option.name);
      const old = before.find((other) => other.name === name);
      return old === undefined
        ? [{ what: 'option', from: null, to: name }]
        : between(optionFacts(old), optionFacts(option), `${name}: `);
    }),
    ...(order === ordered ? [] : [{ what: 'order of options', from: order, to: ordered }]),
  ];
}

function between(from: Facts, to: Facts, where: string): readonly Change[] {
  return [...new Set([...from.keys(), ...to.keys()])]
    .map((name) => ({ what: `${where}${name}`, from: from.get(name) ?? null, to: to.get(name) ?? null }))
    .filter((change) => change.from !== change.to);
}

/** What Discord gives with a command and does not take: it is its own to say. */
const DISCORDS_OWN = [
  'id',
  'application_id',
  'guild_id',
  'version',
  'name_localized',
  'description_localized',
];
/** What counts for commands that are up everywhere only. */
const EVERYWHERE_ONLY = ['integration_types', 'contexts', 'dm_permission'];

/** A command that is not ours, to be put up again as it is. */
function asItIs(command: Json, place: Place): Json {
  const dropped = new Set([
    ...DISCORDS_OWN,
    ...(place === 'everywhere' ? [] : EVERYWHERE_ONLY),
    // The older word for it, which Discord still gives beside the newer.
    ...(Array.isArray(command.contexts) ? ['dm_permission'] : []),
    ...(command.description === '' ? ['description'] : []),
  ]);
  return Object.fromEntries(
    Object.entries(command).filter(([key, value]) => !dropped.has(key) && value !== null),
  );
}
