import { delimiter } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findChromium } from '../../preview/chromium.ts';
import { readOptions } from '../../preview/options.js';

describe('the browser', () => {
  const there =
    (...programs: readonly string[]) =>
    (path: string) =>
      programs.includes(path);
  const PATH = ['/usr/bin', '/opt/bin'].join(delimiter);

  it('is the one that CHROMIUM_PATH names, and no other', () => {
    const isProgram = there('/mine/chrome', '/usr/bin/chromium');
    expect(findChromium({ CHROMIUM_PATH: '/mine/chrome', PATH }, isProgram)).toBe('/mine/chrome');
    expect(findChromium({ CHROMIUM_PATH: '/gone/chrome', PATH }, isProgram)).toBeNull();
  });

  it.runIf(delimiter === ':')('is looked for on the path, then where it is installed otherwise', () => {
    expect(findChromium({ PATH }, there('/opt/bin/google-chrome'))).toBe('/opt/bin/google-chrome');
    const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findChromium({ PATH }, there(mac))).toBe(mac);
    expect(findChromium({}, there())).toBeNull();
  });
});

describe('the command line of the preview', () => {
  it('writes pages and no pictures unless they are asked for', () => {
    expect(readOptions(['slack'])).toEqual({
      help: false,
      platform: 'slack',
      out: null,
      png: false,
      docs: false,
    });
    expect(readOptions(['--out', 'shown', '--png'])).toMatchObject({ out: 'shown', png: true });
  });

  it('shows the platform that is named, and Slack where none is', () => {
    expect(readOptions(['discord', '--docs'])).toMatchObject({ platform: 'discord', docs: true });
    expect(readOptions(['--docs'])).toMatchObject({ platform: 'slack', docs: true });
  });

  it('refuses what it does not know', () => {
    expect(() => readOptions(['--jpeg'])).toThrow(expect.objectContaining({ code: 'usage' }));
    expect(() => readOptions(['index.html'])).toThrow(expect.objectContaining({ code: 'usage' }));
    expect(() => readOptions(['slack', 'discord'])).toThrow(expect.objectContaining({ code: 'usage' }));
  });
});
