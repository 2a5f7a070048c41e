// Opens the served workbench in a page: a folder, extensions under development, a suite of tests.
import { statSync } from 'node:fs';

/** Where a file of the server is, as the workbench names it. */
const remote = (authority, file) => ({ $mid: 1, scheme: 'vscode-remote', authority, path: file });

/**
 * Runs in the page. A built VS Code takes no extension under development from its address, but it reads
 * `developmentOptions` from the configuration in its own page; they are added as that configuration is read.
 */
function addDevelopmentOptions(options) {
  if (window.top !== window) return;
  const read = Element.prototype.getAttribute;
  Element.prototype.getAttribute = function getAttribute(name) {
    const value = read.call(this, name);
    const isConfiguration = name === 'data-settings' && this.id === 'vscode-workbench-web-configuration';
    if (!isConfiguration || !value) return value;
    const configuration = JSON.parse(value);
    configuration.developmentOptions = { ...configuration.developmentOptions, ...options };
    return JSON.stringify(configuration);
  };
}

/**
 * Runs in the page. The display language, which VS Code's own sentences follow only with its language pack; extensions
 * are told of it, and have their own.
 */
function speak(language) {
  globalThis._VSCODE_NLS_LANGUAGE = language;
}

function query(authority, open, disableExtensions) {
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  if (disableExtensions) payload.push(['disableExtensions', 'true']);
  const folder = open.find((file) => statSync(file).isDirectory());
  const file = open.find((candidate) => statSync(candidate).isFile());
  if (file) payload.push(['openFile', `vscode-remote://${authority}${file}`]);
  const place = folder ? ['folder', folder] : ['ew', 'true'];
  return new URLSearchParams([place, ['payload', JSON.stringify(payload)]]);
}

/** The address under which `server` shows the files and folders of `open`. */
export function workbenchAddress(server, { open, disableExtensions = false }) {
  return `${server.address}/?${query(server.authority, open, disableExtensions)}`;
}

/**
 * Goes to the workbench; extensions and tests start by themselves.
 *
 * @param page playwright's page
 * @param {import('./served-code.mjs').ServedCode} server
 * @param {ReturnType<typeof import('./command-line.mjs').readCommandLine>} options
 */
export async function openWorkbench(page, server, options) {
  const uri = (file) => remote(server.authority, file);
  await page.addInitScript(addDevelopmentOptions, {
    extensions: options.development.map(uri),
    ...(options.tests ? { extensionTestsPath: uri(options.tests) } : {}),
  });
  if (options.language !== undefined) await page.addInitScript(speak, options.language);
  await page.goto(workbenchAddress(server, options));
}
