/** The panel's page in other languages, as narrow as a side bar gets: nothing is cut off, covered or wider than its window. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as vscode from 'vscode';
import type { Table } from '../../src/advice/words.ts';
import { panelHtml } from '../../src/pages/panel-page.ts';
import { SCENES } from '../webview/scenes.ts';
import { pseudoTranslated } from './pseudo-language.ts';
import { fileProblems, windowIsReachable } from './window.ts';

/** CSS pixels. */
const NARROW = 260;

const LANGUAGES = ['zh-cn', 'ko', 'ja', 'pt-br'];
const SHOWN = ['nothing', 'ok', 'sweep done', 'compared'];
const SHOWN_LONG = [
  ...['nothing', 'fresh', 'ok', 'stopped', 'crashed', 'unsolved', 'fits', 'sweep form', 'sweep done'],
  ...['side by side', 'classifier', 'translator', 'graph', 'agreed', 'some weights'],
];

/** Headings of sections that what stands beside them covers. */
const COVERED = `[...document.querySelectorAll('.part:not([hidden]) > details[open]')].flatMap((part) => {
  const [heading, beside] = ['h2', '.actions'].map((name) => part.querySelector(name).getBoundingClientRect());
  return beside.width > 0 && heading.right > beside.left + 1 ? [part.querySelector('h2').textContent] : [];
})`;

describe('the panel in other languages', () => {
  let folder: string;
  let extension: string;

  before(async function () {
    if (!windowIsReachable) return this.skip();
    extension = vscode.extensions.getExtension('d2l-exercises.d2l-exercises')?.extensionPath ?? '';
    folder = await mkdtemp(path.join(tmpdir(), 'd2l-languages-'));
  });

  after(async () => {
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  const tableOf = async (language: string): Promise<Table> =>
    JSON.parse(await readFile(path.join(extension, `l10n/bundle.l10n${language}.json`), 'utf8')) as Table;

  async function write(name: string, language: string, sentences: Table): Promise<string> {
    const asset = (file: string): string => pathToFileURL(path.join(extension, 'dist/webview', file)).href;
    const assets = { cspSource: 'file:', script: asset('panel.js'), style: asset('report.css') };
    const state = JSON.stringify(SCENES[name]!()).replaceAll('<', '\\u003c');
    const page = panelHtml({ ...assets, language, sentences })
      // A file has no origin that the policy could name.
      .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
      // Nor does a file answer a request that asks for one.
      .replace(' crossorigin="anonymous"', '')
      .replace('<body>', '<body class="vscode-light">')
      .replace(
        '<script',
        '<script>globalThis.acquireVsCodeApi = () => ({ postMessage() {}, getState() {}, setState() {} });</script>\n<script',
      )
      .replace('</body>', `<script>postMessage({ type: 'state', state: ${state} });</script>\n</body>`);
    const file = path.join(folder, `${language} ${name}.html`);
    await writeFile(file, page);
    return file;
  }

  async function check(name: string, language: string, sentences: Table): Promise<void> {
    const file = await write(name, language, sentences);
    const { problems, overflow, value } = await fileProblems(file, NARROW, { colorScheme: 'light' }, COVERED);
    assert.equal(overflow, 0, `${name} is wider than its window`);
    assert.deepEqual(value, [], name);
    assert.deepEqual(problems, [], name);
  }

  it('has room for sentences much longer than the English ones', async () => {
    const table = pseudoTranslated(await tableOf(''));
    for (const name of SHOWN_LONG) await check(name, 'en', table);
  });

  for (const language of LANGUAGES)
    it(`fits in ${language}`, async () => {
      const table = await tableOf(`.${language}`);
      for (const name of SHOWN) await check(name, language, table);
    });
});
