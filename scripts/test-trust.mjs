// Workspace Trust in a real VS Code: a restricted window lists exercises, runs none and says why; once trusted it runs them.
// `node scripts/test-trust.mjs`, after `npm run build`. By clicks alone: VS Code trusts every window in which tests run.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchBrowser } from '../test-host/browser.mjs';
import { chooseHost, variable } from '../test-host/choose-host.mjs';
import { seedSettings } from '../test-host/run-inside.mjs';
import { ServedCode } from '../test-host/served-code.mjs';
import { openWorkbench } from '../test-host/workbench.mjs';

const root = path.dirname(import.meta.dirname);
/** The window as it was when a step failed. */
const picture = path.join(root, 'build/trust.png');
const FILE = 'exercise.py';
const PROGRAM = '# %% [3.4.1] A sum\nimport torch\nprint("the sum is", torch.arange(5).sum().item())\n';
const patience = { timeout: 30_000 };
const RESTRICTED = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
};

/** Waits for what a learner sees. */
const visible = (locator) => locator.first().waitFor({ ...patience, state: 'visible' });

async function command(page, title) {
  await page.keyboard.press('F1');
  await page.keyboard.type(title);
  await page.locator('.quick-input-list .monaco-list-row').first().waitFor(patience);
  await page.keyboard.press('Enter');
}

/** What is tested, in the order of the clicks: each step needs the ones before it. */
function steps(page) {
  const lens = page.locator('.codelens-decoration a', { hasText: 'Run D2L exercise' });
  const panel = page
    .frameLocator('iframe.webview[src*="extensionId=d2l-exercises"]')
    .first()
    .frameLocator('iframe#active-frame');
  return {
    'a restricted window lists its exercises': async () => {
      await visible(page.locator('.statusbar-item', { hasText: 'Restricted Mode' }));
      await visible(lens);
    },
    'a restricted window runs nothing, and the panel says why': async () => {
      await lens.first().click();
      await visible(panel.getByText('This window is restricted'));
    },
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
  };
}

async function walk(page) {
  const result = { passed: 0, failed: 0 };
  for (const [title, step] of Object.entries(steps(page))) {
    try {
      await step();
    } catch (error) {
      console.log(`  FAILED  ${title}\n${error.message}`);
      await page.screenshot({ path: picture });
      return { ...result, failed: 1 };
    }
    console.log(`  passed  ${title}`);
    result.passed++;
  }
  return result;
}

async function serve(scratch, browser) {
  const folders = { userData: path.join(scratch, 'user'), extensions: path.join(scratch, 'extensions') };
  const file = path.join(scratch, 'exercises', FILE);
  await mkdir(path.dirname(file));
  await writeFile(file, PROGRAM);
  await seedSettings(folders.userData, 'dark', RESTRICTED);
  const server = await ServedCode.start(scratch, { ...folders, asksForTrust: true });
  const context = await launchBrowser(browser, scratch);
  const page = context.pages()[0] ?? (await context.newPage());
  try {
    await page.setViewportSize({ width: 1440, height: 900 });
    await openWorkbench(page, server, {
      development: [root],
      open: [path.dirname(file), file],
    });
    return await walk(page);
  } finally {
    await context.close();
    await server.stop();
  }
}

/** @returns {Promise<{passed: number, failed: number}>} nothing of either where VS Code is not the served one */
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
