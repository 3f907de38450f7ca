import { BOXES, BUTTON, CUSTOM_ID, ID, menus, textInput } from './controls.ts';
import { isJson, type Json, jsonOf, listOf } from './json.ts';
import {
  ANY,
  address,
  choice,
  flag,
  inTurn,
  lengthOf,
  list,
  nullable,
  object,
  type Rule,
  text,
  twiceIn,
  typed,
  whole,
  wrong,
} from './rules.ts';

/** Components, and where they may stand (https://docs.discord.com/developers/components/reference). */

/** All text displays of a message together. */
const ALL_TEXT = 4_000;
/** Nested ones too. */
const MOST_COMPONENTS = 40;

/** A row has buttons or a menu. */
function row(buttons: Rule, menu: Readonly<Record<number, Rule>>): Rule {
  return (value, path) => {
    const inside = listOf(jsonOf(value).components).map(jsonOf);
    const hasButtons = inside.some(({ type }) => type === 2);
    const components = hasButtons ? list(typed({ 2: buttons }), 5) : list(typed({ 2: buttons, ...menu }), 1);
    return object({ type: ANY, components }, ID)(value, path);
  };
}

const MESSAGE_ROW = row(BUTTON, menus('message'));

const shown: Rule = (value, path) =>
  String(value).trim() === '' ? wrong(path, 'BASE_TYPE_REQUIRED', 'This field is required') : [];
const TEXT_DISPLAY = object({ type: ANY, content: inTurn(text(ALL_TEXT), shown) }, ID);

/** A file or an address; what Discord adds to it when it shows it is let pass. */
function media(schemes: readonly string[]): Rule {
  const added = ['proxy_url', 'width', 'height', 'content_type', 'attachment_id', 'loading_state'];
  const more = [...added, 'flags', 'placeholder', 'placeholder_version', 'content_scan_metadata'];
  return object({ url: address(2_048, schemes) }, Object.fromEntries(more.map((name) => [name, ANY])));
}
const PICTURE = media(['http', 'https', 'attachment']);
const DESCRIBED = { description: nullable(text(1_024)), spoiler: flag };
const THUMBNAIL = object({ type: ANY, media: PICTURE }, { ...ID, ...DESCRIBED });

const SECTION = object(
  {
    type: ANY,
    components: list(typed({ 10: TEXT_DISPLAY }), 3),
    accessory: typed({ 2: BUTTON, 11: THUMBNAIL }),
  },
  ID,
);

const IN_CONTAINER: Readonly<Record<number, Rule>> = {
  1: MESSAGE_ROW,
  9: SECTION,
  10: TEXT_DISPLAY,
  12: object({ type: ANY, items: list(object({ media: PICTURE }, DESCRIBED), 10) }, ID),
  13: object({ type: ANY, file: media(['attachment']) }, { ...ID, spoiler: flag, name: ANY, size: ANY }),
  14: object({ type: ANY }, { ...ID, divider: flag, spacing: choice(1, 2) }),
};

const CONTAINER = object(
  { type: ANY, components: list(typed(IN_CONTAINER), MOST_COMPONENTS) },
  { ...ID, accent_color: nullable(whole(0, 0xff_ff_ff)), spoiler: flag },
);

/** Everything that a component holds, and itself. */
export function flat(component: unknown): readonly Json[] {
  if (!isJson(component)) return [];
  const inside = [...listOf(component.components), component.accessory, component.component];
  return [component, ...inside.flatMap(flat)];
}

const namesDiffer: Rule = (value, path) => {
  const all = listOf(value).flatMap(flat);
  const custom = twiceIn(all.flatMap(({ custom_id }) => custom_id ?? []));
  if (custom !== undefined) {
    return wrong(
      path,
      'COMPONENT_CUSTOM_ID_DUPLICATED',
      `Component custom id cannot be duplicated: ${String(custom)}`,
    );
  }
  const id = twiceIn(all.flatMap(({ id }) => (id === undefined || id === 0 ? [] : [id])));
  return id === undefined
    ? []
    : wrong(path, 'COMPONENT_ID_DUPLICATED', `Component id cannot be duplicated: ${String(id)}`);
};

const fit: Rule = (value, path) => {
  const all = listOf(value).flatMap(flat);
  if (all.length > MOST_COMPONENTS) {
    const message = `Total number of components must be no more than ${MOST_COMPONENTS}, not ${all.length}`;
    return wrong(path, 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', message);
  }
  const length = lengthOf(textsIn(value).join(''));
  const message = `Total size of displayable text across the components must be no more than ${ALL_TEXT}, not ${length}`;
  return length > ALL_TEXT ? wrong(path, 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', message) : [];
};

/** The text displays among components, in order. */
export function textsIn(components: unknown): readonly string[] {
  return listOf(components)
    .flatMap(flat)
    .filter(({ type }) => type === 10)
    .map(({ content }) => String(content));
}

/** The components of a message with the flag for Components V2. */
export const COMPONENTS_V2: Rule = inTurn(
  list(typed({ ...IN_CONTAINER, 17: CONTAINER }), MOST_COMPONENTS),
  namesDiffer,
  fit,
);

/** The components of any other message. */
export const COMPONENTS_V1: Rule = inTurn(list(typed({ 1: MESSAGE_ROW }), 5, 0), namesDiffer);

const FIELD_ROW = object({ type: ANY, components: list(typed({ 4: textInput(true) }), 1) }, ID);
const LABEL = object(
  { type: ANY, label: text(45), component: typed({ 4: textInput(false), ...menus('modal'), ...BOXES }) },
  { ...ID, description: text(100) },
);

/** A modal (https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal). */
export const MODAL: Rule = object({
  custom_id: CUSTOM_ID,
  title: text(45),
  components: inTurn(list(typed({ 1: FIELD_ROW, 10: TEXT_DISPLAY, 18: LABEL }), 5), namesDiffer),
});
