// Puts together what ships: the same files for a VSIX and for npm, each with a manifest of its own.
import { chmod, copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { placeNativeBackend } from './native-backend.mjs';
import { thirdPartyNotices } from './notices.mjs';
import { publication, repositoryOf, storePage } from './publication.mjs';

/** In both. */
const COMMON = ['LICENSE', 'NOTICE', 'CHANGELOG.md'];
/** Only where VS Code reads them. */
const EDITOR = ['l10n', 'media', 'workbook'];
/** The README of the editor's packages, which stores show; npm shows the repository's. */
const STORE_PAGE = 'docs/marketplace.md';
/** Of dist/: for debugging and testing only, or copied there from elsewhere. */
const LEFT_OUT =
  /(^|\/)(test|generated|media|native)\/|\.map$|\.cache$|(^|\/)bundled\.json$|^web\/tests\.js$/;
/** Of dist/: what the command line has no use for. */
const EDITOR_ONLY =
  /^(extension|editor|language-help|adapter|debuggee|open-engine)\.js$|^language\/names\.json$|^stubs\//;
/** Of dist/: what of it each kind of package has. */
const WANTED = {
  editor: (file) => !/^cli\.js$|^web\//.test(file),
  commandLine: (file) => !EDITOR_ONLY.test(file) && !file.startsWith('web/'),
  web: (file) => /^web\/|^webview\/|^language\/names\.json$/.test(file),
};

/** Sections of package.json about developing it; what ships has everything it needs in it. */
const DEVELOPMENT = [
  'private',
  'scripts',
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'allowScripts',
];
/** Sections of package.json that only VS Code reads. */
const FOR_EDITOR = [
  'activationEvents',
  'browser',
  'capabilities',
  'categories',
  'contributes',
  'displayName',
  'extensionKind',
  'galleryBanner',
  'icon',
  'l10n',
  'main',
  'pricing',
  'publisher',
];

/**
 * @param {string} root a checkout
 * @returns {Promise<string[]>} files and folders of it that only the editor's packages have, the manifest's words in
 * every language among them
 */
export async function editorFiles(root) {
  const words = (await readdir(root)).filter((file) => /^package\.nls\.(.+\.)?json$/.test(file));
  return [...EDITOR, ...words.sort()];
}

/**
 * @param {string} root a checkout
 * @returns {Promise<string[]>} what the command line says in every language but English, which is in the code
 */
export async function sentenceFiles(root) {
  const files = await readdir(path.join(root, 'l10n'));
  return files.filter((file) => /^bundle\.l10n\..+\.json$/.test(file)).map((file) => `l10n/${file}`);
}

async function filesBelow(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((file) => path.relative(folder, path.join(file.parentPath, file.name))).sort();
}

/** Modes are given, not taken over: they are in the archive, and differ from one clone to the next. */
async function copy(from, to) {
  await mkdir(path.dirname(to), { recursive: true });
  await copyFile(from, to);
  await chmod(to, path.basename(to) === 'cli.js' ? 0o755 : 0o644);
}

async function copyTree(from, to, wanted = () => true) {
  for (const file of await filesBelow(from)) {
    if (wanted(file.split(path.sep).join('/'))) await copy(path.join(from, file), path.join(to, file));
  }
}

async function copyNamed(root, stage, names) {
  for (const name of names) {
    if (path.extname(name) || name === name.toUpperCase())
      await copy(path.join(root, name), path.join(stage, name));
    else await copyTree(path.join(root, name), path.join(stage, name));
  }
}

/** @returns {Promise<Record<string, any>>} package.json */
async function readManifest(root) {
  return JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
}

/** @typedef {'editor' | 'commandLine' | 'web'} Kind */

/** @param {Kind} kind */
async function writeReadme(root, stage, kind) {
  if (kind === 'commandLine') return copy(path.join(root, 'README.md'), path.join(stage, 'README.md'));
  const page = await readFile(path.join(root, STORE_PAGE), 'utf8');
  const isPublic = repositoryOf(await readManifest(root)) !== undefined;
  await writeFile(path.join(stage, 'README.md'), storePage(page, path.dirname(STORE_PAGE), isPublic));
}

/** @param {Kind} kind */
async function writeManifest(root, stage, kind) {
  const manifest = await readManifest(root);
  Object.assign(manifest, publication(manifest));
  for (const section of DEVELOPMENT) delete manifest[section];
  if (kind === 'commandLine') {
    for (const section of FOR_EDITOR) delete manifest[section];
    delete manifest.engines.vscode;
  } else {
    delete manifest.bin;
    delete manifest.engines.node;
    delete manifest[kind === 'web' ? 'main' : 'browser'];
  }
  await writeFile(path.join(stage, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/**
 * @param {string} root a built checkout
 * @param {string} stage the folder to fill; emptied first
 * @param {{kind: Kind, native: boolean}} options `native`: with TensorFlow's library for this platform
 */
export async function stagePackage(root, stage, { kind, native }) {
  await rm(stage, { recursive: true, force: true });
  await mkdir(stage, { recursive: true });
  const own = kind === 'commandLine' ? await sentenceFiles(root) : await editorFiles(root);
  await copyNamed(root, stage, [...COMMON, ...own]);
  await copyTree(
    path.join(root, 'dist'),
    path.join(stage, 'dist'),
    (file) => !LEFT_OUT.test(file) && WANTED[kind](file),
  );
  const list = kind === 'web' ? 'dist/web/bundled.json' : 'dist/bundled.json';
  const bundled = JSON.parse(await readFile(path.join(root, list), 'utf8'));
  const carried = native ? await placeNativeBackend(root, path.join(stage, 'dist/native')) : [];
  await writeFile(
    path.join(stage, 'THIRD-PARTY-NOTICES.txt'),
    thirdPartyNotices(root, [...bundled, ...carried]),
  );
  await writeReadme(root, stage, kind);
  await writeManifest(root, stage, kind);
}
