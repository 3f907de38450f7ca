import { z } from 'zod';

/** Where the one server for everything that is reached by HTTP listens. */
export interface HttpConfig {
  /** Address or name of the interface. */
  readonly host: string;
  /** Ports to try, in order: several only where nobody has said which. 0 takes any free one. */
  readonly ports: readonly number[];
}

/** What is decided of the page. */
export interface WebConfig {
  /** Origins of other sites that may show the widget, as browsers write them: `https://courier.example`. */
  readonly origins: readonly string[];
  /** How many proxies stand in front, whose `X-Forwarded-*` are believed. */
  readonly proxies: number;
  /** Requests that an address may make in a minute; `null`: as many as is usual, and any number from this machine. */
  readonly rate: number | null;
  /** What opens the desk; `null` for a desk that is closed. */
  readonly deskToken: string | null;
}

const PORT = 3000;
/** Ports that are tried after {@link PORT}, so that a page beside another program's needs no setting. */
const MORE_PORTS = Array.from({ length: 9 }, (_, index) => PORT + 1 + index);
const MOST_PORT = 65_535;
const PORTS = `a port number from 0 to ${MOST_PORT}`;
/** Shorter ones could be guessed. */
const TOKEN = 16;

const text = z.string().trim();

/** Digits, and nothing else that a number may be written with. */
function whole(shape: RegExp, hint: string) {
  return text.regex(shape, hint).transform(Number);
}

/** Variables of the page, and of the server that it shares with Slack over HTTP. */
export const webVariables = {
  HOST: text
    .regex(/^[\w.:[\]-]+$/, 'the address of an interface, such as 0.0.0.0 for all of them')
    .default('127.0.0.1'),
  // Digits only: as a number, "0x50" would be a port as well.
  PORT: whole(/^\d{1,5}$/, PORTS)
    .refine((port) => port <= MOST_PORT, PORTS)
    .optional(),
  WEB: z.enum(['on', 'off'], { error: 'on or off' }).default('on'),
  WEB_ORIGINS: text
    .refine((value) => originsOf(value) !== null, {
      error: 'origins such as https://courier.example, with commas between them',
    })
    .optional(),
  WEB_PROXY: whole(/^(?:\d|10)$/, 'how many proxies stand in front, from 0 to 10').default(0),
  WEB_RATE: whole(
    /^[1-9]\d{0,8}$/,
    'how many requests an address may make in a minute, a whole number such as 120',
  ).optional(),
  DESK_TOKEN: text
    .regex(/^\S+$/, 'one word, without spaces')
    .min(TOKEN, `at least ${TOKEN} characters: openssl rand -base64 24 makes one`)
    .optional(),
};

type Known = z.infer<z.ZodObject<typeof webVariables>>;

/**
 * @param known the variables, checked
 * @param fixed whether somebody counts on the very port, as Slack does
 * @returns where to listen
 */
export function httpConfig({ HOST: host, PORT: port }: Known, fixed: boolean): HttpConfig {
  const ports = port === undefined ? [PORT, ...(fixed ? [] : MORE_PORTS)] : [port];
  return { host: inFull(host.replace(/^\[|\]$/g, '')), ports };
}

/** `127.1` is this machine as well as `127.0.0.1` is, and what only this machine reaches is known by its address. */
function inFull(host: string): string {
  return /^[\dx.]+$/i.test(host) && URL.canParse(`http://${host}`)
    ? new URL(`http://${host}`).hostname
    : host;
}

/** @returns what is decided of the page, `null` where there shall be none */
export function webConfig(known: Known): WebConfig | null {
  if (known.WEB === 'off') return null;
  return {
    origins: originsOf(known.WEB_ORIGINS ?? '') ?? [],
    proxies: known.WEB_PROXY,
    rate: known.WEB_RATE ?? null,
    deskToken: known.DESK_TOKEN ?? null,
  };
}

/** `null` for what holds something that is no origin. */
function originsOf(text: string): readonly string[] | null {
  const origins = text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each) => originOf(each));
  return origins.every((origin) => origin !== null) ? origins : null;
}

/** As browsers write it: without a path, in small letters, the usual port left away. No pattern: each is one site. */
function originOf(written: string): string | null {
  if (!/^https?:\/\/[^/?#@*\s]+\/?$/i.test(written) || !URL.canParse(written)) return null;
  return new URL(written).origin;
}
