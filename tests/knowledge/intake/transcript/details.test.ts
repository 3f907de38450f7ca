import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../../src/knowledge/intake/draft.ts';
import { readTranscript } from '../../../../src/knowledge/intake/transcript.ts';

const TALK = 'ADA LUND: Did the ferry sail?\n\nBO RAND: It did not. The ice was too thick.';

const draftOf = (above: string, below = ''): Draft => readTranscript(`${above}\n\n${TALK}\n\n${below}`);

describe('a transcript’s header', () => {
  it('states the title, the outlet, the date and who wrote it, and is left out as that', () => {
    const draft = draftOf(
      'Outlet: Radio Velm\nHeadline: Ice stops the ferry\nBy Dora Lind\nDate: 9 January 2022',
    );
    expect(draft.details).toEqual({
      outlet: 'Radio Velm',
      headline: 'Ice stops the ferry',
      byline: 'Dora Lind',
      published: '2022-01-09',
      updated: null,
      url: null,
      kind: 'transcript',
      language: null,
    });
    expect(draft.stated).toEqual({
      outlet: 'a header line',
      headline: 'a header line',
      byline: 'a header line',
      published: 'a header line',
    });
    expect(draft.leftOut.map(({ reason }) => reason)).toEqual(['details', 'details', 'details', 'details']);
    expect(draft.paragraphs).toHaveLength(2);
  });

  it.each([
    ['Ice stops the ferry', 'the first line'],
    ['Transcript: Ice stops the ferry', 'a header line'],
    ['Listen now\n\nIce stops the ferry', 'the first line'],
  ])('has the headline in "%s"', (line, where) => {
    const { details, stated } = draftOf(`${line}\n\nHeard on Morning in Velm`);
    expect(details.headline).toBe('Ice stops the ferry');
    expect(stated.headline).toBe(where);
    expect(details.outlet).toBeNull();
  });

  it('has a headline with a colon, unless a speaker of that name comes back', () => {
    expect(draftOf('The Long Hour: Who owns the ice?\nMay 4, 2020').details.headline).toBe(
      'The Long Hour: Who owns the ice?',
    );
    expect(readTranscript('Ada Lund: Hi\n\nBo Rand: Hello.\n\nAda Lund: Bye.').details.headline).toBeNull();
  });

  it.each([
    ['Aired November 29, 2021', '2021-11-29'],
    ['Aired October 2, 2022 - 19:00 ET', '2022-10-02'],
    ['Heard on Morning in Velm, May 3, 2021', '2021-05-03'],
    ['March 3, 2024 at 7:00 AM ET', '2024-03-03'],
    ['Monday, 4 March 2024', '2024-03-04'],
    ['2024-03-03', '2024-03-03'],
    ['Published: 2024-03-03', '2024-03-03'],
    ['Date: soon', null],
  ])('has the date in "%s"', (line, published) => {
    expect(draftOf(line).details.published).toBe(published);
    expect(draftOf(line).paragraphs).toHaveLength(2);
  });

  it('has no title in what is said first', () => {
    const text =
      'Good morning. The ferry did not sail today, and nobody knows\nwhy that is.\n\nGood morning.';
    const { details, paragraphs } = readTranscript(text);
    expect(details.headline).toBeNull();
    expect(paragraphs[0]).toMatch(/^Good morning\. .* why that is\.$/);
  });
});

describe('a transcript’s outlet', () => {
  const outletOf = (said: string) => {
    const { details, stated } = readTranscript(`HOST: ${said}\n\nBO RAND: Hello.`);
    return [details.outlet, stated.outlet ?? null];
  };

  it.each([
    ['KXRO’s Ines Calder is here to tell us more.', 'KXRO'],
    ["KXRO's Ines Calder, who covers the port, reports.", 'KXRO'],
    ["The BBC's Kofi de la Cruz has more.", 'BBC'],
    ["We're joined now by KXRO's Ines Calder.", 'KXRO'],
  ])('is stated by the introduction: %s', (said, outlet) => {
    expect(outletOf(said)).toEqual([outlet, "the host's introduction"]);
  });

  it.each(["KXRO's Ines Calder, thank you.", "That's KXRO's Ines Calder.", "Thanks to KXRO's Ines Calder."])(
    'is stated by the thanks: %s',
    (said) => {
      expect(outletOf(said)).toEqual(['KXRO', "the host's thanks"]);
    },
  );

  it('is stated by a sign-off', () => {
    expect(outletOf('The ice stays. Ines Calder, KXRO News, Velm.')).toEqual(['KXRO News', 'the sign-off']);
  });

  it('is one where an introduction and a sign-off agree', () => {
    expect(outletOf("KXRO's Ines Calder reports. Ines Calder, KXRO News, Velm.")[0]).toBe('KXRO');
  });

  it.each([
    "Amazon's Jo Hale joins us now.",
    "KXRO's Ines Calder said so in May.",
    "NASA's Jo Hale joins us now.",
    "KXRO's Ines Calder is here. WQLM's Tom Pell is here too.",
    "KXRO's Ines Calder is here, and so is WQLM's Tom Pell.",
    'We heard it on KXRO.',
  ])('is unknown in: %s', (said) => {
    expect(outletOf(said)).toEqual([null, null]);
  });

  it.each([
    ['Copyright © 2021 KXRO. All rights reserved.', 'KXRO'],
    ['© 2021 Velm Public Radio, Inc.', 'Velm Public Radio'],
    ['Copyright 2019-2021 KXRO', 'KXRO'],
  ])('is stated by the copyright line: %s', (line, outlet) => {
    const { details, stated, leftOut } = draftOf('', line);
    expect([details.outlet, stated.outlet]).toEqual([outlet, 'the copyright line']);
    expect(leftOut).toEqual([{ text: line, reason: 'legal' }]);
  });
});

describe('what is not said', () => {
  it.each([
    ['(SOUNDBITE OF WIND)', 'sound'],
    ['[PEOPLE SHOUTING]', 'sound'],
    ['(CROSSTALK)', 'sound'],
    ['♪ ♪', 'sound'],
    ['This interview has been edited for length and clarity.', 'sound'],
    ['THIS IS A RUSH TRANSCRIPT. THIS COPY MAY BE UPDATED.', 'legal'],
    ['Transcripts are created on a rush deadline by a contractor.', 'legal'],
    ['Accuracy and availability of transcripts may vary.', 'legal'],
    ['Subscribe to our newsletter for more.', 'promotion'],
    ['Related: The bridge at Tarn', 'promotion'],
    ['Download', 'promotion'],
  ])('is left out: %s', (text, reason) => {
    const draft = draftOf('', text);
    expect(draft.leftOut).toEqual([{ text, reason }]);
    expect(draft.paragraphs).toHaveLength(2);
  });

  it.each([
    'BO RAND: It was (and this is no joke) cold.',
    'BO RAND: (Through interpreter) It was cold.',
    'BO RAND: They asked about copyright, and about the terms of use.',
    'BO RAND: We laughed (laughter) all night.',
  ])('is not what somebody says: %s', (paragraph) => {
    const draft = draftOf('', paragraph);
    expect(draft.paragraphs.at(-1)).toBe(paragraph);
    expect(draft.leftOut).toEqual([]);
  });
});
