/** Programs that end with an error of Python's or PyTorch's own, which is explained, and corrected where that is certain. */
import type { BrokenProgram } from './broken-programs.ts';

const TORCH = 'import torch\n';
const D2L = 'from d2l import torch as d2l\n';

const SPELLING: readonly BrokenProgram[] = [
  {
    name: 'a misspelled variable',
    kind: 'didYouMean',
    source: `learning_rate = 0.1\nprint(learning_rat * 2)\n`,
    at: 'print',
    fixed: 'print(learning_rate * 2)',
    words: ['learning_rat', 'learning_rate is near'],
  },
  {
    name: 'a misspelled variable inside a function',
    kind: 'didYouMean',
    source: `def area(width, height):\n    return widht * height\nprint(area(2, 3))\n`,
    at: 'return',
    fixed: 'return width * height',
  },
  {
    name: 'a misspelled built-in function',
    kind: 'didYouMean',
    source: `values = [1, 2]\npritn(values)\n`,
    at: 'pritn',
    fixed: 'print(values)',
  },
  {
    name: 'a misspelled attribute of a module',
    kind: 'didYouMean',
    source: `${TORCH}x = torch.zeroes(2)\n`,
    at: 'x = ',
    fixed: 'torch.zeros(2)',
  },
  {
    name: 'a misspelled method of a tensor',
    kind: 'didYouMean',
    source: `${TORCH}print(torch.ones(2, 3).reshpe(3, 2).shape)\n`,
    at: 'print',
    fixed: '.reshape(3, 2)',
  },
  {
    name: 'a misspelled class of d2l',
    kind: 'didYouMean',
    source: `${D2L}trainer = d2l.Trianer(max_epochs=1)\n`,
    at: 'trainer',
    fixed: 'd2l.Trainer(max_epochs=1)',
  },
  {
    name: 'a misspelled attribute of an object of one’s own',
    kind: 'didYouMean',
    source: `class Box:\n    def __init__(self):\n        self.width = 2\nbox = Box()\nprint(box.widht)\n`,
    at: 'print',
    fixed: 'print(box.width)',
  },
  {
    name: 'a misspelled name that is imported',
    kind: 'didYouMean',
    source: `from math import sqrtt\n`,
    at: 'from math',
    fixed: 'from math import sqrt\n',
  },
  {
    name: 'a misspelled keyword of a function of one’s own',
    kind: 'didYouMean',
    source: `def train(num_epochs=3):\n    return num_epochs\nprint(train(num_epoch=2))\n`,
    at: 'print',
    fixed: 'print(train(num_epochs=2))',
  },
  {
    name: 'a misspelled keyword of a function of torch',
    kind: 'didYouMean',
    source: `${TORCH}w = torch.randn(2, requires_gradd=True)\n`,
    at: 'w = ',
    fixed: 'torch.randn(2, requires_grad=True)',
  },
  {
    name: 'a misspelled keyword of a method with overloads',
    kind: 'didYouMean',
    source: `${TORCH}print(torch.ones(2, 3).sum(dimm=1))\n`,
    at: 'print',
    fixed: '.sum(dim=1)',
  },
  {
    name: 'a misspelled keyword of a layer',
    kind: 'didYouMean',
    source: `${TORCH}net = torch.nn.Linear(2, 1, biass=False)\n`,
    at: 'net',
    fixed: 'bias=False',
  },
  {
    name: 'a misspelled keyword of an optimizer',
    kind: 'didYouMean',
    source: `${TORCH}net = torch.nn.Linear(2, 1)\nprint(torch.optim.SGD(net.parameters(), lr=0.1, momentun=0.9))\n`,
    at: 'print',
    fixed: 'momentum=0.9',
  },
];

const PRODUCTS: readonly BrokenProgram[] = [
  {
    name: 'a right operand that lies on its side',
    kind: 'productShapes',
    source: `${TORCH}X = torch.ones(4, 3)\nW = torch.ones(5, 3)\nprint((X @ W).shape)\n`,
    at: 'print',
    fixed: 'X @ W.T',
    words: ['(4, 3), has 3 columns', '(5, 3), has 5 rows', '.T'],
  },
  {
    name: 'a left operand that lies on its side',
    kind: 'productShapes',
    source: `${TORCH}X = torch.ones(4, 3)\nY = torch.ones(4, 2)\nprint(torch.mm(X, Y).shape)\n`,
    at: 'print',
    fixed: 'torch.mm(X.T, Y)',
    words: ['the left operand transposed'],
  },
  {
    name: 'operands in the wrong order',
    kind: 'productShapes',
    source: `${TORCH}W = torch.ones(3, 2)\nX = torch.ones(5, 3)\nprint((W @ X).shape)\n`,
    at: 'print',
    fixed: 'X @ W',
    words: ['in the other order'],
  },
  {
    name: 'operands for which there is more than one way to fit',
    kind: 'productShapes',
    source: `${TORCH}X = torch.ones(4, 3)\nprint((X @ X).shape)\n`,
    at: 'print',
    words: ['the right operand transposed (.T) or the left operand transposed (.T)'],
  },
  {
    name: 'operands that no transposition makes fit',
    kind: 'productShapes',
    source: `${TORCH}print((torch.ones(4, 3) @ torch.ones(5, 6)).shape)\n`,
    at: 'print',
  },
  {
    name: 'an input that a layer does not take',
    kind: 'productShapes',
    source: `${TORCH}from torch import nn\nnet = nn.Sequential(nn.Linear(784, 10))\nprint(net(torch.ones(2, 28)).shape)\n`,
    at: 'print',
    words: ['rows of 784 numbers', 'in_features'],
  },
];

const DEVICES: readonly BrokenProgram[] = [
  {
    name: 'a tensor that is moved to CUDA',
    kind: 'noCuda',
    source: `${TORCH}x = torch.ones(2).cuda() + 1\n`,
    at: 'x = ',
    fixed: 'x = torch.ones(2) + 1',
    words: ['CPU'],
  },
  {
    name: 'a tensor that is made on CUDA',
    kind: 'noCuda',
    source: `${TORCH}x = torch.ones(2, device='cuda')\n`,
    at: 'x = ',
    fixed: "device='cpu'",
  },
  {
    name: 'a model of the book that is sent to a certain CUDA device',
    kind: 'noCuda',
    source: `${D2L}import torch\nnet = torch.nn.Linear(2, 1)\nnet.to("cuda:0")\n`,
    at: 'net.to',
    fixed: 'net.to(d2l.try_gpu())',
  },
  {
    name: 'a device that was named before',
    kind: 'noCuda',
    source: `${TORCH}device = torch.device('cuda')\nx = torch.ones(2).to(device)\n`,
    at: 'x = ',
  },
];

const DATA_SETS: readonly BrokenProgram[] = [
  {
    name: 'images that are not there',
    kind: 'dataMissing',
    source: `${D2L}data = d2l.FashionMNIST(batch_size=100)\nprint(len(data.train))\n`,
    at: 'data = ',
    fixed: "d2l.make_stand_in('fashion_mnist')\ndata = d2l.FashionMNIST(",
    words: ['data folder', "d2l.make_stand_in('fashion_mnist')"],
  },
  {
    name: 'a table that is not there, inside a function',
    kind: 'dataMissing',
    source: `${D2L}def load():\n    data, _ = d2l.get_data_ch11(batch_size=10)\n    return data\nload()\n`,
    at: 'data, _',
    fixed: "    d2l.make_stand_in('airfoil')\n    data, _ =",
  },
  {
    name: 'an archive that nothing generates',
    kind: 'dataMissing',
    source: `${D2L}d2l.download('hotdog')\n`,
    at: 'd2l.download',
    words: ['hotdog.zip', 'data folder'],
  },
];

export const EXPLAINED: readonly BrokenProgram[] = [...SPELLING, ...PRODUCTS, ...DEVICES, ...DATA_SETS];
