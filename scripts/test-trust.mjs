// Workspace Trust and the question before a download in a real VS Code: a restricted window lists exercises, runs none
// and says why, offers no download, and has no engine but the built-in one; once trusted it runs them, asks before it
// fetches what they miss, and trains with it.
// `node scripts/test-trust.mjs`, after `npm run build`. By clicks alone: where tests run inside, VS Code trusts every window
// and shows no modal dialogs. The data set is a small one: the extension is a copy whose list has that one's checksums.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { launchBrowser } from '../test-host/browser.mjs';
import { chooseHost, variable } from '../test-host/choose-host.mjs';
import { seedSettings } from '../test-host/run-inside.mjs';
import { ServedCode } from '../test-host/served-code.mjs';
import { openWorkbench } from '../test-host/workbench.mjs';

const root = path.dirname(import.meta.dirname);
/** The window as it was when a step failed. */
const picture = path.join(root, 'build/trust.png');
const FILE = 'exercise.py';
const PROGRAM = `# %% [3.4.1] A sum
import torch
print("the sum is", torch.arange(5).sum().item())

# %% [4.4] Softmax regression
from d2l import torch as d2l
data = d2l.FashionMNIST(batch_size=100)
d2l.Trainer(max_epochs=3).fit(d2l.SoftmaxRegression(num_outputs=10, lr=0.1), data)
`;
const patience = { timeout: 30_000 };
const RESTRICTED = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
};

/** Waits for what a learner sees. */
const visible = (locator) => locator.first().waitFor({ ...patience, state: 'visible' });

/** Opens the palette with `words` in it. A panel passes the key on in its own time: no letter goes before the input is there. */
async function palette(page, words) {
  const input = page.locator('.quick-input-widget .quick-input-box input');
  await page.keyboard.press('F1');
  await visible(input);
  await input.fill(words);
}

async function command(page, title) {
  await palette(page, title);
  // The list of before stays until that of these words is there.
  const chosen = page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title.slice(1) });
  await visible(chosen);
  await page.keyboard.press('Enter');
}

/** What of the window is looked at all the time. */
function partsOf(page) {
  const lens = page.locator('.codelens-decoration a', { hasText: 'Run D2L exercise' });
  const panel = page
    .frameLocator('iframe.webview[src*="extensionId=d2l-exercises"]')
    .first()
    .frameLocator('iframe#active-frame');
  return { lens, panel };
}

/** In the order of the clicks: each step needs the ones before it. `python`: what was started of it. */
function restrictedSteps(page, python) {
  const { lens, panel } = partsOf(page);
  return {
    'a restricted window lists its exercises': async () => {
      await visible(page.locator('.statusbar-item', { hasText: 'Restricted Mode' }));
      await visible(lens);
    },
    'a restricted window runs nothing, and the panel says why': async () => {
      await lens.first().click();
      await visible(panel.getByText('This window is restricted'));
    },
    'a restricted window lets nobody select an engine, and says why': async () => {
      await command(page, '>Select Engine for D2L exercises');
      const words = 'only the built-in engine can be used until you trust the workspace';
      await visible(page.locator('.notification-toast', { hasText: words }));
      await command(page, '>Notifications: Clear All Notifications');
    },
    'no setting of a restricted workspace chooses an engine': async () => {
      await visible(page.locator('.statusbar-item', { hasText: 'Built in' }));
      await visible(panel.locator('.engine', { hasText: 'Built in' }));
      assert.equal(python.wasStarted(), false);
    },
    'a restricted window offers no download': async () => {
      await palette(page, '>Download a data set of the D2L book');
      const found = page.locator('.quick-input-list .monaco-list-row');
      // The folder of data on this machine may be chosen; nothing is fetched for that.
      await visible(found.filter({ hasText: 'Choose the folder' }));
      assert.equal(await found.filter({ hasText: 'Download a data set' }).count(), 0);
      await page.keyboard.press('Escape');
    },
  };
}

/** The same for what follows them. `server`: of the data set. */
function trustedSteps(page, server, python) {
  const { lens, panel } = partsOf(page);
  const dialog = page.locator('.monaco-dialog-box');
  const answer = (words) => dialog.locator('.monaco-button', { hasText: words }).first().click(patience);
  return {
    'an exercise runs once the window is trusted': async () => {
      await command(page, '>Workspaces: Manage Workspace Trust');
      await page
        .locator('.workspace-trust-editor .monaco-button', { hasText: 'Trust' })
        .first()
        .click(patience);
      // The page of trust lies over the editors.
      await page.locator('.monaco-modal-editor-block .codicon-close').last().click(patience);
      await lens.first().click(patience);
      await visible(panel.getByText('the sum is 10'));
    },
    'its settings choose the engine from then on': async () => {
      // Theirs is no Python, which is said.
      await visible(panel.getByText('The built-in engine ran this.'));
      assert.equal(python.wasStarted(), true);
    },
    'an exercise that misses its data offers it, and fetches nothing before the learner agrees': async () => {
      await lens.nth(1).click(patience);
      await panel.locator('.advice .download').first().click(patience);
      await visible(dialog.getByText('Download Fashion-MNIST?'));
      await visible(dialog.getByText(server.url.host));
      await answer('Cancel');
      await dialog.waitFor({ ...patience, state: 'detached' });
      assert.deepEqual(server.asked, []);
    },
    'it runs on by itself once the learner has agreed': async () => {
      await panel.locator('.advice .download').first().click(patience);
      await answer('Download');
      await visible(panel.getByText('validation pictures are right'));
      assert.equal(new Set(server.asked).size, 4);
    },
    'what was fetched is listed': async () => {
      await command(page, '>Focus on Data Sets View');
      await visible(page.locator('.monaco-list-row', { hasText: 'Fashion-MNIST' }));
    },
  };
}

async function walk(page, data, python) {
  const result = { passed: 0, failed: 0 };
  const steps = { ...restrictedSteps(page, python), ...trustedSteps(page, data, python) };
  for (const [title, step] of Object.entries(steps)) {
    try {
      await step();
    } catch (error) {
      console.log(`  FAILED  ${title}\n${error.message}`);
      await page.screenshot({ path: picture });
      return { ...result, failed: 1, failures: [`${title}: ${error.message.split('\n')[0]}`] };
    }
    console.log(`  passed  ${title}`);
    result.passed++;
  }
  return result;
}

/** The server of a small Fashion-MNIST, and its files by the names and checksums of the real ones. */
async function startDataServer(scratch) {
  const outfile = path.join(scratch, 'data-server.mjs');
  const contents = "export * from './test/data-server.ts'; export * from './test/vscode/fashion-mnist.ts';";
  const stdin = { contents, resolveDir: root, loader: 'ts' };
  await build({ stdin, outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'warning' });
  const { DataServer, smallFashionMnist } = await import(pathToFileURL(outfile).href);
  const server = await DataServer.start();
  return { server, files: smallFashionMnist(server).files };
}

/** MD5 of Fashion-MNIST as torchvision publishes them, in the order of {@link startDataServer}'s files. */
const PUBLISHED = [
  '8d4fb7e6c68d591d4c3dfef9ec88bf0d',
  '25c81989df183df01b3e8a0aad5dffbe',
  'bef4ecab320f06d8554ea6380940ec79',
  'bb300cfdad3c16e7a12a480ee83cd310',
];

/** The extension as it is, but for the checksums of four files. */
async function copyExtension(folder, files) {
  await mkdir(path.join(folder, 'dist'), { recursive: true });
  for (const name of ['package.json', 'package.nls.json'])
    await cp(path.join(root, name), path.join(folder, name));
  for (const name of ['media', 'l10n', 'workbook', 'node_modules'])
    await symlink(path.join(root, name), path.join(folder, name));
  for (const entry of await readdir(path.join(root, 'dist'), { withFileTypes: true })) {
    const [from, to] = [root, folder].map((place) => path.join(place, 'dist', entry.name));
    if (entry.isDirectory()) await symlink(from, to);
    else if (entry.name.endsWith('.js')) await writeFile(to, withSums(await readFile(from, 'utf8'), files));
    else if (!entry.name.endsWith('.map')) await cp(from, to);
  }
}

function withSums(text, files) {
  return PUBLISHED.reduce((changed, sum, index) => changed.replaceAll(sum, files[index].sum), text);
}

/** Settings of the workspace choose a program of the workspace as the Python that runs exercises; it leaves a mark. */
async function chooseEngine(folder) {
  const [program, mark] = ['python', 'python-was-started'].map((name) => path.join(folder, name));
  await writeFile(program, `#!/bin/sh\ntouch '${mark}'\necho 'This is no Python.' >&2\nexit 1\n`, {
    mode: 0o755,
  });
  await mkdir(path.join(folder, '.vscode'));
  const settings = { 'd2l.engine': 'python', 'd2l.python': program };
  await writeFile(path.join(folder, '.vscode/settings.json'), JSON.stringify(settings));
  return { wasStarted: () => existsSync(mark) };
}

async function serve(scratch, browser) {
  const folders = { userData: path.join(scratch, 'user'), extensions: path.join(scratch, 'extensions') };
  const file = path.join(scratch, 'exercises', FILE);
  await mkdir(path.dirname(file));
  await writeFile(file, PROGRAM);
  const python = await chooseEngine(path.dirname(file));
  const { server: data, files } = await startDataServer(scratch);
  const extension = path.join(scratch, 'extension');
  await copyExtension(extension, files);
  await seedSettings(folders.userData, 'dark', RESTRICTED);
  // A setting of the machine: that of the server, as the browser's own is another one.
  const machine = path.join(folders.userData, 'Machine/settings.json');
  await mkdir(path.dirname(machine));
  await writeFile(machine, JSON.stringify({ 'd2l.dataMirror': data.url.href }));
  const server = await ServedCode.start(scratch, { ...folders, asksForTrust: true });
  const context = await launchBrowser(browser, scratch);
  const page = context.pages()[0] ?? (await context.newPage());
  try {
    await page.setViewportSize({ width: 1440, height: 900 });
    await openWorkbench(page, server, {
      development: [extension],
      open: [path.dirname(file), file],
    });
    return await walk(page, data, python);
  } finally {
    await data.close();
    await context.close();
    await server.stop();
  }
}

/** @returns {Promise<{passed: number, failed: number, failures?: string[]}>} nothing of either where VS Code is not the served one */
export async function testTrust() {
  const host = await chooseHost();
  if (host.kind !== 'served') {
    console.log(`  skipped Workspace Trust: it is clicked in the served VS Code, here is ${host.because}`);
    return { passed: 0, failed: 0 };
  }
  const scratch = await mkdtemp(path.join(tmpdir(), 'd2l-trust-'));
  try {
    return await serve(scratch, host.environment.D2L_TEST_BROWSER);
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

if (process.argv[1] === import.meta.filename) {
  process.env[variable] ??= 'served';
  const { passed, failed } = await testTrust();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}
