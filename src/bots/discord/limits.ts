/**
 * What Discord takes, in characters or in pieces. Discord counts code points; we count UTF-16 code units,
 * of which there are never fewer.
 */
export const LIMITS = {
  /**
   * Text of all components of a message together, escapes included
   * (https://discord.com/developers/docs/components/reference#component-reference).
   */
  componentText: 4_000,
  /**
   * The same in bytes of UTF-8, with some for each component. Not documented: beyond some 10,170 Discord answers with
   * 500 (https://github.com/discord/discord-api-docs/issues/8554). The difference is margin.
   */
  componentBytes: 9_800,
  bytesBesides: 12,
  /** Components of a message, nested ones included (same page). */
  components: 40,
  /** `content` of a message (https://discord.com/developers/docs/resources/message#create-message). */
  content: 2_000,
  /** `custom_id` of a button (https://discord.com/developers/docs/components/reference#button). */
  customId: 100,
  /** Buttons in an action row (https://discord.com/developers/docs/components/reference#action-row). */
  rowButtons: 5,
  /** Choices of an autocomplete, and their names and values (https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure). */
  choices: 25,
  choice: 100,
  /** `nonce` of a message (same page). */
  nonce: 25,
} as const;

/** How long the pieces of a source line may get. Ours: a source line is a line, and leaves room for the quote. */
export const SHOWN = { headline: 300, name: 120, link: 1_000, note: 300, question: 150 } as const;
