import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../../src/training/threads/session.ts';
import { Debugged, type DebuggedOptions } from './debugging.ts';
import { openSession, run } from './engine.ts';

let session: Session;
const lost: string[] = [];

beforeAll(() => {
  session = openSession({ onThreadLost: (reason) => lost.push(reason) });
});
afterAll(async () => {
  expect(lost).toEqual([]);
  await session.dispose();
});

function debug(source: string, options?: DebuggedOptions): Debugged {
  return new Debugged(session, source, options);
}

const LOOP = `def double(x):
    y = 2 * x
    return y

total = 0
for i in range(5):
    total += double(i)
total`;

describe('breakpoints', () => {
  test('stand at their line, in document lines, with the frames', async () => {
    const debugged = debug(LOOP, { firstLine: 101, breakpoints: [102] });
    expect(await debugged.next('debugBreakpoints')).toMatchObject({ breakpoints: [{ id: 1, line: 102 }] });
    const stopped = await debugged.stop();
    expect(stopped.reason).toBe('breakpoint');
    expect(stopped.frames).toEqual([
      { name: 'double', source: 'exercise.py', line: 102, isLearners: true },
      { name: '<module>', source: 'exercise.py', line: 107, isLearners: true },
    ]);
    debugged.order('continue');
    expect(await debugged.stopLine()).toBe(102);
    expect(await debugged.evaluate('x')).toBe('1');
    debugged.order({ command: 'setBreakpoints', breakpoints: [] });
    debugged.order('continue');
    expect((await debugged.result).displayed).toBe('20');
  });

  test('with a condition stand where it is true, with a count that often', async () => {
    const debugged = debug(LOOP, {
      breakpoints: [
        { line: 2, condition: 'x == 3' },
        { line: 7, hitCondition: '5' },
      ],
    });
    expect(await debugged.stopLine()).toBe(2);
    expect(await debugged.evaluate('x')).toBe('3');
    debugged.order('continue');
    expect(await debugged.stopLine()).toBe(7);
    expect(await debugged.evaluate('i')).toBe('4');
    debugged.order('continue');
    expect((await debugged.result).status).toBe('ok');
  });

  test('with a message say it and do not stand', async () => {
    const debugged = debug(LOOP, { breakpoints: [{ line: 3, logMessage: 'twice {x} is {y}, {z}' }] });
    await debugged.result;
    const said = debugged.events.filter(({ type }) => type === 'debugOutput');
    expect(said).toHaveLength(5);
    expect(said[4]).toMatchObject({
      text: "twice 4 is 8, <NameError: name 'z' is not defined>",
      line: 3,
      isFault: false,
    });
  });

  test('move to the next line with code, or are told that there is none, or what is wrong', async () => {
    const source = 'x = 1\n\n# text\ny = 2\n# the end';
    const breakpoints = [
      { line: 2 },
      { line: 5 },
      { line: 4, condition: 'x ==' },
      { line: 4, hitCondition: 'often' },
    ];
    const debugged = debug(source, { breakpoints });
    const { breakpoints: placed } = await debugged.next('debugBreakpoints');
    expect(placed.slice(0, 2)).toEqual([
      { id: 1, line: 4, fault: '' },
      { id: 2, line: null, fault: '' },
    ]);
    expect(placed[2]).toMatchObject({ line: null, fault: 'invalid syntax' });
    expect(placed[3]?.fault).toContain('a hit count is a number');
    expect(await debugged.stopLine()).toBe(4);
    debugged.order('continue');
    await debugged.result;
  });

  test('a condition that fails stands, and says why', async () => {
    const debugged = debug(LOOP, { breakpoints: [{ line: 2, condition: 'nothing' }] });
    expect(await debugged.next('debugOutput')).toMatchObject({
      text: "condition: NameError: name 'nothing' is not defined",
      isFault: true,
    });
    expect(await debugged.stopLine()).toBe(2);
    debugged.run.stop();
    expect((await debugged.result).status).toBe('stopped');
  });

  test('can be set while the program is busy', async () => {
    const debugged = debug('n = 0\nwhile True:\n    n += 1');
    await debugged.next('debugBreakpoints');
    debugged.order({ command: 'setBreakpoints', breakpoints: debugged.breakpoints([3]) });
    expect(await debugged.stopLine()).toBe(3);
    debugged.run.stop();
    expect((await debugged.result).status).toBe('stopped');
  });
});

describe('steps', () => {
  test('into, out of, and over functions', async () => {
    const debugged = debug(LOOP, { stopOnEntry: true });
    expect(await debugged.stop()).toMatchObject({ reason: 'entry', frames: [{ line: 1 }] });
    const lines: number[] = [];
    for (const step of ['next', 'next', 'next', 'stepIn', 'next', 'stepOut', 'next', 'next'] as const) {
      debugged.order(step);
      lines.push(await debugged.stopLine());
    }
    expect(lines).toEqual([5, 6, 7, 2, 3, 6, 7, 6]);
    debugged.order('continue');
    expect((await debugged.result).displayed).toBe('20');
  });

  test('go through the library into the code that it calls, and out to the next of it', async () => {
    const source = `from torch import nn
class Net(nn.Module):
    def forward(self, x):
        return x + 1
    def extra(self):
        return self(1)
net = Net()
a = net(1)
b = net.extra()`;
    const debugged = debug(source, { breakpoints: [8] });
    await debugged.stop();
    debugged.order('stepIn');
    const inside = await debugged.stop();
    expect(inside.frames[0]).toMatchObject({ name: 'Net.forward', line: 4 });
    expect(
      inside.frames.slice(1).some(({ isLearners, source }) => !isLearners && source.startsWith('torch/nn/')),
    ).toBe(true);
    expect(inside.frames.at(-1)).toMatchObject({ name: '<module>', line: 8 });
    debugged.order('stepOut');
    expect(await debugged.stopLine()).toBe(9);
    debugged.order('continue');
    expect((await debugged.result).status).toBe('ok');
  });
});

describe('what it has', () => {
  const SOURCE = `import torch
from torch import nn
X = torch.tensor([[1., 2.], [3., 4.]])
net = nn.Linear(2, 1)
def loss(y_hat, y):
    values = {'a': 1, 'b': [1, 2]}
    return ((y_hat - y) ** 2).mean()
loss(X, torch.zeros(2, 2))`;

  test('names with shapes, and their members', async () => {
    const debugged = debug(SOURCE, { breakpoints: [7] });
    await debugged.stop();
    expect(await debugged.variables('locals')).toEqual({
      y_hat: '(2, 2) float32 [1, 2, 3, 4]',
      y: '(2, 2) float32 [0, 0, 0, 0]',
      values: '2 items',
    });
    expect(await debugged.variables('globals')).toEqual({
      X: '(2, 2) float32 [1, 2, 3, 4]',
      net: 'Linear, 3 parameters',
    });
    const answer = await debugged.ask({ command: 'evaluate', expression: 'X', frame: 0, isTyped: false });
    if (answer.kind !== 'value') throw new Error(answer.kind);
    expect(answer.value).toMatchObject({ type: 'Tensor', elements: 2 });
    expect(await debugged.variables(answer.value.reference)).toMatchObject({
      shape: '(2, 2)',
      max: '4',
      mean: '2.5',
    });
    const rows = await debugged.ask({
      command: 'variables',
      reference: answer.value.reference,
      start: 1,
      count: 5,
    });
    expect(rows).toMatchObject({
      variables: [{ name: '[1]', value: '(2,) float32 [3, 4]', expression: '(X)[1]' }],
    });
    debugged.order('continue');
    expect((await debugged.result).displayed).toBe('tensor(7.5000)');
  });

  test('can be evaluated, executed, set and completed in the frame', async () => {
    const debugged = debug(SOURCE, { breakpoints: [7] });
    await debugged.stop();
    expect(await debugged.evaluate('y_hat.sum()', true)).toBe('tensor(10.)');
    expect(await debugged.evaluate('y_hat @ torch.zeros(3)')).toMatch(/^RuntimeError: size mismatch/);
    expect(await debugged.evaluate('1 +')).toMatch(/^SyntaxError/);
    expect(await debugged.evaluate('y_hat = y_hat * 0', true)).toBe('');
    expect(await debugged.evaluate('print("typed")', true)).toBe('');
    const scopes = await debugged.ask({ command: 'scopes', frame: 0 });
    const reference = scopes.kind === 'scopes' ? (scopes.scopes[0]?.reference ?? 0) : 0;
    const set = { command: 'setVariable', reference, name: 'y', value: 'torch.ones(2, 2)' } as const;
    expect(await debugged.ask(set)).toMatchObject({ value: { value: '(2, 2) float32 [1, 1, 1, 1]' } });
    expect(await debugged.ask({ command: 'completions', text: 'z = y_hat.requires_', frame: 0 })).toEqual({
      kind: 'completions',
      names: ['y_hat.requires_grad', 'y_hat.requires_grad_'],
    });
    debugged.order('continue');
    const { displayed, stdout } = await debugged.result;
    expect({ displayed, stdout }).toEqual({ displayed: 'tensor(1.)', stdout: 'typed\n' });
  });
});

describe('exceptions', () => {
  const SOURCE = `import torch
def multiply(a):
    try:
        int('no')
    except ValueError:
        pass
    return a @ torch.zeros(3, 3)
multiply(torch.ones(2, 2))`;

  test('that end the run stand where they came from, with PyTorch’s words and the variables', async () => {
    const debugged = debug(SOURCE, { exceptions: ['uncaught'] });
    const stopped = await debugged.stop();
    expect(stopped.reason).toBe('exception');
    expect(stopped.exception).toMatchObject({
      type: 'RuntimeError',
      message: 'mat1 and mat2 shapes cannot be multiplied (2x2 and 3x3)',
    });
    const index = stopped.frames.findIndex(({ isLearners }) => isLearners);
    expect(stopped.frames[index]).toMatchObject({ name: 'multiply', line: 7 });
    expect(await debugged.evaluate('a.shape', true, index)).toBe('torch.Size([2, 2])');
    debugged.order('continue');
    expect((await debugged.result).error).toMatchObject({ type: 'RuntimeError', line: 7 });
  });

  test('that are caught too, where that is wanted; once each', async () => {
    const debugged = debug(SOURCE, { exceptions: ['raised'] });
    expect((await debugged.stop()).exception?.type).toBe('ValueError');
    debugged.order('continue');
    expect((await debugged.stop()).exception?.type).toBe('RuntimeError');
    debugged.order('continue');
    expect((await debugged.result).status).toBe('error');
  });
});

describe('a program under way', () => {
  test('is paused in an endless loop and in a sleep, and stopped while it stands', async () => {
    const debugged = debug('n = 0\nwhile True:\n    n += 1');
    await debugged.next('debugBreakpoints');
    debugged.order('pause');
    expect((await debugged.stop()).reason).toBe('pause');
    debugged.order('next');
    expect([2, 3]).toContain(await debugged.stopLine());
    debugged.order('continue');
    debugged.order('pause');
    await debugged.stop();
    debugged.run.stop();
    expect(await debugged.result).toMatchObject({ status: 'stopped', error: null });

    const sleeping = debug('import time\ntime.sleep(1000)\n1');
    await sleeping.next('debugBreakpoints');
    sleeping.order('pause');
    // At its first line where the order comes before that.
    expect([1, 2]).toContain(await sleeping.stopLine());
    sleeping.run.stop();
    expect((await sleeping.result).status).toBe('stopped');
    expect((await run(session, '1 + 1')).displayed).toBe('2');
  });

  test('may stand for longer than its time limit, and has the rest of it then', async () => {
    const debugged = debug('x = 1\nwhile True: pass', { seconds: 0.6, breakpoints: [1] });
    await debugged.stop();
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(await debugged.evaluate('40 + 2')).toBe('42');
    debugged.order('continue');
    const { status, milliseconds } = await debugged.result;
    expect(status).toBe('timeout');
    expect(milliseconds).toBeLessThan(900);
  });

  test('gives up an expression that takes too long', async () => {
    const debugged = debug('x = 1\ny = 2', { breakpoints: [2] });
    await debugged.stop();
    const endless = debugged.evaluate('[0 for _ in iter(int, 1)]');
    debugged.order('pause');
    expect(await endless).toContain('given up');
    expect(await debugged.evaluate('x')).toBe('1');
    debugged.order('continue');
    expect((await debugged.result).status).toBe('ok');
  });

  test('leaves nothing: the next run is not followed', async () => {
    const debugged = debug(LOOP, { breakpoints: [2] });
    await debugged.stop();
    debugged.run.stop();
    await debugged.result;
    const source =
      'import sys, signal\n[sys.monitoring.get_tool(0), "bdb" in sys.modules, signal.getsignal(10)]';
    expect((await run(session, source)).displayed).toBe('[None, False, <Handlers.SIG_DFL: 0>]');
  });
});
