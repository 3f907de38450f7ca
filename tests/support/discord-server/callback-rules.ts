import { MODAL } from './components.ts';
import { FLAGS } from './flags.ts';
import { isJson, type Json, jsonOf } from './json.ts';
import { isEmpty, mistakesIn } from './message-rules.ts';
import { ANY, choice, list, type Mistake, nullable, object, type Rule, text, whole, wrong } from './rules.ts';

/**
 * Responses to interactions
 * (https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object).
 */

/** What a response is. */
export const CALLBACK = { message: 4, defer: 5, deferUpdate: 6, update: 7, choices: 8, modal: 9 } as const;
/** What an interaction is. */
const INTERACTION = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

const { message, defer, deferUpdate, update, choices, modal } = CALLBACK;

/** @returns what may be responded to an interaction of this type; `onMessage`: it came from a message */
function allowed(type: number, onMessage: boolean): readonly number[] {
  switch (type) {
    case INTERACTION.command:
      return [message, defer, modal];
    case INTERACTION.component:
      return [message, defer, deferUpdate, update, modal];
    case INTERACTION.modal:
      return onMessage ? [message, defer, deferUpdate, update] : [message, defer];
    case INTERACTION.autocomplete:
      return [choices];
    default:
      return [];
  }
}

const INTEGER = 4;
const NUMBER = 10;

/** @param option the type of the option that is completed; `null` where it is not known */
function choiceValue(option: number | null): Rule {
  const asNumber: Rule = (value, path) =>
    typeof value === 'number' && (option !== INTEGER || Number.isSafeInteger(value))
      ? []
      : wrong(
          path,
          'NUMBER_TYPE_COERCE',
          `Value "${String(value)}" is not ${option === INTEGER ? 'int' : 'float'}.`,
        );
  if (option === INTEGER || option === NUMBER) return asNumber;
  const asText = text(100);
  if (option !== null) return asText;
  return (value, path) => (typeof value === 'number' ? [] : asText(value, path));
}

function choicesRule(option: number | null): Rule {
  const one = object({ name: text(100), value: choiceValue(option) }, { name_localizations: nullable(ANY) });
  return object({ choices: list(one, 25, 0) });
}

/** What a response is judged by. */
export interface Responded {
  /** Of the interaction. */
  readonly type: number;
  /** The flags of the message that it came from; `null` where it came from none. */
  readonly source: number | null;
  /** The type of the option that is completed, where it is known. */
  readonly option?: number | null;
}

const DEFERRED = object({}, { flags: choice(0, FLAGS.ephemeral, FLAGS.ephemeral | FLAGS.suppressEmbeds) });

/**
 * What Discord finds wrong with a response.
 *
 * @param body what was sent
 * @param to what it responds to
 * @returns every mistake
 */
export function mistakesInResponse(body: Json, to: Responded): readonly Mistake[] {
  const form = object({ type: whole(1, 12) }, { data: nullable(ANY) })(body, []);
  if (form.length > 0) return form;
  const possible = allowed(to.type, to.source !== null);
  const type = Number(body.type);
  if (!possible.includes(type)) return choice(...possible)(type, ['type']);
  if (!isJson(body.data) && type !== defer && type !== deferUpdate && type !== update) {
    return wrong(['data'], 'BASE_TYPE_REQUIRED', 'This field is required');
  }
  return dataMistakes(type, jsonOf(body.data), to).map((mistake) => ({
    ...mistake,
    path: ['data', ...mistake.path],
  }));
}

function dataMistakes(type: number, data: Json, to: Responded): readonly Mistake[] {
  switch (type) {
    case message: {
      const mistakes = mistakesIn(data, 'response');
      return mistakes.length === 0 && isEmpty(data)
        ? wrong(['content'], 'BASE_TYPE_REQUIRED', 'This field is required')
        : mistakes;
    }
    case update:
      return mistakesIn(data, 'edit', to.source ?? 0);
    case defer:
      return DEFERRED(data, []);
    case choices:
      return choicesRule(to.option ?? null)(data, []);
    case modal:
      return MODAL(data, []);
    default:
      return [];
  }
}
