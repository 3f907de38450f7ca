import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { expect, it } from 'vitest';
import { ENVIRONMENT_VARIABLES, readConfig } from '../src/config.ts';

const example = readFileSync('.env.example', 'utf8');

it('.env.example names every variable that is read, and no other', () => {
  const named = [...example.matchAll(/^#? ?([A-Z_]+)=/gm)].map((match) => match[1]);
  // These are conventions of terminals and systems, not ours to advertise.
  const ours = ENVIRONMENT_VARIABLES.filter(
    (name) => !['NO_COLOR', 'FORCE_COLOR', 'XDG_CACHE_HOME', 'XDG_STATE_HOME'].includes(name),
  );
  expect(named.sort()).toEqual(ours.sort());
});

it('.env.example explains each variable in a line above it', () => {
  const lines = example.split('\n');
  for (const [index, line] of lines.entries()) {
    if (/^[A-Z_]+=/.test(line)) expect(lines[index - 1]).toMatch(/^# \S/);
  }
});

it('.env.example is a configuration as it stands', () => {
  expect(readConfig(parse(example))).toMatchObject({ slack: null, discord: null });
});
