import { describe, expect, it } from 'vitest';
import { looksLikeTranscript } from '../../../../src/knowledge/intake/transcript.ts';

describe('a transcript is known', () => {
  it.each([
    ['by names in capitals', 'MAE LUND, HOST: Did it sail?\n\nBO RAND: It did.\n\nLUND: Thanks.'],
    ['by two turns', 'LUND: Did it sail?\n\nRAND: It did.'],
    [
      'by names that come back',
      'Ada Lund: Did it sail?\nBo Rand: It did.\nAda Lund: When?\nBo Rand: In May.',
    ],
    ['by questions and answers', 'Q: Did it sail?\n\nA: It did.\n\nQ: When?\n\nA: In May.'],
    [
      'by names above the text',
      'Ada Lund\nDid it sail?\n\nBo Rand\nIt did.\n\nAda Lund\nWhen?\n\nBo Rand\nIn May.',
    ],
    ['by names in capitals alone', 'ADA LUND So it sailed?\n\nBO RAND It did.\n\nADA LUND Thank you.'],
    [
      'by the times of captions',
      '1\n00:00:01,000 --> 00:00:02,000\nIt sailed\n\n2\n00:00:02,000 --> 00:00:03,000\nin May.',
    ],
    ['by the times of a recording', '0:00\nso it sailed\n0:03\nin may they say\n0:05\nand came back'],
    ['by the marks of captions', '>> It sailed in May.\n>> Did it come back?'],
    [
      'by talk, divided by two spaces',
      'The ferry may stop. Ines Calder is here. Hi, Ines.  Hi, Tom.  Tell us what they did.  They voted to end it. Eleven were for it. It ends in May.  And who is against it?  Mostly the villages. They were not asked. They will sue.  Ines Calder, thank you.  Sure.',
    ],
    [
      'by talk, divided by lines',
      'Good morning, and welcome. The dam leaks.\nGood morning.\nHow bad is it?\nIt is bad. We found three cracks.\nAnd what happens now?\nWe lower the lake. That takes a week.\nThank you.',
    ],
  ])('%s', (_sign, text) => {
    expect(looksLikeTranscript(text)).toBe(true);
  });
});

describe('no transcript is seen in', () => {
  it.each([
    [
      'a report with quotations',
      'VELM (AP) — The council voted 11 to 4.\n\n"What would you have done?" asked Mayor Odalys.\n\n"Thank you," said Bo Rand.\n\n"When does it end?" asked another.\n\nIt ends in May.',
    ],
    [
      'a report with notes',
      'It sailed.\n\nNote: The date was corrected.\n\nUpdate: It is back.\n\nQuestion: will it last?',
    ],
    ['dispatches', 'ROME: Two ministers resigned.\n\nLIMA: A strike closed the port.\n\nOSLO: A doctor won.'],
    [
      'a list of people',
      'Staff\n\nAda Brink: director since 2009.\nTom Pell: head of paintings.\nInes Calder: head of prints.',
    ],
    [
      'a list of tips',
      'Boots: Buy them large. Will they fit?\nHat: Wool is best.\nTea: Bring it. Thank us later.',
    ],
    ['scores', 'Harrow: 3\nEllery: 2\nHarrow: 1\nEllery: 4'],
    [
      'a recipe',
      'Soup\n\nPrep time: 10 minutes\nServes: 4\n\nIngredients:\n200 g lentils\n1 onion\n\nMethod: Fry it. Stir.',
    ],
    [
      'an e-mail',
      'From: Ada Brink\nTo: Tom Pell\nSubject: Ferry\n\nHi Tom,\n\nCan you come?\n\nThanks,\nAda',
    ],
    ['a quoted e-mail', '> I think so.\n>> Did it sail?\n>> When?\n> In May.\n\nThanks.'],
    [
      'questions with answers below',
      'What is changing?\n\nThe ferry stops in May.\n\nWho decided this?\n\nThe council, by 11 votes to 4.\n\nWhere can I complain?\n\nWrite to the office.',
    ],
    [
      'a live blog',
      '10:15 The council meets.\n\n10:40 The mayor speaks.\n\n11:05 The vote is 11 to 4.\n\n11:20 It ends.',
    ],
    [
      'prose typed with two spaces',
      'It has run since 1951.  Who would end it?  Nobody knows.  The council met.  Thank you, it said.  What now?  The village waits.',
    ],
    [
      'a dialogue in a novel',
      '"Where is the boat?" she asked.\n\n"Gone," he said.\n\n"When does it come back?"\n\n"It does not."\n\n"Thank you," she said.',
    ],
    ['chapters', 'THE FERRY\nIt stops in May.\n\nTHE SCHOOL\nIt gets a roof.\n\nTHE BRIDGE\nIt is painted.'],
    ['nothing', ''],
  ])('%s', (_what, text) => {
    expect(looksLikeTranscript(text)).toBe(false);
  });
});
