import { describe, expect, it } from 'vitest';
import { reasonsOf } from './between.ts';

describe('what is left out by its form alone', () => {
  it.each([
    'AP Photo/Ines Calder',
    '(AP Photo/Ines Calder)',
    'AP Photo/Ines Calder, File',
    'Ines Calder/Getty Images',
    'gull_77/iStock/Getty Images',
    'REUTERS/Ines Calder',
    'Photo: Ines Calder',
    'Photograph by Ines Calder',
    'Photograph: Ines Calder/The Beacon',
    '(Ines Calder/Pool via AP)',
    'AFP via Getty Images',
    'Courtesy of the Harlow family',
    'Photo courtesy of Harlow Museum',
    'Staff photo by Ines Calder',
    'Ines Calder, staff photographer',
    'Ines Calder for The Harlow Post',
    'Image source, Getty Images',
    'Image Credits: Hush Tools',
    'Credit: Ines Calder',
    'Credit Ines Calder for The Harlow Post',
    '© 2021 Ines Calder',
    'Handout',
    'File photo',
    'Getty Images',
  ])('credit: %s', (line) => {
    expect(reasonsOf(line)).toEqual(['credit']);
  });

  it.each([
    'A ferry docks at Port Ellery. (AP Photo/Ines Calder)',
    'A ferry docked at Port Ellery before the vote. It has since been sold. (Ines Calder/The Beacon via AP)',
    'The ferry on its last run. Photograph: Ines Calder/The Beacon',
    'The ferry at Port Ellery Ines Calder/Reuters',
    'The ferry in 2018 [Ines Calder/Reuters]',
    'The ferry that the town bought. Source: Supplied',
    'The ferry on its last run.CreditInes Calder for The Harlow Post',
    'This handout photograph released by the port on March 8, 2022 shows the ferry © Handout / HARLOW PORT',
    'FILE - Mayor Ruth Odalys, left, boards the ferry in Port Ellery on July 3, 2018.',
    'FILE PHOTO: The ferry is seen in Port Ellery.',
    'In this photo taken from video, passengers leave the ferry.',
    'This image released by the port shows the ferry.',
    'Image caption, The ferry was built in 1911',
    'A ferry docks at Port Ellery, Saturday, Nov. 27, 2021.',
    'Crews unload crates from a ferry in Port Ellery, Maine, on Feb. 2, 2021.',
    'Mayor Ruth Odalys, right, looks on as the ferry leaves Port Ellery.',
    "Otters' Mika Strand (9) celebrates with Dan Pell (21) during the third period of a hockey game, Saturday, Jan. 8, 2022.",
    'Ruth Odalys poses for a portrait in her office in Port Ellery, March 4, 2021.',
    'A smaller ferry is pictured at anchor near the island.',
  ])('caption: %s', (line) => {
    expect(reasonsOf(line)).toEqual(['caption']);
  });

  it.each([
    'READ MORE: Why the ferry never paid',
    'RELATED: Ten islands without a bridge',
    'Also Read | How ferries are built',
    '[Read: Why the ferry never paid]',
    'Sign up for our newsletter and get the news of the harbor by e-mail.',
    'Follow us on Twitter',
    'Follow Ines Calder on Twitter at https://example.com/ines',
    'Follow The Beacon on Facebook, Instagram and TikTok.',
    'Click here for more pictures of the ferry.',
    'Download our app for alerts.',
    'ADVERTISEMENT',
    'Story continues below advertisement',
    'Watch: The last run of the ferry',
    'Listen to this article',
    'More coverage: https://example.com/ferries',
    'More ferry news: https://example.com/ferries and https://example.org/boats',
    'Support our journalism. It takes five minutes to become a member.',
    'Our work is free to read. Donate today to support our newsroom.',
    'Contact the reporter at icalder@harlowpost.example.',
    'Do you know more about the ferry? Write to tips@harlowpost.example',
    'Ines Calder is a reporter for The Beacon. Email her at ines@beacon.example',
    'Read more about the vote here.',
  ])('promotion: %s', (line) => {
    expect(reasonsOf(line)).toEqual(['promotion']);
  });

  it.each([
    'Share this',
    'Print',
    'Home > World > Islands',
    '5 min read',
    'Skip to content',
    'Comments (12)',
    'MORE',
    '-more-',
    '###',
    '-30-',
    'ENDS',
    '___',
    'Page 2 of 3',
    '- 2 -',
    '2',
  ])('navigation: %s', (line) => {
    expect(reasonsOf(line)).toEqual(['navigation']);
  });

  it.each([
    'Copyright 2021 Harlow Media, Inc. All rights reserved.',
    'This material may not be published, broadcast, rewritten or redistributed.',
    '© 2019 Eastmoor News Ltd.',
    'By submitting a comment you agree to our terms.',
  ])('legal: %s', (line) => {
    expect(reasonsOf(line)).toEqual(['legal']);
  });
});
