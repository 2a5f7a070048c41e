// Decides which VS Code the tests run in: one rule, one environment variable.
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { installedBrowser } from './browser.mjs';
import { installHost, versionVariable } from './install.mjs';

/** The variable that forces a host: `desktop`, `served`, or `chromium` (served, shown in an installed browser). */
export const variable = 'D2L_TEST_HOST';

const adapter = path.join(import.meta.dirname, 'adapter.mjs');
const canServe = process.platform === 'linux' && process.arch === 'x64';

/**
 * Milliseconds without an answer. Where there is another host, a network that swallows requests must not hold the
 * tests for longer than that host takes.
 */
const impatient = 3000;
const patient = 30_000;

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * @param {Record<string, string | undefined>} environment
 * @returns {string} version of desktop VS Code: the newest, or the oldest that package.json's `engines` promises
 */
export function desktopVersion(environment) {
  if (environment[versionVariable] !== 'oldest') return 'stable';
  const { engines } = JSON.parse(readFileSync(path.join(import.meta.dirname, '../package.json'), 'utf8'));
  return engines.vscode.replace(/^\^/, '');
}

async function downloadDesktop(timeout) {
  const version = desktopVersion(process.env);
  const executable = await downloadAndUnzipVSCode({ timeout, version });
  return { kind: 'desktop', executable, environment: {}, because: `desktop VS Code, ${version}` };
}

async function serve(browser) {
  if (!canServe)
    throw new Error(`VS Code can be served on linux-x64 only, this is ${process.platform}-${process.arch}`);
  await installHost();
  return {
    kind: 'served',
    executable: adapter,
    environment: browser ? { D2L_TEST_BROWSER: browser } : {},
    because: `VS Code served to ${browser ?? "npm's Chromium"}`,
  };
}

async function serveToInstalled() {
  const browser = installedBrowser();
  if (!browser) throw new Error('no chromium and no google-chrome on the path');
  return serve(browser);
}

const forced = {
  desktop: () => downloadDesktop(patient),
  served: () => serve(undefined),
  chromium: serveToInstalled,
};

/**
 * The host the tests run in. Desktop VS Code where there is a display and the download works, else the served one with
 * npm's Chromium, else the served one with an installed browser. What was chosen is never changed because a test
 * failed, and having no host at all is an error.
 *
 * @returns {Promise<{kind: 'desktop' | 'served', executable: string, environment: Record<string, string>, because: string}>}
 */
export async function chooseHost() {
  const wish = process.env[variable];
  if (wish) {
    if (!Object.hasOwn(forced, wish)) {
      throw new Error(`${variable}=${wish}: use one of ${Object.keys(forced).join(', ')}`);
    }
    return forced[wish]();
  }
  const reasons = [];
  const { served, chromium } = forced;
  const ways = Object.entries({
    ...(hasDisplay() ? { desktop: () => downloadDesktop(impatient) } : {}),
    served,
    chromium,
  });
  if (!hasDisplay()) reasons.push('desktop: there is no display');
  for (const [name, way] of ways) {
    try {
      const host = await way();
      return { ...host, because: [host.because, ...reasons].join('; ') };
    } catch (error) {
      reasons.push(`${name}: ${error.message}`);
    }
  }
  throw new Error(`no VS Code to test in\n  ${reasons.join('\n  ')}`);
}
