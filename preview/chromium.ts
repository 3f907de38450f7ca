import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** What Chromium and the browsers made of it are called where they are on the path. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];

/** Where they are installed without being on it: macOS and Windows. */
const PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  '/snap/bin/chromium',
];

/** Said where there is no browser. */
export const NO_CHROMIUM =
  'No Chromium was found: install Chromium or Chrome, or set CHROMIUM_PATH to the program.';

/**
 * Looks for a browser on this machine. Nothing is downloaded.
 *
 * @param env `CHROMIUM_PATH` names the program and is the only one tried then; `PATH` is searched otherwise
 * @param isProgram whether a file is there and can be run
 * @returns path of the program; `null` when there is none
 */
export function findChromium(
  env: Readonly<Record<string, string | undefined>>,
  isProgram: (path: string) => boolean = canRun,
): string | null {
  const { CHROMIUM_PATH: chosen = '', PATH: path = '' } = env;
  if (chosen !== '') return isProgram(chosen) ? chosen : null;
  const folders = path.split(delimiter).filter((folder) => isAbsolute(folder));
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...PLACES].find(isProgram) ?? null;
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
