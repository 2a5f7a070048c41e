/** Programs that one mistake each ends with an error. */
import { COMPLETE, DATA, modelWith, WEIGHTS, type BrokenProgram } from './broken-programs.ts';

export const FAILING: readonly BrokenProgram[] = [
  {
    name: 'a second backward',
    kind: 'secondBackward',
    source: `import torch
x = torch.arange(4.0, requires_grad=True)
y = (x * x).sum()
y.backward()
x.grad.zero_()
y.backward()  # again
`,
    at: 'y.backward()  # again',
    fixed: 'y.backward(retain_graph=True)\nx.grad.zero_()',
    words: ['line 4'],
  },
  {
    name: 'a second backward through a part that two losses share',
    kind: 'secondBackward',
    source: `import torch
x = torch.arange(4.0, requires_grad=True)
shared = (x * x)
a, b = shared.sum(), (shared * 2).sum()
print('between')
a.backward(gradient=torch.tensor(1.0),)
b.backward()
`,
    at: 'b.backward()',
    fixed: 'a.backward(gradient=torch.tensor(1.0), retain_graph=True)',
  },
  {
    name: 'a graph that a loop walks again and again',
    kind: 'secondBackward',
    source: `import torch
x = torch.arange(4.0, requires_grad=True)
y = (x * x).sum()
for i in range(3):
    y.backward()
`,
    at: 'y.backward()',
    fixed: 'y.backward(retain_graph=True)',
  },
  {
    name: 'weights changed while they are recorded',
    kind: 'inPlaceLeaf',
    source: `${DATA}${WEIGHTS}for epoch in range(3):
    l = ((X @ w + b - y) ** 2).mean()
    l.backward()
    w -= 0.03 * w.grad
    b -= 0.03 * b.grad
    w.grad.zero_()
    b.grad.zero_()
`,
    at: 'w -= 0.03',
    fixed: '    with torch.no_grad():\n        w -= 0.03 * w.grad\n        b -= 0.03 * b.grad\n    w.grad',
  },
  {
    name: 'weights of a list changed while they are recorded',
    kind: 'inPlaceLeaf',
    source: `import torch as pt
w = pt.zeros(2, requires_grad=True)
(w * 2).sum().backward()
for p in [w]:
    p.sub_(
        0.1 * p.grad)
`,
    at: 'p.sub_(',
    fixed: '    with pt.no_grad():\n        p.sub_(\n            0.1 * p.grad)',
  },
  {
    name: 'a tensor of integers that is to have a gradient',
    kind: 'integerGradient',
    source: 'import torch\nx = torch.arange(4, requires_grad=True)\n(x * x).sum().backward()\n',
    at: 'torch.arange',
    fixed: 'torch.arange(4, requires_grad=True, dtype=torch.float32)',
  },
  {
    name: 'integers by name that are to have a gradient',
    kind: 'integerGradient',
    source:
      'import torch\nx = torch.tensor([1, 2], dtype=torch.int64, requires_grad=True)\n(x * x).sum().backward()\n',
    at: 'torch.tensor',
    fixed: 'dtype=torch.float32, requires_grad=True',
  },
  {
    name: 'integers whose gradient is asked for later',
    kind: 'integerGradient',
    source: 'import torch\nx = torch.arange(4)\nx.requires_grad_(True)\n(x * x).sum().backward()\n',
    at: 'x.requires_grad_',
    fixed: 'x = x.float().requires_grad_(True)',
  },
  {
    name: 'integers whose gradient is asked for by assignment',
    kind: 'integerGradient',
    source: 'import torch\nx = torch.arange(4)\nx.requires_grad = True\n(x * x).sum().backward()\n',
    at: 'x.requires_grad =',
    fixed: 'x = x.float()\nx.requires_grad = True',
  },
  {
    name: 'a parameter of integers',
    kind: 'integerGradient',
    source:
      'import torch\nfrom torch import nn\nx = nn.Parameter(torch.arange(3))\n(x * x).sum().backward()\n',
    at: 'nn.Parameter',
    fixed: 'nn.Parameter(torch.arange(3).float())',
  },
  {
    name: 'a loss that lost its graph',
    kind: 'detached',
    source: `${DATA}${WEIGHTS}l = ((X @ w + b - y) ** 2).mean().detach()\nl.backward()\n`,
    at: 'l.backward()',
  },
  {
    name: 'hyperparameters that are not saved',
    kind: 'noHyperparameters',
    source: modelWith(COMPLETE.replace('        self.save_hyperparameters()\n', '')),
    at: 'return torch.optim.SGD(self.parameters(), self.lr)',
    fixed: 'super().__init__()\n        self.save_hyperparameters()\n        self.net',
    words: ['Model.__init__', 'lr'],
  },
  {
    name: 'hyperparameters of data that are not saved',
    kind: 'noHyperparameters',
    source: `from d2l import torch as d2l
class Data(d2l.DataModule):
    def __init__(self, num_train):
        """Some rows."""
        self.batch_size = 4

print(Data(8).num_train)
`,
    at: 'print(',
    fixed: '"""Some rows."""\n        self.save_hyperparameters()\n        self.batch_size',
  },
  {
    name: 'a module that is used before it is made',
    kind: 'noSuperInit',
    source: modelWith(
      COMPLETE.replace('        super().__init__()\n', '').replace(
        '        self.save_hyperparameters()\n',
        '',
      ),
    ).replace('self.lr)', '0.03)'),
    at: 'self.net = nn.Linear',
    fixed: '        super().__init__()\n        self.net',
  },
];
