import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';

/** The built program, with the signatures that the built engine told of itself. */
const PROGRAM = path.resolve('dist/cli.js');
const folder = mkdtempSync(path.join(tmpdir(), 'd2l-exercises-'));
const FILE = path.join(folder, 'exercise.py');

afterAll(() => rmSync(folder, { recursive: true }));

const program = async (...words: string[]): Promise<string> =>
  (await promisify(execFile)(process.execPath, [PROGRAM, ...words])).stdout;

describe('positional literals on the command line', () => {
  it('have the names that the engine’s own functions have, and are set by them', async () => {
    writeFileSync(
      FILE,
      `import torch
from torch import nn
import torch.nn.functional as F
from d2l import torch as d2l
layers = nn.Sequential(nn.Linear(784, 256), nn.Dropout(0.5), nn.LazyLinear(10))
data = d2l.SyntheticRegressionData(torch.tensor([2, -3.4]), 4.2)
w = torch.normal(0, 0.01, (2, 1)).reshape(-1, 1)
opt = torch.optim.SGD([w.requires_grad_()], 0.03, 0.9)
y = F.leaky_relu(torch.linspace(-1, 1, 5), 0.1)
for step in range(200): pass
print(opt.param_groups[0]['lr'], step, data.b)
`,
    );
    const listed = (await program('list', FILE)).match(/^ {2}\S+(?= = )/gm)?.map((key) => key.trim());
    expect(listed).toEqual([
      ...['Linear.in_features', 'Linear.out_features', 'Dropout.p', 'LazyLinear.out_features'],
      ...['SyntheticRegressionData.w', 'SyntheticRegressionData.b', 'normal.mean', 'normal.std'],
      ...['SGD.lr', 'SGD.momentum', 'linspace.start', 'linspace.end', 'linspace.steps'],
      ...['leaky_relu.negative_slope', 'range.stop'],
    ]);
    const printed = await program(
      ...['run', FILE, '--backend', 'js'],
      ...['--set', 'SGD.lr=0.5', '--set', 'stop=10', '--set', 'b=-1.5e-12'],
    );
    expect(printed).toContain('0.5 9 -1.5e-12\n');
  });
});
