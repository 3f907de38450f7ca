import { flat } from './components.ts';
import { FLAGS, has } from './flags.ts';
import { type Json, jsonOf, listOf } from './json.ts';
import { type Kept, messageOf } from './messages.ts';
import { type Discord, from, type Person } from './person.ts';
import { seen } from './shown.ts';
import type { Modal } from './state.ts';

/** What a person does with a message or a modal that they see. */

/**
 * Presses a button.
 *
 * @param discord makes ids
 * @param kept the message that it is on
 * @param label what stands on it
 * @param person who presses; whoever sees it, unless said otherwise
 * @returns for `interact`
 * @throws Error when there is no such button, or one that cannot be pressed
 */
export function press(discord: Discord, kept: Kept, label: string, person: Person = {}): Json {
  const { buttons } = seen(kept.message);
  const button = buttons.find((other) => other.label === label);
  if (button === undefined) throw new Error(`no button ${label}, but ${buttons.map((other) => other.label)}`);
  if (button.disabled || button.custom_id === null) throw new Error(`the button ${label} cannot be pressed`);
  return acted(discord, kept, { component_type: 2, custom_id: button.custom_id }, person);
}

/**
 * Chooses options of a menu.
 *
 * @param discord makes ids
 * @param kept the message that it is on
 * @param menu its placeholder or `custom_id`
 * @param options the labels of the options
 * @param person who chooses; whoever sees it, unless said otherwise
 * @returns for `interact`
 * @throws Error when there is no such menu or option
 */
export function choose(
  discord: Discord,
  kept: Kept,
  menu: string,
  options: readonly string[],
  person: Person = {},
): Json {
  const all = listOf(kept.message.components)
    .flatMap(flat)
    .filter(({ type }) => Number(type) >= 3 && Number(type) <= 8);
  const found = all.find(({ placeholder, custom_id }) => placeholder === menu || custom_id === menu);
  if (found === undefined)
    throw new Error(`no menu ${menu}, but ${all.map(({ placeholder }) => placeholder)}`);
  const { type, custom_id } = found;
  return acted(discord, kept, { component_type: type, custom_id, values: valuesOf(found, options) }, person);
}

/** Menus of people, roles and channels have no options of their own: their ids are the values. */
function valuesOf({ type, options }: Json, labels: readonly string[]): readonly string[] {
  if (type !== 3) return labels;
  const known = listOf(options).map(jsonOf);
  return labels.map((label) => {
    const option = known.find((each) => each.label === label);
    if (option === undefined) throw new Error(`no option ${label}, but ${known.map((each) => each.label)}`);
    return String(option.value);
  });
}

function acted(discord: Discord, kept: Kept, data: Json, person: Person): Json {
  const message = messageOf(kept, { application: String(discord.application.id) });
  const component = listOf(message.components)
    .flatMap(flat)
    .find(({ custom_id }) => custom_id === data.custom_id);
  return {
    ...from(discord, viewer(kept, person)),
    type: 3,
    message,
    data: { ...data, ...(component?.id === undefined ? {} : { id: component.id }) },
  };
}

/** Whoever sees it; one of those who see it is as good as another. */
function viewer(kept: Kept, person: Person): Person {
  const where = { channel: kept.channel, ...(kept.guild === null ? {} : { guild: kept.guild }) };
  return {
    ...where,
    ...(has(kept.message.flags, FLAGS.ephemeral) && kept.to !== null ? { user: kept.to } : {}),
    ...person,
  };
}

/**
 * Fills in a modal and submits it.
 *
 * @param discord makes ids
 * @param modal as it was shown
 * @param answers what is filled in, by label or `custom_id`: a text, or the labels of options; other fields keep
 *   what they began with
 * @param person who submits; whoever sees it, unless said otherwise
 * @returns for `interact`
 * @throws Error when a field or an option is not there
 */
export function submit(
  discord: Discord,
  { data, interaction }: Modal,
  answers: Readonly<Record<string, string | readonly string[]>> = {},
  person: Person = {},
): Json {
  const { user, channel, guild, payload } = interaction;
  const fields = listOf(data.components).map(jsonOf);
  const names = fields.flatMap((field) => flat(field).flatMap((part) => [part.label, part.custom_id]));
  const unknown = Object.keys(answers).find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`no field ${unknown}, but ${names.filter(Boolean)}`);
  const filled = (part: unknown, label: unknown) => {
    const { type, id = 0, custom_id, value = '', ...rest } = jsonOf(part);
    const answer = answers[String(label)] ?? answers[String(custom_id)];
    if (type === 4) return { type, id, custom_id, value: answer ?? value };
    const first = listOf(rest.options)
      .map(jsonOf)
      .filter((option) => option.default === true);
    const values =
      answer === undefined
        ? first.map((option) => option.value)
        : valuesOf({ type, ...rest }, [answer].flat());
    return { type, id, custom_id, values };
  };
  const components = fields.map(({ type, id = 0, label, component, components: row }) =>
    type === 18
      ? { type, id, component: filled(component, label) }
      : type === 1
        ? { type, id, components: listOf(row).map((part) => filled(part, jsonOf(part).label)) }
        : { type, id },
  );
  const where = { user, channel, ...(guild === null ? {} : { guild }) };
  return {
    ...from(discord, { ...where, ...person }),
    type: 5,
    ...(payload.message === undefined ? {} : { message: payload.message }),
    data: { custom_id: data.custom_id, components },
  };
}
