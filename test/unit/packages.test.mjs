/** What goes into a package besides our own code: which packages' parts, and under which licences. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packagesIn } from '../../scripts/package/bundled.mjs';
import { thirdPartyNotices } from '../../scripts/package/notices.mjs';
import { editorFiles } from '../../scripts/package/stage.mjs';

describe('bundled packages', () => {
  it('are the folders that a bundle has files of, one inside another too', () => {
    const files = [
      'src/cli.ts',
      'node_modules/uplot/dist/uPlot.esm.js',
      'node_modules/uplot/package.json',
      'node_modules/@lezer/lr/dist/index.js',
      'node_modules/a/node_modules/b/index.js',
    ];
    const metafile = { inputs: Object.fromEntries(files.map((file) => [file, {}])), outputs: {} };
    expect(packagesIn([metafile])).toEqual([
      'node_modules/@lezer/lr',
      'node_modules/a/node_modules/b',
      'node_modules/uplot',
    ]);
  });
});

describe('the editor’s packages', () => {
  it('have the manifest’s words in every language that the code has', async () => {
    const root = path.join(import.meta.dirname, '../..');
    const bundles = readdirSync(path.join(root, 'l10n'));
    const words = bundles
      .filter((file) => file.startsWith('bundle.'))
      .map((file) => file.replace('bundle.l10n', 'package.nls'));
    expect(words).toContain('package.nls.ko.json');
    expect(await editorFiles(root)).toEqual(expect.arrayContaining(['l10n', ...words]));
  });
});

describe('third-party notices', () => {
  const root = path.join(import.meta.dirname, '../..');
  let scratch;
  /** Paths are relative to the checkout, so that the packages copied as files are found. */
  let folder;

  beforeAll(() => {
    scratch = mkdtempSync(path.join(tmpdir(), 'd2l-notices-'));
    folder = path.relative(root, scratch);
  });

  afterAll(() => rmSync(scratch, { recursive: true }));

  function writePackage(name, license, text) {
    const place = path.join(scratch, name);
    mkdirSync(place);
    writeFileSync(path.join(place, 'package.json'), JSON.stringify({ name, version: '1.2.3', license }));
    if (text !== undefined) writeFileSync(path.join(place, 'LICENSE.md'), text);
    return path.join(folder, name);
  }

  it('hold name, version, licence and its text', () => {
    const notices = thirdPartyNotices(root, [
      writePackage('kept', '(MIT AND Apache-2.0)', 'Do as you like.'),
    ]);
    expect(notices).toContain('kept 1.2.3 ((MIT AND Apache-2.0))\n\nDo as you like.');
    expect(notices).toContain('pyodide ');
  });

  it('name every package whose licence nobody decided about', () => {
    const folders = [writePackage('odd', 'GPL-3.0-only'), writePackage('silent', undefined)];
    expect(() => thirdPartyNotices(root, folders)).toThrow(
      /odd \(GPL-3\.0-only\), silent \(no licence named\)/,
    );
  });
});
