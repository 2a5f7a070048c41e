// Lints and formats our Python with ruff's WebAssembly build, so that no Python is needed for it.
//   node scripts/python-style.mjs lint             reports problems as file:line:column
//   node scripts/python-style.mjs format           rewrites what is not formatted
//   node scripts/python-style.mjs format --check   only names it
import { PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-nodejs';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'smol-toml';

const root = path.dirname(import.meta.dirname);
const folders = [
  'src/training/python',
  'src/training/pytorch/python',
  'src/training/jupyter',
  'workbook',
  'test',
  'bench',
];

const { 'extend-exclude': excluded = [], ...settings } = parse(
  readFileSync(path.join(root, 'pyproject.toml'), 'utf8'),
).tool.ruff;
const { 'per-file-ignores': exceptions = {}, ...lint } = settings.lint;

function pythonFiles(folder) {
  const entries = readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.py'))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !excluded.some((start) => file.startsWith(start)))
    .sort();
}

/**
 * Rules that `file` is excused from. This build of ruff sees no file names, so patterns are read here: one star, at the end
 * (what lies in a folder) or at the start (files of a name).
 */
function excused(file) {
  const matches = ([pattern]) =>
    pattern.startsWith('*') ? file.endsWith(pattern.slice(1)) : file.startsWith(pattern.replace(/\*$/, ''));
  return Object.entries(exceptions)
    .filter(matches)
    .flatMap(([, rules]) => rules);
}

function workspaceFor(file) {
  const ignore = [...(lint.ignore ?? []), ...excused(file)];
  return new Workspace({ ...settings, lint: { ...lint, ignore } }, PositionEncoding.Utf16);
}

/** Prints each file's problems and returns how many there are. */
function lintAll(files) {
  let count = 0;
  for (const file of files) {
    for (const problem of workspaceFor(file).check(readFileSync(path.join(root, file), 'utf8'))) {
      const { row, column } = problem.start_location;
      console.error(`${file}:${row}:${column}  ${problem.code ?? 'syntax'}  ${problem.message}`);
      count++;
    }
  }
  return count;
}

/** Formats each file, or names it when `check`; returns how many were not formatted. */
function formatAll(files, check) {
  let count = 0;
  for (const file of files) {
    const source = readFileSync(path.join(root, file), 'utf8');
    const formatted = workspaceFor(file).format(source);
    if (formatted === source) continue;
    count++;
    console.error(check ? `${file}:1:1  is not formatted (npm run format)` : `formatted ${file}`);
    if (!check) writeFileSync(path.join(root, file), formatted);
  }
  return check ? count : 0;
}

const [mode, option] = process.argv.slice(2);
const files = folders.flatMap(pythonFiles);
const problems = mode === 'format' ? formatAll(files, option === '--check') : lintAll(files);
console.log(
  `ruff: ${files.length} Python files, ${problems} ${mode === 'format' ? 'unformatted' : 'problems'}`,
);
process.exitCode = problems > 0 ? 1 : 0;
