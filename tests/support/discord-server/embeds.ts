import { jsonOf, listOf } from './json.ts';
import {
  ANY,
  address,
  flag,
  inTurn,
  lengthOf,
  list,
  object,
  type Rule,
  text,
  whole,
  wrong,
} from './rules.ts';

/** Embeds (https://docs.discord.com/developers/resources/message#embed-object-embed-limits). */

const ICON = address(2_048, ['http', 'https', 'attachment']);
const PICTURE = object({ url: ICON }, { proxy_url: ANY, height: ANY, width: ANY });
const FIELD = object({ name: text(256), value: text(1_024) }, { inline: flag });

const EMBED = object(
  {},
  {
    type: ANY,
    title: text(256, 0),
    description: text(4_096, 0),
    url: address(2_048),
    timestamp: ANY,
    color: whole(0, 0xff_ff_ff),
    footer: object({ text: text(2_048) }, { icon_url: ICON, proxy_icon_url: ANY }),
    image: PICTURE,
    thumbnail: PICTURE,
    author: object({ name: text(256) }, { url: address(2_048), icon_url: ICON, proxy_icon_url: ANY }),
    fields: list(FIELD, 25, 0),
  },
);

const fit: Rule = (value, path) => {
  const texts = listOf(value).flatMap((each) => {
    const { title, description, footer, author, fields } = jsonOf(each);
    const named = listOf(fields).flatMap((field) => [jsonOf(field).name, jsonOf(field).value]);
    return [title, description, jsonOf(footer).text, jsonOf(author).name, ...named];
  });
  const length = lengthOf(texts.filter((each) => typeof each === 'string').join(''));
  return length > 6_000
    ? wrong(path, 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of 6000: ${length}`)
    : [];
};

/** The embeds of a message. */
export const EMBEDS: Rule = inTurn(list(EMBED, 10, 0), fit);
