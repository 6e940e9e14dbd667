import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canInstallPackages, distribution, installPackages } from './debian-packages.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const macFiles = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The Chromium or Chrome of this machine: `CHROMIUM_PATH`, or the first one found. */
export function installedChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.CHROMIUM_PATH) return env.CHROMIUM_PATH;
  const folders = (env.PATH ?? '').split(delimiter);
  const files = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...files, ...macFiles].find(isProgram);
}

/** Whether apt-get would bring it. (Ubuntu's package is an empty one that asks for a snap.) */
export function canInstallChromium(): boolean {
  return canInstallPackages() && distribution()[0] === 'debian';
}

/** @throws ExplainedError if it cannot be had. */
export async function installChromium(signal: AbortSignal): Promise<string | undefined> {
  await installPackages(['chromium'], signal);
  return installedChromium();
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
