// Checks the types of our Python with pyright. What ships is written by hand (src/training/python) and generated from
// the operations' declarations, so both are put together first, as they are in the extension; only the former is judged. What
// runs exercises on real PyTorch is checked against ours, which has PyTorch's names.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'smol-toml';
import { generatePython } from './generate-python.mjs';

const root = path.dirname(import.meta.dirname);
const written = path.join(root, 'src/training/python');
const runner = path.join(root, 'src/training/pytorch/python');
const generated = path.join(root, 'dist/generated/python');
const together = path.join(root, 'build/python-types');

/** What TypeScript registers under the name `_engine`; its functions take and return numbers (decision 2). */
const engineStub = 'from typing import Any\n\ndef __getattr__(name: str) -> Any: ...\n';

async function putTogether() {
  await rm(together, { recursive: true, force: true });
  await mkdir(together, { recursive: true });
  for (const folder of [generated, written, runner]) {
    await cp(folder, together, { recursive: true, filter: (file) => !file.endsWith('__pycache__') });
  }
  await writeFile(path.join(together, '_engine.pyi'), engineStub);
  const { pyright } = parse(readFileSync(path.join(root, 'pyproject.toml'), 'utf8')).tool;
  await writeFile(
    path.join(together, 'pyrightconfig.json'),
    JSON.stringify({ ...pyright, ignore: ['torch/_operations*.py'] }),
  );
}

/** Where a file of the combined folder comes from, relative to the project. */
function originOf(file) {
  const place = path.relative(together, file);
  const folder = [written, runner].find((each) => existsSync(path.join(each, place))) ?? written;
  return path.relative(root, path.join(folder, place));
}

function print({ file, severity, message, range, rule }) {
  const { line, character } = range.start;
  console.error(
    `${originOf(file)}:${line + 1}:${character + 1}  ${severity} ${rule ?? 'syntax'}  ${message}`,
  );
}

await generatePython();
await putTogether();
const pyright = path.join(root, 'node_modules/pyright/index.js');
const run = spawnSync(process.execPath, [pyright, '--outputjson', '--project', together], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
});
const { generalDiagnostics, summary } = JSON.parse(run.stdout);
generalDiagnostics.forEach(print);
console.log(
  `pyright: ${summary.filesAnalyzed} files, ${summary.errorCount} errors, ${summary.warningCount} warnings`,
);
process.exitCode = summary.errorCount > 0 || summary.filesAnalyzed === 0 ? 1 : 0;
