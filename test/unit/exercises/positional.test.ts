import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RANKS, importanceOf } from '../../../src/exercises/importance.ts';
import { readBlocks } from '../../../src/exercises/blocks.ts';
import { readParameters } from '../../../src/exercises/parameters.ts';
import { planCells, planRun } from '../../../src/exercises/plan.ts';
import { provideSignatures } from '../../../src/exercises/signatures.ts';

const TABLE = {
  'torch.nn.Linear': ['in_features out_features bias device dtype'],
  'torch.nn.Dropout': ['p inplace'],
  'torch.optim.SGD': ['params lr momentum dampening weight_decay nesterov'],
  'torch.normal': ['mean! std!', 'mean! std', 'mean std!', 'mean std size'],
  'torch.arange': ['end', 'start end', 'start end step'],
  'torch.randn': ['*size', 'size'],
  'torch.Tensor.normal_': ['mean std'],
  'torch.Tensor.reshape': ['*shape', 'shape'],
  'torch.Tensor.sum': ['dim keepdim'],
  'd2l.torch.SyntheticRegressionData': ['w b noise num_train num_val batch_size'],
  'd2l.torch.Module': ['plot_train_per_epoch plot_valid_per_epoch'],
};
const IMPORTS =
  'import torch\nfrom torch import nn, optim\nfrom d2l import torch as d2l\nimport numpy as np\nimport random\n';

beforeAll(() => provideSignatures(() => JSON.stringify(TABLE)));
afterAll(() => provideSignatures(() => '{}'));

/** Keys and values of a file's parameters. */
function read(source: string): [string, unknown][] {
  const blocks = readBlocks(IMPORTS + source, 'python', 'a.py');
  return blocks.flatMap((block) =>
    readParameters(block, blocks).map(({ key, value }): [string, unknown] => [key, value]),
  );
}

describe('a positional literal', () => {
  it.each<[string, [string, unknown][]]>([
    ['for i in range(200): pass', [['range.stop', 200]]],
    [
      'for i in range(1, 200, 2): pass',
      [
        ['range.start', 1],
        ['range.stop', 200],
        ['range.step', 2],
      ],
    ],
    [
      'nn.Linear(784, 256)',
      [
        ['Linear.in_features', 784],
        ['Linear.out_features', 256],
      ],
    ],
    [
      'torch.nn.Linear(20, 1, bias=False)',
      [
        ['Linear.in_features', 20],
        ['Linear.out_features', 1],
        ['Linear.bias', false],
      ],
    ],
    ['torch.optim.SGD(net.parameters(), 0.03)', [['SGD.lr', 0.03]]],
    [
      'optim.SGD(params, 0.03, 0.9)',
      [
        ['SGD.lr', 0.03],
        ['SGD.momentum', 0.9],
      ],
    ],
    ['nn.Dropout(0.5)', [['Dropout.p', 0.5]]],
    [
      'd2l.SyntheticRegressionData(torch.tensor([2, -3.4]), 4.2)',
      [
        ['SyntheticRegressionData.w', [2, -3.4]],
        ['SyntheticRegressionData.b', 4.2],
      ],
    ],
    [
      'torch.normal(0, 0.01, (2, 1))',
      [
        ['normal.mean', 0],
        ['normal.std', 0.01],
      ],
    ],
    ['torch.arange(12)', [['arange.end', 12]]],
    [
      'torch.arange(0, 10)',
      [
        ['arange.start', 0],
        ['arange.end', 10],
      ],
    ],
    [
      'w.normal_(0, 0.01)',
      [
        ['normal_.mean', 0],
        ['normal_.std', 0.01],
      ],
    ],
    [
      'x.reshape(2).normal_(0, 0.01)',
      [
        ['normal_.mean', 0],
        ['normal_.std', 0.01],
      ],
    ],
    [
      'random.uniform(-1, 1)',
      [
        ['uniform.a', -1],
        ['uniform.b', 1],
      ],
    ],
    [
      'foreign(1, -2.5)',
      [
        ['foreign.arg1', 1],
        ['foreign.arg2', -2.5],
      ],
    ],
    [
      'nn.Sequential(nn.Linear(4, 8), nn.Linear(8, 1))',
      [
        ['Linear.in_features', 4],
        ['Linear.out_features', 8],
        ['Linear.in_features#2', 8],
        ['Linear.out_features#2', 1],
      ],
    ],
  ])('is named by the callee: %s', (source, expected) => {
    expect(read(source)).toEqual(expected);
  });

  it.each([
    'x[0]',
    'x.reshape(-1, 1)',
    'x.sum(0)',
    'torch.randn(200, 2)',
    'print(1, round(x, 3))',
    "print(f'{x:.3f}')",
    'len([1, 2])',
    'plt.plot(x, 3)',
    'torch.tensor([1.0, 2.0])',
    'net = make()\nnet(2)',
    "open('data.csv')",
    'f(*args, 3)',
    'x.split(3)',
    'torch.unlisted(3)',
    'axes[0].hist(x, 20)',
  ])('is none where it shapes nothing: %s', (source) => {
    expect(read(source)).toEqual([]);
  });

  it.each<[string, [string, unknown][]]>([
    [
      'def train(net, lr, epochs=3, *, quiet=True): pass\ntrain(net, 0.1, 10)',
      [
        ['train.epochs', 3],
        ['train.quiet', true],
        ['train.lr', 0.1],
        ['train.epochs#2', 10],
      ],
    ],
    [
      'class Net(nn.Module):\n    def __init__(self, hidden: int, p: float): pass\nNet(256, 0.5)',
      [
        ['Net.hidden', 256],
        ['Net.p', 0.5],
      ],
    ],
    ['class Net:\n    def grow(self, by): pass\nnet = Net()\nnet.grow(3)', [['grow.by', 3]]],
    ['class A:\n    def __init__(self, k): pass\nclass B(A): pass\nB(3)', [['B.k', 3]]],
    ['class M(d2l.Module): pass\nM(2)', [['M.plot_train_per_epoch', 2]]],
    ['@d2l.add_to_class(Net)\ndef grow(self, by): pass\nnet.grow(3)', [['grow.by', 3]]],
    [
      'f = lambda x, k: x * k\nf(2, 3)',
      [
        ['f.x', 2],
        ['f.k', 3],
      ],
    ],
    [
      "def train(kind, on): pass\ntrain('sgd', True)",
      [
        ['train.kind', 'sgd'],
        ['train.on', true],
      ],
    ],
  ])('is named by the document’s own definitions: %s', (source, expected) => {
    expect(read(source)).toEqual(expected);
  });

  it('is named by a definition in another block, the nearest above it', () => {
    const source = '# %% Set-up\ndef f(width): pass\n# %% [1]\ndef f(height): pass\nf(1)\n# %% [2]\nf(2)\n';
    expect(read(source).map(([key]) => key)).toEqual(['f.height', 'f.height']);
    expect(read('# %% [1]\nf(1)\n# %% [2]\ndef f(height): pass\n').map(([key]) => key)).toEqual(['f.height']);
  });

  it('is replaced in its place', () => {
    const blocks = readBlocks(`${IMPORTS}opt = optim.SGD(net.parameters(), 0.03)\n`, 'python', 'a.py');
    const [cell] = planCells(planRun(blocks, 'all'), { 'SGD.lr': 0.5 });
    expect(cell?.source).toContain('optim.SGD(net.parameters(), 0.5)');
  });
});

describe('the importance of a parameter', () => {
  const rank = (source: string): number[] => {
    const blocks = readBlocks(IMPORTS + source, 'python', 'a.py');
    return blocks.flatMap((block) => readParameters(block, blocks).map(importanceOf));
  };

  it('is that of hyperparameters before all else', () => {
    const names = 'lr = 1.\nnum_epochs = 1\nbatch_size = 1\nsigma = 1.\nnum_hiddens = 1\nwd = 1.\nx = 1\n';
    expect(rank(names)).toEqual([
      RANKS.rate,
      RANKS.length,
      RANKS.batch,
      ...Array<number>(3).fill(RANKS.hyperparameter),
      RANKS.ordinary,
    ]);
  });

  it('is small for constants of nature, which are known by value as well', () => {
    expect(rank('h = 6.6e-34\nc = 3e8\nk_B = 1.38e-23\ng = 9.81\n')).toEqual(
      Array<number>(4).fill(RANKS.constant),
    );
    expect(rank('c = 3\nk = 5\nh = 0.1\n')).toEqual(Array<number>(3).fill(RANKS.ordinary));
  });

  it('is that of a layer’s sizes, of dropout and of optimizers’ arguments by position', () => {
    expect(
      rank('nn.Linear(784, 256)\nnn.Dropout(0.5)\noptim.SGD(p, 0.1, 0.9)\nfor i in range(9): pass\n'),
    ).toEqual([
      ...Array<number>(3).fill(RANKS.hyperparameter),
      RANKS.rate,
      RANKS.hyperparameter,
      RANKS.length,
    ]);
  });
});
