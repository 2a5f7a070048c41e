/** The type stubs, as pyright reads them: they parse, and no correct program is underlined because of them. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'd2l-stubs-'));

/** Areas of programs that go wrong on purpose, in places at least. */
const WRONG = ['errors', 'graph-errors', 'tutorials'];
/** What Python's own rules say of programs in cells, whatever stubs there are: names of other cells and a second version. */
const OF_CELLS = ['reportRedeclaration', 'reportUndefinedVariable', 'reportUnusedExpression'];

/**
 * Lines that pyright underlines with PyTorch's own sources too (it infers a parameter's type from its default, and one
 * type for all the values of a dictionary), and those that ask for what there is not.
 */
const UNDERLINED = [
  'right/3.6-generalization.py:79',
  // The sum of tensors may be the number 0 for pyright.
  'right/6.5-custom-layers.py:28',
  'autograd/own-descent.py:13',
  'chapter-12/12.11-schedulers-of-our-own.py:53',
  'chapter-12/12.3-newton.py:41',
  'chapter-12/12.6-momentum.py:37',
  'chapter-3/3.2-add-to-class.py:17',
  'exercises/3.3.1-last-batch.py:13',
  'first-edition/gradient-clipping.py:8',
  'hyperparameters/add-to-class.py:18',
  'optimizers/adam-variants.py:12',
  'optimizers/adaptive-variants.py:13',
  'optimizers/sgd-variants.py:13',
  // The slope is a function in one cell and a number in another.
  'right/2.4-calculus.py:40',
  'right/2.4-calculus.py:45',
  // Numbers for the optimizer.
  'learners/schedule-mistakes.py:23',
  'optimizers/wrong-arguments.py:11',
  // A form that the engine takes and the stubs do not show: A for the matrix.
  'learners/index-and-size-mistakes.py:39',
  // A wrong name of an argument, and an attribute that PyTorch keeps to itself.
  'optimizers/wrong-arguments.py:13',
  'inplace/version.py:4',
  'inplace/version.py:9',
];

/** Errors of pyright, and its warnings of imports, as `folder/file:line message`. */
function check(project: string): string[] {
  const pyright = path.join(root, 'node_modules/pyright/index.js');
  const words = [pyright, '--outputjson', '--project', path.join(folder, project)];
  const { stdout } = spawnSync(process.execPath, words, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const report = JSON.parse(stdout) as {
    readonly generalDiagnostics: readonly {
      readonly file: string;
      readonly severity: string;
      readonly message: string;
      readonly rule?: string;
      readonly range: { readonly start: { readonly line: number } };
    }[];
    readonly summary: { readonly filesAnalyzed: number };
  };
  expect(report.summary.filesAnalyzed).toBeGreaterThan(0);
  return report.generalDiagnostics
    .filter(({ severity, rule = '' }) => severity === 'error' || rule.startsWith('reportMissing'))
    .filter(({ rule = '' }) => !OF_CELLS.includes(rule))
    .map(({ file, message, range }) => `${placeOf(file)}:${range.start.line + 1} ${message}`);
}

const placeOf = (file: string): string => path.join(path.basename(path.dirname(file)), path.basename(file));

function configure(project: string): void {
  const settings = { typeCheckingMode: 'basic', extraPaths: [path.join(folder, 'read/stubs')] };
  mkdirSync(path.join(folder, project), { recursive: true });
  writeFileSync(path.join(folder, project, 'pyrightconfig.json'), JSON.stringify(settings));
}

beforeAll(() => {
  for (const project of ['read', 'right', 'wrong']) configure(project);
  cpSync(path.join(root, 'dist/stubs'), path.join(folder, 'read/stubs'), { recursive: true });
  cpSync(path.join(root, 'workbook'), path.join(folder, 'right'), { recursive: true });
  cpSync(path.join(import.meta.dirname, 'programs'), path.join(folder, 'right/programs'), {
    recursive: true,
  });
  writeFileSync(
    path.join(folder, 'wrong/program.py'),
    'import torch\nfrom torch import nn\ntorch.rand_n(2)\nnn.Linear(in_features="two", out_features=1)\ntorch.randn(2).summ()\n',
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the type stubs', () => {
  it('have no errors', () => expect(check('read')).toEqual([]));

  it('know everything that correct programs use', () => {
    const found = check('right').filter((error) => !WRONG.includes(path.dirname(error.split(':')[0]!)));
    const lines = new Set(found.map((error) => error.split(' ')[0]!));
    expect(found.filter((error) => !UNDERLINED.includes(error.split(' ')[0]!))).toEqual([]);
    expect(UNDERLINED.filter((line) => !lines.has(line))).toEqual([]);
  });

  it('show mistakes', () => {
    const lines = check('wrong').map((error) => error.split(' ')[0]);
    expect(lines).toEqual(['wrong/program.py:3', 'wrong/program.py:4', 'wrong/program.py:5']);
  });
});
