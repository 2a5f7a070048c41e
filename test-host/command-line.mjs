// Reads the part of VS Code's own command line that the served VS Code can follow.
import path from 'node:path';

/** Options of desktop VS Code or Chromium that take a value in the next word and mean nothing here. */
const ignoredWithValue = new Set(['log', 'profile', 'sync', 'password-store', 'crash-reporter-directory']);

/**
 * @param {readonly string[]} words what `@vscode/test-electron` gives to VS Code's executable
 * @returns {{development: string[], tests?: string, userData?: string, extensions?: string,
 *   language?: string, disableExtensions: boolean, open: string[]}} absolute paths; `open` holds folders and files
 */
export function readCommandLine(words) {
  const result = { development: [], disableExtensions: false, open: [] };
  const left = [...words];
  while (left.length > 0) {
    const word = left.shift();
    const option = /^--([^=]+)(?:=(.*))?$/s.exec(word);
    if (!option) {
      result.open.push(path.resolve(word));
      continue;
    }
    const [, name, value] = option;
    const file = () => path.resolve(value ?? left.shift());
    if (name === 'extensionDevelopmentPath') result.development.push(file());
    else if (name === 'extensionTestsPath') result.tests = file();
    else if (name === 'user-data-dir') result.userData = file();
    else if (name === 'extensions-dir') result.extensions = file();
    else if (name === 'locale') result.language = value ?? left.shift();
    else if (name === 'disable-extensions') result.disableExtensions = true;
    else if (value === undefined && ignoredWithValue.has(name)) left.shift();
  }
  return result;
}
