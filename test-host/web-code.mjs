// VS Code for the web in a headless browser, with extensions and tests in the browser alone.
import { createServer } from 'node:net';
import { launchBrowser } from './browser.mjs';
import { installWebHost, web } from './install-web.mjs';

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, 'localhost', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Runs in the page: what the workbench is configured with besides what the test server says. */
function addConfiguration(further) {
  if (window.top !== window) return;
  const read = Element.prototype.getAttribute;
  Element.prototype.getAttribute = function getAttribute(name) {
    const value = read.call(this, name);
    const isConfiguration = name === 'data-settings' && this.id === 'vscode-workbench-web-configuration';
    return isConfiguration && value ? JSON.stringify({ ...JSON.parse(value), ...further }) : value;
  };
}

/**
 * Opens a folder in it.
 *
 * @param {object} options
 * @param {string} options.extension the extension's folder
 * @param {string} options.folder what is open: its files can be changed, on the page only
 * @param {string} options.scratch folder for the browser's profile
 * @param {boolean} [options.isolated] whether the page is cross-origin isolated, so that memory can be shared
 * @param {string} [options.tests] a script that exports `run`
 * @param {Record<string, unknown>} [options.settings] defaults of settings
 * @returns {Promise<{page, close(): Promise<void>}>}
 */
export async function openWebCode({
  extension,
  folder,
  scratch,
  isolated = false,
  tests,
  settings = {},
  prepare,
}) {
  await installWebHost();
  const { open } = web.require('@vscode/test-web');
  const port = await freePort();
  const server = await open({
    browserType: 'none',
    quality: 'stable',
    commit: web.commit,
    testRunnerDataDir: web.data,
    host: 'localhost',
    port,
    coi: isolated,
    extensionDevelopmentPath: extension,
    ...(tests ? { extensionTestsPath: tests } : {}),
    folderPath: folder,
  });
  const context = await launchBrowser(process.env.D2L_TEST_BROWSER, scratch);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.addInitScript(addConfiguration, { configurationDefaults: settings });
  await prepare?.(page);
  await page.goto(`http://localhost:${port}/`);
  const close = async () => {
    await context.close();
    server.dispose();
  };
  return { page, close };
}
