/** What is asked of the names that a run has left. */
import { afterAll, describe, expect, test } from 'vitest';
import type { AnswerMessage, Question, RunResult, Variable } from '../../src/training/protocol/protocol.ts';
import { RunCollector } from '../../src/training/protocol/results.ts';
import { openSession, start, type Options } from './engine.ts';

const session = openSession();
afterAll(() => session.dispose());

type Asked = Question extends infer Q ? (Q extends Question ? Omit<Q, 'of'> : never) : never;

interface Answered {
  readonly result: RunResult;
  readonly variables: readonly Variable[];
  readonly answer: AnswerMessage | undefined;
}

async function kept(source: string | readonly string[], more: Options = {}): Promise<number> {
  const run = start(session, source, { variables: true, keeps: true, ...more });
  await run.ended;
  return run.id;
}

async function ask(of: number, question: Asked, seconds = 20): Promise<Answered> {
  const collector = new RunCollector();
  let variables: readonly Variable[] = [];
  let answer: AnswerMessage | undefined;
  const limits = { seconds, outputCharacters: 1000 };
  const run = session.start(
    { cells: [], seed: 0, backend: 'auto', limits, question: { of, ...question } },
    (event) => {
      collector.accept(event);
      if (event.type === 'variables') ({ variables } = event);
      if (event.type === 'answer') answer = event;
    },
  );
  await run.ended;
  return { result: collector.result(), variables, answer };
}

const evaluate = (of: number, expression: string, seconds?: number): Promise<Answered> =>
  ask(of, { kind: 'evaluate', expression }, seconds);

const MODEL = `import torch
from torch import nn
torch.manual_seed(0)
X = torch.arange(6.0).reshape(2, 3)
net = nn.Sequential(nn.Linear(3, 1))
n = 3
`;

describe('an expression over the names of a run', () => {
  test('has a value that is told before the names', async () => {
    const of = await kept(MODEL);
    const { variables, result } = await evaluate(of, ' (X * 2).sum(1) ');
    expect(result.status).toBe('ok');
    expect(variables[0]).toMatchObject({
      name: '(X * 2).sum(1)',
      type: 'Tensor',
      isResult: true,
      tensor: { shape: [2], elements: [6, 24] },
    });
    expect(variables.filter(({ parent }) => parent < 0).map(({ name }) => name)).toEqual([
      '(X * 2).sum(1)',
      'X',
      'net',
      'n',
    ]);
    const second = await evaluate(of, 'net');
    expect(second.variables.map(({ name }) => name)).toContain('weight');
    expect(second.variables.filter(({ isResult }) => isResult).map(({ name }) => name)).toEqual([
      '(X * 2).sum(1)',
      'net',
    ]);
  });

  test('gives no names, and shows what it changes', async () => {
    const of = await kept(MODEL);
    expect((await evaluate(of, '(z := n + 1)')).variables[0]?.text).toBe('4');
    expect((await evaluate(of, 'z')).result.error).toMatchObject({
      type: 'NameError',
      message: "name 'z' is not defined",
    });
    const { variables } = await evaluate(of, 'X.zero_()');
    expect(variables.find(({ name }) => name === 'X')?.tensor?.elements).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('that is none, or raises, is told as Python does', async () => {
    const of = await kept(MODEL);
    expect((await evaluate(of, 'y = 1')).result.error?.type).toBe('SyntaxError');
    expect((await evaluate(of, 'net(X[0, :2])')).result.error?.message).toContain(
      'shapes cannot be multiplied',
    );
    expect((await evaluate(of, 'print("seen")')).result.stdout).toBe('seen\n');
  });

  test('knows the function that an error has left, or Stop', async () => {
    const of = await kept('def f(a):\n    b = a + 1\n    raise ValueError(b)\nf(1)');
    expect((await evaluate(of, 'a + b')).variables[0]?.text).toBe('3');
    const run = start(session, 'def g():\n    steps = 7\n    while True: pass\ng()', {
      variables: true,
      keeps: true,
      seconds: 0.3,
    });
    await run.ended;
    expect((await evaluate(run.id, 'steps')).variables[0]?.text).toBe('7');
  });

  test('is evaluated together with others, of which one may fail', async () => {
    const of = await kept(
      `${MODEL}class Odd(Exception):\n    def __str__(self): raise ValueError\ndef odd(): raise Odd`,
    );
    await evaluate(of, 'n + 1');
    const { variables, result } = await ask(of, {
      kind: 'watch',
      expressions: ['X.sum()', 'y', ' n * 2 ', 'odd()', '1 +'],
    });
    expect(result.status).toBe('ok');
    const told = variables.filter(({ isResult }) => isResult);
    expect(told.map(({ name, type, isFailed }) => [name, type, isFailed ?? false])).toEqual([
      ['n + 1', 'int', false],
      ['X.sum()', 'Tensor', false],
      ['y', 'NameError', true],
      ['n * 2', 'int', false],
      ['odd()', 'Odd', true],
      ['1 +', 'SyntaxError', true],
    ]);
    expect(told[2]?.text).toBe("name 'y' is not defined");
    expect(variables.filter(({ parent }) => parent >= 0 && parent < told.length)).toEqual([]);
  });

  test('is a run that ends when its time is up, and leaves the names', async () => {
    const of = await kept(`${MODEL}def forever():\n    while True: pass`);
    expect((await evaluate(of, 'forever()', 0.2)).result.status).toBe('timeout');
    expect((await evaluate(of, 'n')).variables[0]?.text).toBe('3');
  });

  test('is told that the names are gone', async () => {
    const of = await kept(MODEL);
    const next = await kept('m = 4');
    expect(await evaluate(of, 'n')).toMatchObject({ answer: { isGone: true }, variables: [] });
    expect((await evaluate(next, 'm')).variables[0]?.text).toBe('4');
    const unkept = await kept('m = 5', { keeps: false });
    expect((await evaluate(unkept, 'm')).answer?.isGone).toBe(true);
  });

  test('leaves nothing to the next run', async () => {
    await evaluate(await kept(MODEL), 'setattr(torch, "left", 1) or setattr(nn.Linear, "forward", None)');
    const { result, variables } = await evaluate(
      await kept(MODEL),
      '(hasattr(torch, "left"), net(X).shape[0])',
    );
    expect(result.error).toBeNull();
    expect(variables[0]?.text).toBe('(False, 2)');
  });

  test('is evaluated over a notebook too, whose next cell goes on with the names', async () => {
    const of = await kept('k = 1', { execution: 1 });
    expect((await evaluate(of, 'k + 1')).variables[0]?.text).toBe('2');
    const further = await kept('k += 10', { execution: 2 });
    expect((await evaluate(further, 'k')).variables[0]?.text).toBe('11');
    expect((await evaluate(of, 'k')).answer?.isGone).toBe(true);
  });
});

test('names and attributes complete what is typed', async () => {
  const of = await kept(MODEL);
  const completions = async (text: string): Promise<readonly string[]> =>
    (await ask(of, { kind: 'complete', text })).answer?.completions ?? [];
  expect(await completions('sum(ne')).toEqual(['net', 'next']);
  expect(await completions('net[0].in_')).toEqual([]);
  expect(await completions('X.requires_')).toEqual(['X.requires_grad', 'X.requires_grad_']);
});

test('elements of tensors are told in row-major order, from anywhere', async () => {
  const of = await kept(
    'import torch\nT = torch.arange(240.0).reshape(2, 3, 4, 10).transpose(2, 3)\nz = torch.zeros(0, 3)',
  );
  const elements = async (entry: number, first: number, count: number) =>
    (await ask(of, { kind: 'elements', entry, first, count })).answer?.elements;
  expect(await elements(0, 201, 4)).toEqual([210, 220, 230, 201]);
  expect(await elements(0, 238, 10)).toEqual([229, 239]);
  expect(await elements(1, 0, 5)).toEqual([]);
  expect(await elements(9, 0, 5)).toBeUndefined();
});
