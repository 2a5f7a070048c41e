import { describe, expect, it } from 'vitest';
import { completionsAt, describeAt, signatureAt } from '../../../src/language/answers.ts';
import { Names, type Form, type NameEntry } from '../../../src/language/names.ts';

const TENSOR = 'torch.Tensor';
const form = (parameters: string[], result = ''): Form => ({ parameters, result });
const callable = (doc: string, ...forms: Form[]): NameEntry => ({ kind: 'function', doc, forms });
const classEntry = (name: string, ...parameters: string[]): NameEntry => ({
  kind: 'class',
  doc: '',
  class: name,
  forms: [form(parameters)],
});
const moduleEntry = (name: string): NameEntry => ({ kind: 'module', doc: '', module: name });

const names = new Names({
  modules: {
    torch: {
      nn: moduleEntry('torch.nn'),
      randn: callable(
        'Normal.',
        form(['*size: int'], TENSOR),
        form(['size: Sequence[int]', '*', 'dtype'], TENSOR),
      ),
      aminmax: callable('', form(['input: torch.Tensor'])),
    },
    'torch.nn': {
      Linear: classEntry('torch.nn.Linear', 'in_features: int', 'out_features: int', 'bias: bool = True'),
      functional: moduleEntry('torch.nn.functional'),
    },
    'torch.nn.functional': { relu: callable('', form(['input: torch.Tensor'], TENSOR)) },
    d2l: { torch: moduleEntry('d2l.torch') },
    'd2l.torch': { Module: classEntry('d2l.torch.Module') },
  },
  classes: {
    [TENSOR]: {
      bases: [],
      members: {
        sum: callable('', form([], TENSOR), form(['dim: int', 'keepdim: bool = False'], TENSOR)),
        T: { kind: 'attribute', doc: '', type: TENSOR },
        grad: { kind: 'attribute', doc: '', type: `${TENSOR} | Any` },
      },
    },
    'torch.nn.Module': {
      bases: [],
      members: { parameters: callable('', form([])), eval: callable('', form([], 'Self')) },
    },
    'torch.nn.Linear': { bases: ['torch.nn.Module'], members: { forward: callable('', form(['input'])) } },
    'd2l.torch.Module': { bases: ['torch.nn.Module'], members: { loss: callable('', form(['y_hat', 'y'])) } },
  },
});

/** Names offered where `|` stands. */
function offered(code: string, guess = false): string[] {
  const at = code.indexOf('|');
  return completionsAt(names, code.replace('|', ''), at, guess).map(({ name }) => name);
}

describe('completion', () => {
  it.each([
    ['import torch\ntorch.|\ny = 1', ['nn', 'randn', 'aminmax']],
    ['import torch as t\nt.nn.|', ['Linear', 'functional']],
    ['import torch.nn.functional as F\nF.re|', ['relu']],
    ['from torch import nn\nnet = nn.Linear(2, 1)\nnet.|', ['forward', 'parameters', 'eval']],
    ['from torch import nn\nnn.Linear(2, 1).eval().|', ['forward', 'parameters', 'eval']],
    ['import torch\ntorch.randn(2).grad.|', ['sum', 'T', 'grad']],
    ['from d2l import torch as d2l\nd2l.|', ['Module']],
    ['import torch\nX = torch.randn(2, 3)\nX.|', ['sum', 'T', 'grad']],
    ['import torch\nX = torch.randn(2, 3)\n(X[0] - X.T).|', ['sum', 'T', 'grad']],
    ['import torch\ntorch.randn((2, 3)).sum().|', ['sum', 'T', 'grad']],
    ['import torch\nprint(f"{torch.|', ['nn', 'randn', 'aminmax']],
    [
      'from d2l import torch as d2l\nclass Own(d2l.Module):\n    def f(self, X):\n        self.|',
      ['loss', 'parameters', 'eval'],
    ],
    ['from torch.nn import L|', ['Linear', 'functional']],
    ['from torch.nn import Linear, |', ['Linear', 'functional']],
    ['import torch.|', ['nn', 'randn', 'aminmax']],
    ['from |', ['torch', 'd2l']],
  ])('%s', (code, expected) => expect(offered(code)).toEqual(expected));

  it.each([
    ['torch.|'],
    ['import torch\n# torch.|'],
    ['import torch\nname = "torch.|"'],
    ['import torch\nX = torch.randn(2)\nX = other(X)\nX.|'],
    ['import torch\nX = torch.randn(2)\nX, y = other(X)\nX.|'],
    ['import torch\nX = torch.randn(2)\ndef f(X):\n    X.|'],
    ['import torch\ntorch.aminmax(X).|'],
    ['import torch\nx = 3.|'],
  ])('offers nothing for %s', (code) => expect(offered(code)).toEqual([]));

  it('guesses that an unknown object is a tensor only when asked', () => {
    expect(offered('y.|')).toEqual([]);
    expect(offered('y.|', true)).toEqual(['sum', 'T', 'grad']);
  });
});

function hovered(code: string): string | undefined {
  return describeAt(names, code.replace('|', ''), code.indexOf('|'))?.name;
}

describe('hover', () => {
  it.each([
    ['import torch\ntorch.ra|ndn(2)', 'torch.randn'],
    ['import torch\nto|rch.randn(2)', 'torch'],
    ['import torch\nX = torch.randn(2)\nX.sum|()', 'torch.Tensor.sum'],
    ['from torch import nn\nnn.Lin|ear(1, 2)', 'torch.nn.Linear'],
    ['torch.ra|ndn(2)', undefined],
    ['import torch\n# torch.ra|ndn', undefined],
  ])('%s', (code, expected) => expect(hovered(code)).toBe(expected));
});

/** Name, form and parameter of the call around `|`. */
function signed(code: string): unknown[] | undefined {
  const found = signatureAt(names, code.replace('|', ''), code.indexOf('|'));
  return found && [found.name, found.form, found.parameter];
}

describe('signature help', () => {
  const imports = 'import torch\nfrom torch import nn\nX = torch.randn(2)\n';

  it.each([
    ['nn.Linear(|', ['Linear', 0, 0]],
    ['nn.Linear(|)\ny = 3', ['Linear', 0, 0]],
    ['nn.Linear(2, (3, 4)|', ['Linear', 0, 1]],
    ['nn.Linear(2, bias=|', ['Linear', 0, 2]],
    ['torch.randn(2, 3, |', ['randn', 0, 0]],
    ['torch.randn(2, dtype=|', ['randn', 1, 2]],
    ['X.sum(|', ['sum', 1, 0]],
    ['nn.Linear(torch.randn(1, |', ['randn', 0, 0]],
    ['nn.Linear(2, 1)|', undefined],
    ['unknown(|', undefined],
  ])('%s', (code, expected) => expect(signed(imports + code)).toEqual(expected));
});
