/** Pages of `run --html` in a browser: what axe-core finds in them, in every colour that a system asks for, narrow and wide. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { lookTables } from '../../src/pages/look-tables.ts';
import { reportHtml } from '../../src/pages/report-page.ts';
import { LOOK } from '../unit/run-model/fake-look.ts';
import { SCENES } from '../webview/scenes.ts';
import { fileProblems, windowIsReachable, type Media } from './window.ts';

/** Widths in CSS pixels; 320 is what a window of 1280 has at a zoom of 400 %. */
const VIEWS: Readonly<Record<string, readonly [width: number, media: Media, scenes: readonly string[]]>> = {
  'in light colours': [900, { colorScheme: 'light' }, ['ok', 'surface']],
  'in dark colours': [900, { colorScheme: 'dark' }, ['error', 'fits']],
  'in forced colours': [900, { forcedColors: 'active' }, ['figures']],
  'on 320 pixels': [320, { colorScheme: 'dark', reducedMotion: 'reduce' }, ['ok', 'long names']],
};

describe('the page of a run', () => {
  let folder: string;

  before(async function () {
    if (!windowIsReachable) return this.skip();
    const extension = vscode.extensions.getExtension('d2l-exercises.d2l-exercises');
    assert.ok(extension);
    const read = (name: string): Promise<string> =>
      readFile(path.join(extension.extensionPath, 'dist/webview', name), 'utf8');
    const sources = { script: await read('report.js'), style: await read('report.css') };
    folder = await mkdtemp(path.join(tmpdir(), 'd2l-report-'));
    const below = lookTables(LOOK).replaceAll('<details>', '<details open>');
    for (const name of Object.values(VIEWS).flatMap(([, , scenes]) => scenes)) {
      const words = { language: 'en', title: name, origin: 'a test', below };
      const page = reportHtml(SCENES[name]!(), sources, words);
      await writeFile(path.join(folder, `${name}.html`), page);
    }
  });

  after(async () => {
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  for (const [view, [width, media, scenes]] of Object.entries(VIEWS)) {
    it(`breaks no rule of accessibility ${view}, and fits`, async () => {
      for (const name of scenes) {
        const { problems, overflow } = await fileProblems(path.join(folder, `${name}.html`), width, media);
        assert.deepEqual(problems, [], name);
        assert.equal(overflow, 0, `${name} is wider than its window`);
      }
    });
  }
});
