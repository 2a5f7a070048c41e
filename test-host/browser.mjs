// Finds and starts the headless browser that shows the served workbench.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { installed } from './install.mjs';

const flags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];

const libraryFolders = [
  '/usr/lib/x86_64-linux-gnu',
  '/lib/x86_64-linux-gnu',
  '/usr/lib64',
  '/lib64',
  '/usr/lib',
];
const neededLibraries = ['libnss3.so', 'libnspr4.so', 'libexpat.so.1'];

function machineHas(library) {
  return libraryFolders.some((folder) => existsSync(path.join(folder, library)));
}

/** The first of Debian's, Google's and the like's browsers on the path, or undefined. */
export function installedBrowser() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const candidates = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return candidates.find((file) => existsSync(file));
}

/** Without any font Chromium hangs while it opens a document, and machines for tests often have none. */
async function writeFontSettings(scratch) {
  const file = path.join(scratch, 'fonts.conf');
  const cache = path.join(scratch, 'font-cache');
  const families = {
    'system-ui': 'DejaVu Sans',
    'sans-serif': 'DejaVu Sans',
    serif: 'DejaVu Serif',
    monospace: 'DejaVu Sans Mono',
  };
  const aliases = Object.entries(families).map(
    ([family, font]) => `<alias><family>${family}</family><prefer><family>${font}</family></prefer></alias>`,
  );
  const otherwise =
    '<match><edit name="family" mode="append_last"><string>DejaVu Sans</string></edit></match>';
  await writeFile(
    file,
    `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig><dir>${installed.fonts}</dir>` +
      `<cachedir>${cache}</cachedir>${aliases.join('')}${otherwise}</fontconfig>\n`,
  );
  return file;
}

async function launchOptions(browser, scratch) {
  const home = path.join(scratch, 'browser-home');
  await mkdir(home, { recursive: true });
  const env = { ...process.env, HOME: home, FONTCONFIG_FILE: await writeFontSettings(scratch) };
  if (browser) return { executablePath: browser, args: ['--headless=new', ...flags], env };
  if (!neededLibraries.every(machineHas)) env.LD_LIBRARY_PATH = installed.browserLibraries;
  return { executablePath: installed.chromium, args: flags, env };
}

/**
 * Starts a browser with a fresh profile and returns playwright's context.
 *
 * @param {string | undefined} browser an installed browser; undefined takes the one from npm
 * @param {string} scratch folder for the profile
 */
export async function launchBrowser(browser, scratch) {
  const { chromium } = installed.require('playwright-core');
  return chromium.launchPersistentContext(path.join(scratch, 'profile'), {
    headless: true,
    viewport: { width: 1440, height: 900 },
    ...(await launchOptions(browser, scratch)),
  });
}
