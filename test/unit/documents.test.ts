/** The documents name only what exists: files, anchors, npm scripts, settings. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

const root = path.join(import.meta.dirname, '../..');

/** Made by a build or by a test host; not there in a fresh clone. */
const MADE = /^(dist|build|node_modules|test-host\/\.host)\//;

/** What a learner's or another project's own file is called. */
const OTHERS = new Set(['THIRD-PARTY-NOTICES.txt', 'report.html']);

const filesBelow = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
    path.posix.join(folder, file.split(path.sep).join('/')),
  );

const top = readdirSync(root);
const FOLDERS = ['.ci', '.github', 'bench', 'docs', 'l10n', 'media', 'scripts', 'src', 'test', 'workbook'];
const known = [
  ...top,
  ...FOLDERS.flatMap(filesBelow),
  ...readdirSync(path.join(root, 'test-host')).map((name) => `test-host/${name}`),
];

const documents = [...top, ...filesBelow('docs')].filter((file) => file.endsWith('.md')).sort();
const textOf = (document: string): string => readFileSync(path.join(root, document), 'utf8');

/** Texts in back quotes, those of fenced blocks left out. */
const quoted = (text: string): string[] =>
  [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, words]) => words ?? '');

const isFile = (words: string): boolean =>
  /^[\w.@-]+(\/[\w.@*-]+)*\.(ts|mjs|py|json|jsonc|md|css|html|toml|yml|js|bin)$/.test(words);
const isFolder = (words: string): boolean => /^[\w.-]+(\/[\w.-]+)*\/$/.test(words);

/** A path may be told from the root, or by its last parts where the document has said which folder it speaks of. */
function exists(words: string): boolean {
  if (MADE.test(words) || OTHERS.has(words)) return true;
  if (isFolder(words)) return known.some((file) => `/${file}/`.includes(`/${words}`));
  const pattern = new RegExp(`(^|/)${words.split('*').map(escape).join('[^/]*')}$`);
  return known.some((file) => pattern.test(file));
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** As GitHub names a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading ?? ''));

function isDead(document: string, target: string): boolean {
  if (/^[a-z]+:/.test(target)) return false;
  const [file = '', anchor] = target.split('#');
  const place = file === '' ? document : path.posix.join(path.posix.dirname(document), file);
  if (!existsSync(path.join(root, place))) return true;
  return anchor !== undefined && !anchorsOf(textOf(place)).includes(anchor);
}

describe.each(documents)('%s', (document) => {
  const text = textOf(document);

  it('leads nowhere that is not there', () => {
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target ?? '');
    expect(targets.filter((target) => isDead(document, target))).toEqual([]);
  });

  it('names no file or folder that is not there', () => {
    expect(quoted(text).filter((words) => (isFile(words) || isFolder(words)) && !exists(words))).toEqual([]);
  });

  it('names no script that npm does not know', () => {
    const names = [...text.matchAll(/(?:^|`|&& )npm (?:run )?([a-z]+(?:[:-][a-z]+)*)/gm)].map(
      ([, name]) => name ?? '',
    );
    const own = new Set([...Object.keys(manifest.scripts), 'run', 'ci', 'install', 'audit']);
    expect(names.filter((name) => !own.has(name))).toEqual([]);
  });

  it('names no setting or command that the extension does not have', () => {
    const { configuration, commands, views } = manifest.contributes;
    const own = new Set([
      ...Object.keys(configuration.properties),
      ...commands.map(({ command }) => command),
      ...Object.values(views).flatMap((list) => list.map(({ id }) => id)),
    ]);
    const named = quoted(text).filter((words) => /^d2l\.[a-z]+[A-Z]\w*$/.test(words));
    expect(named.filter((name) => !own.has(name))).toEqual([]);
  });
});

it('every script of package.json is told somewhere', () => {
  const all = documents.map(textOf).join('\n');
  const untold = Object.keys(manifest.scripts).filter((name) => !new RegExp(`\\b${name}\\b`).test(all));
  expect(untold).toEqual([]);
});

const sources = ['bench', 'scripts', 'src', 'test', 'test-host']
  .flatMap((folder) =>
    folder === 'test-host' ? known.filter((file) => file.startsWith('test-host/')) : filesBelow(folder),
  )
  .filter((file) => /\.(ts|mjs|py|css)$/.test(file));

it('comments name only decisions that are there', () => {
  const numbers = readdirSync(path.join(root, 'docs/decisions')).map((name) => Number(name.slice(0, 4)));
  const dead = sources.flatMap((file) =>
    [...textOf(file).matchAll(/\bdecision (\d+)/g)]
      .filter(([, number]) => !numbers.includes(Number(number)))
      .map(([words]) => `${file}: ${words}`),
  );
  expect(dead).toEqual([]);
});
