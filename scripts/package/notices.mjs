// The licences of everything that ships, as one text.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Licences that may be shipped in a work under Apache-2.0 as it is done here; another one asks for a decision. */
const ACCEPTED = new Set([
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Bitstream-Vera',
  'CC-BY-4.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  '0BSD',
]);

/** Copied as files, not bundled, so that esbuild does not know of them. */
const COPIED = ['node_modules/dejavu-fonts-ttf', 'node_modules/@vscode/codicons', 'node_modules/pyodide'];

/** Licences of packages that name theirs in a text only. */
const NAMED_ELSEWHERE = { 'dejavu-fonts-ttf': 'Bitstream-Vera' };

const RULE = `\n${'-'.repeat(80)}\n`;

/** Whether every licence of an expression such as `(BSD-3-Clause AND Apache-2.0)` is accepted. */
function isAccepted(licence = '') {
  return licence
    .replace(/[()]/g, '')
    .split(' AND ')
    .every((name) => ACCEPTED.has(name));
}

/** @returns {{name: string, version: string, licence: string, text: string | undefined}} */
function describePackage(root, folder) {
  const place = path.join(root, folder);
  const { name, version, license } = JSON.parse(readFileSync(path.join(place, 'package.json'), 'utf8'));
  const licence = NAMED_ELSEWHERE[name] ?? (typeof license === 'object' ? license.type : license);
  const file = readdirSync(place).find((entry) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(entry));
  return { name, version, licence, text: file && readFileSync(path.join(place, file), 'utf8').trim() };
}

function section({ name, version, licence, text }) {
  const body = text ?? `The package carries no text of its licence; it names ${licence}.`;
  return `${name} ${version} (${licence})\n\n${body}\n`;
}

/**
 * @param {string} root
 * @param {readonly string[]} folders of packages, as dist/bundled.json lists them
 * @returns {string} for THIRD-PARTY-NOTICES.txt, which goes beside NOTICE
 * @throws Error naming every package whose licence is not among those that were thought about
 */
export function thirdPartyNotices(root, folders) {
  const packages = [...new Set([...folders, ...COPIED])].map((folder) => describePackage(root, folder));
  const unknown = packages.filter(({ licence }) => !isAccepted(licence));
  if (unknown.length > 0) {
    const names = unknown.map(({ name, licence }) => `${name} (${licence ?? 'no licence named'})`).join(', ');
    throw new Error(`licences that nobody decided about: ${names}`);
  }
  packages.sort((a, b) => (a.name < b.name ? -1 : 1));
  return packages.map(section).join(RULE);
}
