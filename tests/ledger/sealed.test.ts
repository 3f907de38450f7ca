import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { seal, unseal } from '../../src/ledger/sealed.ts';

const key = randomBytes(32);
const TEXT = '{"bot":{"token":"of an invented workspace"}}';

describe('what is sealed', () => {
  it('opens with its key and its name', () => {
    expect(unseal(key, 'T1', seal(key, 'T1', TEXT))).toBe(TEXT);
    expect(unseal(key, '', seal(key, '', ''))).toBe('');
  });

  it('shows nothing of the text, and is another each time', () => {
    const [one, two] = [seal(key, 'T1', TEXT), seal(key, 'T1', TEXT)];
    expect(Buffer.from(one, 'base64url').includes('token')).toBe(false);
    expect(one).not.toBe(two);
  });

  it('does not open with another key', () => {
    expect(unseal(randomBytes(32), 'T1', seal(key, 'T1', TEXT))).toBeNull();
  });

  it('does not open for another workspace', () => {
    const sealed = seal(key, 'T1', TEXT);
    expect(unseal(key, 'T2', sealed)).toBeNull();
    expect(unseal(key, 'T1\0', sealed)).toBeNull();
  });

  it('does not open when any byte of it was changed', () => {
    const sealed = Buffer.from(seal(key, 'T1', 'ab'), 'base64url');
    for (const at of sealed.keys()) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(unseal(key, 'T1', changed.toString('base64url'))).toBeNull();
    }
  });

  it('does not open when it was cut short, or is something else', () => {
    const sealed = seal(key, 'T1', TEXT);
    for (let length = 0; length < sealed.length; length += 1) {
      expect(unseal(key, 'T1', sealed.slice(0, length))).toBeNull();
    }
    for (const other of ['{}', 'AQ', TEXT, '\0', '💥']) expect(unseal(key, 'T1', other)).toBeNull();
  });
});
