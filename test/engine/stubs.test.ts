/** The type stubs, as pyright reads them: they parse, and a program of the workbook finds everything in them. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'd2l-stubs-'));

/** Errors of pyright as `file:line message`, without the folder. */
function check(project: string): string[] {
  const pyright = path.join(root, 'node_modules/pyright/index.js');
  const words = [pyright, '--outputjson', '--project', path.join(folder, project)];
  const { stdout } = spawnSync(process.execPath, words, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const report = JSON.parse(stdout) as {
    readonly generalDiagnostics: readonly {
      readonly file: string;
      readonly severity: string;
      readonly message: string;
      readonly range: { readonly start: { readonly line: number } };
    }[];
    readonly summary: { readonly filesAnalyzed: number };
  };
  expect(report.summary.filesAnalyzed).toBeGreaterThan(0);
  return report.generalDiagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ file, message, range }) => `${path.basename(file)}:${range.start.line + 1} ${message}`);
}

function configure(project: string): void {
  const settings = { typeCheckingMode: 'basic', extraPaths: [path.join(folder, 'read/stubs')] };
  mkdirSync(path.join(folder, project), { recursive: true });
  writeFileSync(path.join(folder, project, 'pyrightconfig.json'), JSON.stringify(settings));
}

beforeAll(() => {
  for (const project of ['read', 'right', 'wrong']) configure(project);
  cpSync(path.join(root, 'dist/stubs'), path.join(folder, 'read/stubs'), { recursive: true });
  const program = '3.4-linear-regression-scratch.py';
  cpSync(path.join(root, 'workbook', program), path.join(folder, 'right', program));
  writeFileSync(
    path.join(folder, 'wrong/program.py'),
    'import torch\nfrom torch import nn\ntorch.rand_n(2)\nnn.Linear(in_features="two", out_features=1)\ntorch.randn(2).summ()\n',
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the type stubs', () => {
  it('have no errors', () => expect(check('read')).toEqual([]));

  it('know everything that section 3.4 uses', () => expect(check('right')).toEqual([]));

  it('show mistakes', () => {
    const lines = check('wrong').map((error) => error.split(' ')[0]);
    expect(lines).toEqual(['program.py:3', 'program.py:4', 'program.py:5']);
  });
});
