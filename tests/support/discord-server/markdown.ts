/** What a piece of text shows. */
export interface Found {
  /** Every word, in reading order, escapes undone. */
  readonly text: string;
  readonly bold: readonly string[];
  readonly links: readonly string[];
  /** Block quotes. */
  readonly quotes: readonly string[];
  /** The times in `<t:…>`, in seconds since 1970. */
  readonly timestamps: readonly number[];
  /** What Discord would act on beside bold, links, quotes, times, small text and lists: nothing, if all is well. */
  readonly surprises: readonly string[];
}

/** What Discord acts on at the start of a line, other than the marks that are ours. */
const LINE_MARK = /^\s*(?:#{1,3}\s|-#\s|[-*+]\s|\d+[.)]\s|>>?>?\s)/u;
/** Elsewhere; tried where no escape stands. */
const ACTING =
  /^(?:[*_~`|]|<[@#:/]|<id:|<a:|<[^: >]+:\/|@(?:everyone|here)|:\w+:|(?:https?|steam):\/\/\S|\[[^\]]*\]\()/;
const TIME = /^<t:(-?\d{1,13})(?::([tTdDfFRsS]))?>/;

/** Reads Markdown as Discord's app shows it. */
export function readMarkdown(markdown: string): Found {
  const texts: string[] = [];
  const quotes: string[] = [];
  const reads: Omit<Found, 'quotes'>[] = [];
  const marks: string[] = [];
  let quoting = false;
  for (const line of markdown.split('\n')) {
    const [, mark = '', rest = ''] = /^(> |-# |- )?(.*)$/s.exec(line) ?? [];
    const read = readInline(rest);
    for (const inner of rest.split(/[\r\u2028\u2029]/)) {
      const found = LINE_MARK.exec(inner);
      if (found) marks.push(found[0]);
    }
    texts.push(read.text);
    reads.push(read);
    if (mark !== '> ') quoting = false;
    else if (quoting) quotes.push(`${quotes.pop()}\n${read.text}`);
    else {
      quotes.push(read.text);
      quoting = true;
    }
  }
  return {
    text: texts.join('\n'),
    bold: reads.flatMap(({ bold }) => bold),
    links: reads.flatMap(({ links }) => links),
    quotes,
    timestamps: reads.flatMap(({ timestamps }) => timestamps),
    surprises: [...marks, ...reads.flatMap(({ surprises }) => surprises)],
  };
}

function readInline(markdown: string): Omit<Found, 'quotes'> {
  const bold: string[] = [];
  const links: string[] = [];
  const timestamps: number[] = [];
  const surprises: string[] = [];
  let text = '';
  let opened: number | null = null;
  for (let at = 0; at < markdown.length; ) {
    const rest = markdown.slice(at);
    const escaped = /^\\([^0-9A-Za-z\s])/u.exec(rest);
    const link = /^\[([^[\]\\]+)\]\(<([^\s<>()\\]+)>\)/.exec(rest);
    const time = TIME.exec(rest);
    if (escaped) {
      text += escaped[1];
      at += escaped[0].length;
    } else if (rest.startsWith('**')) {
      if (opened !== null) bold.push(text.slice(opened));
      opened = opened === null ? text.length : null;
      at += 2;
    } else if (link) {
      text += link[1];
      links.push(link[2] ?? '');
      at += link[0].length;
    } else if (time) {
      text += timeShown(Number(time[1]), time[2]);
      timestamps.push(Number(time[1]));
      at += time[0].length;
    } else {
      const acting = ACTING.exec(rest);
      if (acting) surprises.push(acting[0]);
      text += rest[0];
      at += 1;
    }
  }
  if (opened !== null) surprises.push('** that is not closed');
  return { text, bold, links, timestamps, surprises };
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/**
 * A time as the app of somebody in London shows it in winter
 * (https://docs.discord.com/developers/reference#message-formatting-timestamp-styles). How long ago it is depends
 * on when one looks, so that the time itself is shown for it.
 */
function timeShown(seconds: number, style = 'f'): string {
  const time = new Date(seconds * 1_000);
  if (Number.isNaN(time.getTime())) return 'Invalid Date';
  const [day, month] = [time.getUTCDate(), time.getUTCMonth()];
  const date = `${day} ${MONTHS[month]} ${time.getUTCFullYear()}`;
  const clock = [time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds()].map(twoDigits);
  const minutes = clock.slice(0, 2).join(':');
  switch (style) {
    case 't':
      return minutes;
    case 'T':
      return clock.join(':');
    case 'd':
      return `${twoDigits(day)}/${twoDigits(month + 1)}/${time.getUTCFullYear()}`;
    case 'D':
      return date;
    case 'F':
      return `${DAYS[time.getUTCDay()]}, ${date} at ${minutes}`;
    default:
      return `${date} at ${minutes}`;
  }
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
