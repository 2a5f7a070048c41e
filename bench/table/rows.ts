/** What the table of docs/performance.md shows, and what is aimed at. */
import { CASES } from '../cases.ts';

export interface TableRow {
  readonly label: string;
  /** File of `bench/programs`, and what is set before it. */
  readonly program: string;
  readonly settings: string;
  readonly repetitions: number;
  /** The label that the program prints; empty: none. */
  readonly printed: string;
  /** Multiply-adds: the row is told in GFLOP/s. */
  readonly multiplyAdds?: number;
  /** Of the engine's time to PyTorch's with one thread; of the small fits the other way round; of products GFLOP/s. */
  readonly target: number;
}

const step = (label: string, name: string, target: number, repetitions = 5): TableRow => ({
  label,
  program: 'deep.py',
  settings: `ONLY = '${name}'\n`,
  repetitions,
  printed: name,
  target,
});

const ofCase = (label: string, name: string, target: number, repetitions: number): TableRow => ({
  label,
  program: CASES.find((one) => one.name === name)?.program ?? '',
  settings: '',
  repetitions,
  printed: '',
  target,
});

const operation = (label: string, printed: string, target: number, multiplyAdds?: number): TableRow => ({
  label,
  program: 'throughput.py',
  settings: '',
  repetitions: 5,
  printed,
  target,
  ...(multiplyAdds === undefined ? {} : { multiplyAdds }),
});

/** Training steps. */
export const STEPS: readonly TableRow[] = [
  step('LeNet, batch 128', 'lenet', 1.5),
  step('LeNet with batch norm, batch 128', 'lenet-batchnorm', 1.5),
  step('ResNet, 32 px, batch 16', 'resnet-32px', 2),
  step('ResNet-18, 96 px, batch 4', 'resnet18-96px', 3, 2),
  step('RNN by hand, batch 1024, 32 steps', 'rnn-by-hand', 2),
  step('`nn.RNN`, the same', 'rnn', 2),
  step('`nn.GRU`', 'gru', 2),
  step('`nn.LSTM`', 'lstm', 2),
  step('multi-head attention, 64 x 32 x 256', 'attention', 2.5),
  step('transformer, 4 blocks, 128 x 9 x 256', 'transformer', 2.5, 3),
  step('seq2seq, GRU of 2 x 256, batch 128', 'seq2seq', 2.5, 3),
  ofCase('softmax regression 784-10, batch 256', 'softmax-step', 1.5, 4),
  ofCase('perceptron 784-256-10, batch 256', 'mlp-step', 1.5, 4),
];

/** Single operations; all are printed by one program, which runs once for them. */
export const OPERATIONS: readonly TableRow[] = [
  operation('`add`, 2^20', 'add 2^20', 1.3),
  operation('`mul`, 2^20', 'mul 2^20', 1.3),
  operation('`relu`, 2^20', 'relu 2^20', 1.3),
  operation('`tanh`, 2^20', 'tanh 2^20', 5),
  operation('`exp`, 2^20', 'exp 2^20', 5),
  operation('`gelu`, 2^20', 'gelu 2^20', 5),
];

/** Products, told in GFLOP/s. */
export const PRODUCTS: readonly TableRow[] = [
  operation('float32, 256 rows', 'product 256 float32', 35, 256 ** 3),
  operation('float32, 512 rows', 'product 512 float32', 35, 512 ** 3),
  operation('float32, 1024 rows', 'product 1024 float32', 35, 1024 ** 3),
  operation('float64, 256 rows', 'product 256 float64', 15, 256 ** 3),
  operation('float64, 512 rows', 'product 512 float64', 15, 512 ** 3),
];

/** Small fits: how many times as long PyTorch takes. */
export const FITS: readonly TableRow[] = [
  ofCase("3.4's fit, 5 epochs", '3.4-fit', 8, 5),
  ofCase("3.5's fit: `nn`, `optim`", '3.5-fit', 6, 3),
  ofCase("3.7's fit: 200 features, batches of 5", '3.7-fit', 5, 3),
  ofCase('polynomial: an own loop, momentum', 'polynomial', 5, 3),
  ofCase('two parameters, 10,000 steps', 'two-parameters', 3, 1),
];
