import type { ContextBlock, ContextBlockElement, MrkdwnElement, PlainTextElement } from '@slack/types';
import type { SourceLine } from '../../source-line.ts';
import { isolated, namesHost, oneLine, wellFormed } from '../../text.ts';
import { LIMITS, SHOWN } from '../limits.ts';
import { escaped } from './text.ts';

/** Stands between the parts of a source line. */
const DOT = ' · ';
/** What carries the link when the headline itself cannot. */
const OPEN = 'read it there';

/**
 * What mrkdwn would act on in the label of a link. A headline that holds any of it, or the name of a host, stands beside
 * the link as plain text, so that its letters stay its own; `&`, `<` and `>` are only escaped.
 */
const ACTIVE = /[*_~`|]|:[\w'+-]+:/i;

/**
 * The line under a quote, as a context block. Everything but a link is `plain_text`, which Slack shows
 * letter for letter.
 *
 * @param line the parts of the line
 * @param lead what stands before it, such as "Also:"; `null` for nothing
 * @returns the block, or `null` when nothing is known of the source
 */
export function sourceContext(line: SourceLine, lead: string | null): ContextBlock | null {
  const source = joined([name(line.speaker), name(line.outlet)]);
  const before = lead === null ? source : `${lead} ${source}`.trim();
  const after = joined([line.published, line.updated]);
  const headline = isolated(oneLine(line.headline, SHOWN.headline));
  const link = headlineLink(line.link, headline);
  const linked = line.link !== null && link === null ? linkElement(line.link, OPEN) : null;
  const elements: ContextBlockElement[] =
    link === null
      ? [...plain(joined([before, headline, after])), ...(linked === null ? [] : [linked])]
      : [...plain(before && `${before} ·`), dotted(link, after), ...plain(after)];
  return elements.length === 0 ? null : { type: 'context', elements };
}

/** The dot stands before the break where the line has to be broken. */
function dotted(link: MrkdwnElement, after: string): MrkdwnElement {
  return after === '' ? link : { ...link, text: `${link.text} ·` };
}

/**
 * The same line for a `text` field.
 *
 * @param line the parts of the line
 * @returns plain text, not escaped yet; `''` when nothing is known of the source
 */
export function sourceText(line: SourceLine): string {
  return joined([
    name(line.speaker),
    name(line.outlet),
    isolated(oneLine(line.headline, SHOWN.headline)),
    line.published,
    line.updated,
  ]);
}

function name(text: string | null): string {
  return isolated(oneLine(text ?? '', SHOWN.name));
}

function joined(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(DOT);
}

function plain(text: string): PlainTextElement[] {
  return text === '' ? [] : [{ type: 'plain_text', text, emoji: false }];
}

function headlineLink(link: string | null, headline: string): MrkdwnElement | null {
  const isText = headline === '' || ACTIVE.test(headline) || namesHost(headline);
  return link === null || isText ? null : linkElement(link, headline);
}

/** `verbatim`: Slack is not to look for mentions and addresses in the label. */
function linkElement(link: string, label: string): MrkdwnElement | null {
  const address = webAddress(link);
  if (address === null) return null;
  const text = `<${escaped(address)}|${escaped(label)}>`;
  return text.length > LIMITS.textObject - DOT.length ? null : { type: 'mrkdwn', text, verbatim: true };
}

/**
 * An address as Slack can take it: nothing in it ends it early, nor turns around what stands beside it.
 *
 * @param link an address
 * @returns the address, not escaped yet; `null` for what is no web address or too long
 */
export function webAddress(link: string): string | null {
  if (!/^https?:\/\/[^\s/]/i.test(link) || link.length > LIMITS.textObject) return null;
  return wellFormed(link).replace(
    /[\s<>|"`\u0000-\u001F\u007F\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFD]/g,
    (character) => encodeURIComponent(character),
  );
}
