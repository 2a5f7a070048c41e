/** What goes into a package besides our own code: which packages' parts, and under which licences. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packagesIn } from '../../scripts/package/bundled.mjs';
import { publication, repositoryOf, storePage } from '../../scripts/package/publication.mjs';
import { thirdPartyNotices } from '../../scripts/package/notices.mjs';
import { editorFiles, sentenceFiles } from '../../scripts/package/stage.mjs';

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
    expect(await editorFiles(root)).not.toContain('docs/images');
  });
});

describe('the command line’s packages', () => {
  it('have the sentences of every language', async () => {
    const files = await sentenceFiles(path.join(import.meta.dirname, '../..'));
    expect(files.sort()).toEqual(
      ['ja', 'ko', 'pt-br', 'zh-cn'].map((language) => `l10n/bundle.l10n.${language}.json`),
    );
  });
});

describe('what a package says of the project’s place on the web', () => {
  const repository = 'https://github.com/somebody/d2l-exercises';

  it('is nothing while package.json names no repository', () => {
    expect(publication({})).toEqual({});
  });

  it.each([
    ['an address', repository],
    ['what npm makes of it', { type: 'git', url: `git+${repository}.git` }],
  ])('follows from the repository: %s', (_, named) => {
    expect(publication({ repository: named })).toEqual({
      repository: { type: 'git', url: `${repository}.git` },
      bugs: { url: `${repository}/issues` },
      homepage: `${repository}#readme`,
    });
  });

  it.each(['somebody/d2l-exercises', 'git@github.com:somebody/d2l.git', '', 'https://github.com/somebody'])(
    'refuses %j with what to write instead',
    (named) => expect(() => repositoryOf({ repository: named })).toThrow('https://github.com/OWNER/NAME'),
  );
});

describe('the page of the stores', () => {
  const page = readFileSync('docs/marketplace.md', 'utf8');

  it('has links from the root of the repository, and its pictures only where they are public', () => {
    const text =
      '# A\n\n![a chart](images/a.png)\n\nSee [the guide](guide.md#x), [it](https://d2l.ai), [b](../B.md).\n';
    const links = 'See [the guide](docs/guide.md#x), [it](https://d2l.ai), [b](B.md).\n';
    expect(storePage(text, 'docs', true)).toBe(`# A\n\n![a chart](docs/images/a.png)\n\n${links}`);
    expect(storePage(text, 'docs', false)).toBe(`# A\n\n${links}`);
  });

  it('leads to files that there are, and to pictures that are quickly there', () => {
    const links = [...storePage(page, 'docs', true).matchAll(/\]\(([^)#]+)/g)].map(([, link]) => link);
    const files = links.filter((link) => !link.startsWith('https:'));
    expect(files.length).toBeGreaterThan(6);
    for (const file of files) expect(statSync(file).size, file).toBeLessThan(2e6);
  });

  it('begins with five sentences, and shows the moving picture', () => {
    const [, first] = page.split('\n\n');
    expect(first.match(/[.?](\s|$)/g)).toHaveLength(5);
    const picture = readFileSync('docs/images/live-editing.png');
    expect(picture.readUInt32BE(picture.indexOf('acTL') + 4)).toBeGreaterThan(10);
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
