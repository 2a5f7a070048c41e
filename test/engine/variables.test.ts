/** The names of a run when it is over. */
import { afterAll, describe, expect, test } from 'vitest';
import type { Variable } from '../../src/training/protocol/protocol.ts';
import { openSession, run, start } from './engine.ts';

const session = openSession();
afterAll(() => session.dispose());

interface Told {
  /** `net[0].weight Parameter (1, 2) float32`, parts behind what they are of. */
  readonly texts: readonly string[];
  readonly variables: readonly Variable[];
  readonly stdout: string;
  readonly status: string;
}

async function told(source: string, execution?: number): Promise<Told> {
  let variables: readonly Variable[] = [];
  const { stdout, status } = await run(session, source, {
    variables: true,
    ...(execution === undefined ? {} : { execution }),
    onEvent: (event) => {
      if (event.type === 'variables') ({ variables } = event);
    },
  });
  return { texts: variables.map((variable) => text(variable, variables)), variables, stdout, status };
}

function text(variable: Variable, all: readonly Variable[]): string {
  const { type, tensor, parameters } = variable;
  const value = tensor === undefined ? variable.text : `(${tensor.shape.join(', ')}) ${tensor.dtype}`;
  const count = parameters === undefined ? '' : `${String(parameters)} parameters`;
  return [path(variable, all), type, value, count].filter((part) => part !== '').join(' ');
}

function path({ name, parent }: Variable, all: readonly Variable[]): string {
  const owner = all[parent];
  return owner === undefined ? name : `${path(owner, all)}${name.startsWith('[') ? '' : '.'}${name}`;
}

describe('the names of a run', () => {
  test('are told with type, shape and value, modules by their layers', async () => {
    const { texts, variables } = await told(
      [
        'import torch, numpy as np',
        'from torch import nn',
        'def f(): pass',
        'class Point:',
        '    def __init__(self): self.x, self._hidden = 1.5, 2',
        'n, words, flag = 3, "two words", None',
        'X = torch.arange(6.0).reshape(2, 3)',
        'a = np.zeros(2)',
        'net = nn.Sequential(nn.Linear(2, 1), nn.ReLU())',
        'p = Point()',
        'things = [1, {"k": X}]',
        'short = [1, "a", None]',
        'size = X.shape',
        'import pandas as pd',
        'df = pd.DataFrame({"area": [1.5, 2.0], "kind": ["a", "b"]})',
      ].join('\n'),
    );
    expect(texts).toEqual([
      'n int 3',
      "words str 'two words'",
      'flag NoneType None',
      'X Tensor (2, 3) float32',
      'a ndarray (2) float64',
      'net Sequential 3 parameters',
      'p Point',
      'things list 2 items',
      "short list [1, 'a', None]",
      'size Size torch.Size([2, 3])',
      'df DataFrame 2 rows, 2 columns',
      'net.0 Linear 3 parameters',
      'net.1 ReLU 0 parameters',
      'p.x float 1.5',
      'things[0] int 1',
      'things[1] dict 1 item',
      'short[0] int 1',
      "short[1] str 'a'",
      'short[2] NoneType None',
      "df['area'] list [1.5, 2.0]",
      "df['kind'] list ['a', 'b']",
      'net.0.weight Parameter (1, 2) float32',
      'net.0.bias Parameter (1) float32',
      "things[1]['k'] Tensor (2, 3) float32",
      "df['area'][0] float 1.5",
      "df['area'][1] float 2.0",
      "df['kind'][0] str 'a'",
      "df['kind'][1] str 'b'",
    ]);
    expect(variables.find(({ name }) => name === 'X')?.tensor?.elements).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('are those of the function that an error left too, and of a run that was stopped', async () => {
    const { texts, status } = await told(
      'import torch\nw = 1\ndef loss(y):\n    d = y * 2\n    return d @ y\nloss(torch.ones(2, 3))',
    );
    expect(status).toBe('error');
    expect(texts).toEqual([
      'loss() function',
      'w int 1',
      'loss().y Tensor (2, 3) float32',
      'loss().d Tensor (2, 3) float32',
    ]);
    let variables: readonly Variable[] = [];
    const endless = start(session, 'import torch\nx = torch.ones(3)\nwhile True: y = x + 1', {
      variables: true,
      seconds: 0.5,
      onEvent: (event) => event.type === 'variables' && ({ variables } = event),
    });
    expect((await endless.result).status).toBe('timeout');
    expect(variables.map(({ name }) => name)).toEqual(['x', 'y']);
  });

  test('are told without a line of the learner’s code being run, and come to an end', async () => {
    const { texts, stdout } = await told(
      [
        'class Sly(dict):',
        '    def __repr__(self): print("repr"); return "sly"',
        '    def __len__(self): print("len"); return 1',
        '    def __iter__(self): print("iter"); return iter([1])',
        '    def __getattribute__(self, name): print("get", name); return 1',
        's = Sly()',
        'loop = []',
        'loop.append(loop)',
        'huge = 10 ** 5000',
        'long = "x" * 100000',
      ].join('\n'),
    );
    expect(stdout).toBe('');
    expect(texts.slice(0, 3)).toEqual(['s Sly', 'loop list 1 item', 'huge int an integer of 16610 bits']);
  });

  test('are bounded in number, and tensors in what is told of them', async () => {
    const { variables } = await told(
      'import torch\nd = {i: list(range(200)) for i in range(200)}\nt = [torch.ones(100, 100) for i in range(20)]',
    );
    expect(variables.length).toBe(1000);
    const elements = variables.map(({ tensor }) => tensor?.elements.length ?? 0);
    expect(Math.max(...elements)).toBe(4096);
    expect(elements.reduce((sum, count) => sum + count)).toBe(40_000);
  });

  test('of a notebook are those of all its cells', async () => {
    await told('a = 1', 1);
    expect((await told('b = 2\nb', 2)).texts).toEqual(['a int 1', 'b int 2']);
  });
});
