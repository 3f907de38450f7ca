import { viewBlocks } from './blocks-layout.ts';
import { plainText } from './blocks-text.ts';
import { isJson, type Json, jsonOf, listOf } from './json.ts';
import { choice, flag, list, object, type Rule, string, typed } from './rules.ts';

/** Views (https://docs.slack.dev/reference/views). */

const META = { private_metadata: string(3_000, 0), callback_id: string(255), external_id: string(255, 0) };

const submitWhereInputs: Rule = (view, path) =>
  isJson(view) &&
  view.submit === undefined &&
  listOf(view.blocks).some((block) => jsonOf(block).type === 'input')
    ? `${path}.submit is missing, and there is an input block`
    : null;

const MODAL = object(
  { type: choice('modal'), title: plainText(24), blocks: viewBlocks },
  {
    ...META,
    submit: plainText(24),
    close: plainText(24),
    clear_on_close: flag,
    notify_on_close: flag,
    submit_disabled: flag,
  },
  submitWhereInputs,
);
const HOME = object({ type: choice('home'), blocks: viewBlocks }, META);

/** Judges a modal. */
export const modalView: Rule = typed({ modal: MODAL });
/** Judges a home tab. */
export const homeView: Rule = typed({ home: HOME });

/** The answer to a `block_suggestion` (https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload). */
const option = object({ text: plainText(75), value: string(150) }, { description: plainText(75) });
const SUGGESTIONS: Rule = (value, path) =>
  jsonOf(value).option_groups === undefined
    ? object({ options: list(option, 100, 0) })(value, path)
    : object({ option_groups: list(object({ label: plainText(75), options: list(option, 100, 0) }), 100) })(
        value,
        path,
      );

/**
 * Judges what a bot acknowledges a delivery with.
 *
 * @param payload what was delivered
 * @param answer the body of the acknowledgement
 * @returns what is wrong, in words that begin with the JSON path; `null` when nothing is
 */
export function wrongInAcknowledgement(payload: Json, answer: Json): string | null {
  if (payload.type === 'block_suggestion') return SUGGESTIONS(answer, '$');
  if (payload.type !== 'view_submission') return '$: nothing but a view_submission takes such an answer';
  const inputs = listOf(jsonOf(payload.view).blocks).filter((block) => jsonOf(block).type === 'input');
  const ids = inputs.map((block) => String(jsonOf(block).block_id));
  const errors: Rule = (value, path) => {
    const unknown = Object.keys(jsonOf(value)).find((id) => !ids.includes(id));
    if (unknown !== undefined) return `${path}.${unknown} is no input block of the view`;
    return Object.values(jsonOf(value)).every((text) => typeof text === 'string' && text !== '')
      ? null
      : `${path} must say what is wrong`;
  };
  const action = choice('clear', 'errors', 'push', 'update');
  switch (answer.response_action) {
    case 'errors':
      return object({ response_action: action, errors })(answer, '$');
    case 'clear':
      return object({ response_action: action })(answer, '$');
    default:
      return (
        action(answer.response_action, '$.response_action') ??
        object({ response_action: action, view: modalView })(answer, '$')
      );
  }
}
