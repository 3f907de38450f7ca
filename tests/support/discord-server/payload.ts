/** Any JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** How Discord says no: HTTP status and body. */
export interface Refusal {
  readonly status: number;
  readonly body: Json;
  readonly headers?: Readonly<Record<string, string>>;
}

const SUPPRESS_EMBEDS = 1 << 2;
const EPHEMERAL = 1 << 6;
const COMPONENTS_V2 = 1 << 15;

/** @returns an error in Discord's form */
export function refusal(status: number, code: number, message: string, errors?: Json): Refusal {
  return { status, body: { message, code, ...(errors ? { errors } : {}) } };
}

/** Says what Discord would say to a message; `null` when it would post it. */
export function refusalOf(message: Json): Refusal | null {
  const wrong = mistakesIn(message);
  if (wrong.length === 0) return null;
  const _errors = wrong.map((text) => ({ code: 'BASE_TYPE', message: text }));
  return refusal(400, 50035, 'Invalid Form Body', { _errors });
}

/** A text display, or what holds some. */
interface Component {
  readonly type?: unknown;
  readonly content?: unknown;
  readonly components?: readonly Component[];
}

/** Every text display of a message, in order. */
export function textDisplays(message: Json): string[] {
  return flat(message.components as readonly Component[] | undefined)
    .filter(({ type }) => type === 10)
    .map(({ content }) => String(content));
}

function flat(components: readonly Component[] = []): Component[] {
  return components.flatMap((component) => [component, ...flat(component.components)]);
}

function mistakesIn(message: Json): string[] {
  const { content = '', flags = 0, components = [], nonce } = message;
  const bits = Number(flags);
  const wrong: string[] = [];
  const check = (right: boolean, text: string) => {
    if (!right) wrong.push(text);
  };
  check(typeof content === 'string' && content.length <= 2_000, 'Must be 2000 or fewer in length.');
  check(typeof flags === 'number' && !(bits & ~(SUPPRESS_EMBEDS | EPHEMERAL | COMPONENTS_V2)), 'flags');
  check(nonce === undefined || (typeof nonce === 'string' && nonce.length <= 25), 'nonce');
  check(!/\p{Surrogate}/u.test(JSON.stringify(message).replace(/\\ud[89a-f]/gi, '\uD800')), 'encoding');
  const all = flat(components as readonly Component[]);
  if (bits & COMPONENTS_V2) {
    check(content === '', 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2');
    check(all.length > 0 && all.length <= 40, 'components');
    const texts = textDisplays(message);
    check(texts.join('').length <= 4_000, 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED');
    check(
      texts.every((text) => text.trim() !== ''),
      'BASE_TYPE_REQUIRED',
    );
    check(
      all.every(({ type, components: inner }) => type === 10 || (type === 17 && (inner ?? []).length > 0)),
      'UNION_TYPE_CHOICES',
    );
  } else {
    check(all.length === 0, 'components without IS_COMPONENTS_V2');
    check(String(content).trim() !== '', 'Cannot send an empty message');
  }
  return wrong;
}
