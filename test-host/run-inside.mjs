// Runs a program inside a real VS Code with this project's extension and a copy of the workbook open.
import { runTests } from '@vscode/test-electron';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);

/** VS Code puts a socket below its user data folder, and macOS limits that path to 103 characters. */
const shortFolder = process.platform === 'darwin' ? '/tmp' : tmpdir();

export const themes = { dark: 'Default Dark Modern', light: 'Default Light Modern' };

/** A quiet, reproducible VS Code: nothing is shown, asked or looked up that the tests did not cause. */
export function settings(theme) {
  return {
    'workbench.colorTheme': themes[theme],
    'window.autoDetectColorScheme': false,
    'workbench.startupEditor': 'none',
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'workbench.enableExperiments': false,
    'chat.disableAIFeatures': true,
    'telemetry.telemetryLevel': 'off',
    'extensions.autoUpdate': false,
    'extensions.autoCheckUpdates': false,
    'extensions.ignoreRecommendations': true,
    'update.mode': 'none',
    'security.workspace.trust.enabled': false,
    'files.hotExit': 'off',
    // In a browser VS Code saves by itself after a second: a slow machine would then find one test's text in the next.
    'files.autoSave': 'off',
    'git.enabled': false,
  };
}

/** Writes VS Code's user settings, and further ones over them, into a user data folder. */
export async function seedSettings(userData, theme = 'dark', further = {}) {
  await mkdir(path.join(userData, 'User'), { recursive: true });
  const all = { ...settings(theme), ...further };
  await writeFile(path.join(userData, 'User/settings.json'), JSON.stringify(all, null, 2));
}

/**
 * Runs `program` (a CommonJS file that exports `run()`) in the extension host of `host`. Rejects when it fails, when
 * VS Code does, and when the extension host does not end in good order.
 *
 * @param {Awaited<ReturnType<typeof import('./choose-host.mjs').chooseHost>>} host
 * @param {string} program
 * @param {{theme?: 'dark' | 'light', language?: string, environment?: Record<string, string>, extensions?: string[]}} [options]
 *   `language`: VS Code's display language; `extensions` are folders of further ones
 */
export async function runInside(
  host,
  program,
  { theme = 'dark', language, environment = {}, extensions = [] } = {},
) {
  const scratch = await mkdtemp(path.join(shortFolder, 'd2l-code-'));
  const userData = path.join(scratch, 'user');
  const workspace = path.join(scratch, 'workbook');
  try {
    await seedSettings(userData, theme);
    await cp(path.join(root, 'workbook'), workspace, { recursive: true });
    const folders = [`--user-data-dir=${userData}`, `--extensions-dir=${path.join(scratch, 'extensions')}`];
    await runTests({
      vscodeExecutablePath: host.executable,
      extensionDevelopmentPath: [root, ...extensions],
      extensionTestsPath: program,
      extensionTestsEnv: { ...host.environment, ...environment },
      launchArgs: [
        workspace,
        '--disable-extensions',
        ...(language === undefined ? [] : [`--locale=${language}`]),
        ...folders,
      ],
    });
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}
