/** A real Chromium: the one named by CHROMIUM, else the system's. Null where there is none, with a line that says so. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PATHS = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const chromiumPath: string | null = PATHS.find((path) => path !== undefined && existsSync(path)) ?? null;

if (chromiumPath === null)
  process.stderr.write('No Chromium found (set CHROMIUM): the page of the web chat is not tested.\n');

/** As root Chromium has no sandbox of its own; it opens nothing here but our own page. */
export const launchChromium = (path: string): Promise<Browser> =>
  chromium.launch({ executablePath: path, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
