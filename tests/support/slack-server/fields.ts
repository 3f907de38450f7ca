import { isJson, type Json, jsonOf, listOf } from './json.ts';
import type { Values } from './view-payloads.ts';

/** What is filled in or chosen: a text, an option, or several of these. */
export type Given = string | Json | readonly (string | Json)[];

/** An element that holds a value, what it may be called, and its block. */
interface Field {
  /** `block_id`, `action_id`, label and placeholder. */
  readonly names: readonly string[];
  readonly block_id: string;
  readonly element: Json;
}

const NO_FIELDS = ['image', 'button', 'workflow_button'];

/**
 * @param content a message or a view
 * @returns its menus, boxes and fields
 */
export function fieldsOf(content: Json): readonly Field[] {
  return listOf(content.blocks).flatMap((value) => {
    const block = jsonOf(value);
    const inside = block.type === 'actions' ? listOf(block.elements) : [];
    const elements = [block.element, block.accessory, ...inside].filter(isJson);
    return elements
      .filter(({ type }) => !NO_FIELDS.includes(String(type)))
      .map((element) => {
        const given = [
          block.block_id,
          element.action_id,
          jsonOf(block.label).text,
          jsonOf(element.placeholder).text,
        ];
        const names = given.filter((name) => typeof name === 'string');
        return { names, block_id: String(block.block_id), element };
      });
  });
}

/**
 * @param content a message or a view
 * @param answers what is filled in, by any name of a field
 * @returns the values of all fields, as Slack sends them
 * @throws Error when a field or an option is not there
 */
export function valuesOf(content: Json, answers: Readonly<Record<string, Given>>): Values {
  const fields = fieldsOf(content);
  const unknown = Object.keys(answers).find((name) => !fields.some(({ names }) => names.includes(name)));
  if (unknown !== undefined) throw new Error(`no field ${unknown}, but ${fields.map(({ names }) => names)}`);
  const values: Record<string, Record<string, Json>> = {};
  for (const { names, block_id, element } of fields) {
    // An overflow menu forgets what was chosen.
    if (element.type === 'overflow') continue;
    const answer = names.map((name) => answers[name]).find((given) => given !== undefined);
    values[block_id] = { ...values[block_id], [String(element.action_id)]: stateOf(element, answer) };
  }
  return values;
}

/**
 * @param element a menu, boxes or a field
 * @param answer what is filled in; `undefined`: what it began with
 * @returns its value, in the shape of its type
 * @throws Error when the option is not there
 */
export function stateOf(element: Json, answer: Given | undefined): Json {
  const type = String(element.type);
  const option = optionIn(element);
  switch (type) {
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
    case 'overflow':
      return {
        type,
        selected_option: answer === undefined ? (element.initial_option ?? null) : option(answer),
      };
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_external_select': {
      const chosen = answer === undefined ? listOf(element.initial_options) : [answer].flat().map(option);
      return { type, selected_options: chosen };
    }
    case 'datepicker':
      return { type, selected_date: answer ?? element.initial_date ?? null };
    case 'timepicker':
      return { type, selected_time: answer ?? element.initial_time ?? null };
    case 'datetimepicker':
      return { type, selected_date_time: answer ?? element.initial_date_time ?? null };
    default:
      return /s_select$/.test(type)
        ? placeIn(type, element, answer)
        : { type, value: answer ?? element.initial_value ?? null };
  }
}

/** Of a menu of users, conversations or channels. */
function placeIn(type: string, element: Json, answer: Given | undefined): Json {
  const name = type.replace(/^multi_/, '').replace(/s_select$/, '');
  if (!type.startsWith('multi_')) {
    return { type, [`selected_${name}`]: answer ?? element[`initial_${name}`] ?? null };
  }
  return {
    type,
    [`selected_${name}s`]: answer === undefined ? listOf(element[`initial_${name}s`]) : [answer].flat(),
  };
}

function optionIn(element: Json): (given: Given) => Json {
  const groups = listOf(element.option_groups).flatMap((group) => listOf(jsonOf(group).options));
  const options = [...listOf(element.options), ...groups].map(jsonOf);
  return (given) => {
    if (isJson(given)) return given;
    const found = options.find(({ text }) => jsonOf(text).text === given);
    if (found !== undefined) return found;
    throw new Error(`no option ${String(given)}, but ${options.map(({ text }) => jsonOf(text).text)}`);
  };
}
