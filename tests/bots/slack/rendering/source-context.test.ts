import { describe, expect, it } from 'vitest';
import { sourceContext } from '../../../../src/bots/slack/rendering/source-context.ts';

const line = (headline: string) =>
  sourceContext(
    {
      speaker: null,
      outlet: 'Bay Radio',
      headline,
      link: 'https://radio.example/harbour',
      published: null,
      updated: null,
    },
    null,
  )?.elements ?? [];

describe('the headline in a source line', () => {
  it('carries the link', () => {
    expect(line('The harbour has 3.5 berths & more')).toContainEqual({
      type: 'mrkdwn',
      text: '<https://radio.example/harbour|The harbour has 3.5 berths &amp; more>',
      verbatim: true,
    });
  });

  // The words of a link would say that it leads somewhere else.
  it.each([
    'bank.example: sign in',
    'https://bank.example/',
    'Log in at WWW.BANK.EXAMPLE',
    '//bank',
    // With letters that nobody sees, with letters and dots that look the same, in another script.
    'bank.\u200bexample: sign in',
    'bank\u00ad.example',
    '\uff42\uff41\uff4e\uff4b\uff0e\uff45\uff58',
    'bank\u2024example',
    'банк.рф',
    'bank\u3002example',
  ])('stands beside it where it names a host: %j', (headline) => {
    const [words, link] = line(headline);
    expect(words).toEqual({ type: 'plain_text', text: `Bay Radio · ${headline}`, emoji: false });
    expect(link).toEqual({
      type: 'mrkdwn',
      text: '<https://radio.example/harbour|read it there>',
      verbatim: true,
    });
  });
});
