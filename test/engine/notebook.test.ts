/** Cells of a notebook: each run goes on with what the one before it left. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { RunCollector } from '../../src/training/protocol/results.ts';
import type { RunEvent, RunResult, StartedMessage } from '../../src/training/protocol/protocol.ts';
import type { Run, Session } from '../../src/training/threads/session.ts';
import { Debugged, type DebuggedOptions } from './debugging.ts';
import { openSession, run } from './engine.ts';

let session: Session;
let lost: string[] = [];

/** A kernel as a notebook has one. */
class Notebook {
  readonly lost = lost;
  readonly session = session;
  executions = 0;
  started: StartedMessage | undefined;

  start(source: string, onEvent: (event: RunEvent, running: Run) => void = () => undefined) {
    const execution = ++this.executions;
    const collector = new RunCollector();
    const request = {
      cells: [{ source, document: `Cell In[${execution}]`, firstLine: 1 }],
      seed: 0,
      backend: 'auto',
      limits: { seconds: 0, outputCharacters: 10_000 },
      execution,
    } as const;
    const running: Run = this.session.start(request, (event) => {
      if (event.type === 'started') this.started = event;
      collector.accept(event);
      onEvent(event, running);
    });
    return running.ended.then(() => collector.result());
  }

  /** Runs cells one after the other; the last one's result. */
  async run(...sources: readonly string[]): Promise<RunResult> {
    let result = await this.start(sources[0] ?? '');
    for (const source of sources.slice(1)) result = await this.start(source);
    return result;
  }

  /** Interrupts a cell once it has printed, while it may still be printing. */
  interrupt(source: string): Promise<RunResult> {
    return this.start(source, (event, running) => {
      if (event.type === 'output') running.stop();
    });
  }
}

let notebook: Notebook;

beforeAll(() => {
  session = openSession({ onThreadLost: (reason) => lost.push(reason) });
});
afterAll(() => session.dispose());

// A run that is no cell ends what the cells before it shared.
beforeEach(async () => {
  lost = [];
  await run(session, '');
  notebook = new Notebook();
});

describe('cells of a notebook', () => {
  test('share names, modules and patched classes', async () => {
    const result = await notebook.run(
      'import torch\nfrom d2l import torch as d2l\nx = torch.arange(3.0)',
      '@d2l.add_to_class(d2l.Module)\ndef hello(self):\n    return "patched"',
      'd2l.Module.hello(None), x * 2',
    );
    expect(result).toMatchObject({ status: 'ok', displayed: "('patched', tensor([0., 2., 4.]))" });
    expect(notebook.started?.continues).toBe(true);
  });

  test('keep weights, gradients and their graph', async () => {
    const result = await notebook.run(
      'import torch\nw = torch.ones(2, requires_grad=True)\nloss = (w * w).sum()',
      'loss.backward()',
      '(w * 3).sum().backward()\nw.grad',
    );
    expect(result.displayed).toBe('tensor([5., 5.])');
  });

  test('keep functions with gradients of the learner’s own', async () => {
    const result = await notebook.run(
      [
        'import torch',
        'class Double(torch.autograd.Function):',
        '    @staticmethod',
        '    def forward(ctx, x): return 2 * x',
        '    @staticmethod',
        '    def backward(ctx, grad): return 2 * grad',
        'x = torch.ones(1, requires_grad=True)',
        'Double.apply(x).backward()',
      ].join('\n'),
      'Double.apply(x).backward()\nx.grad',
    );
    expect(result).toMatchObject({ error: null, displayed: 'tensor([4.])' });
  });

  test('draw further random numbers as one program would', async () => {
    const program = ['import torch, random', 'a = torch.rand(2), random.random()', 'torch.rand(2), a'];
    const inCells = (await notebook.run(...program)).displayed;
    expect(inCells).toBe((await run(session, program.join('\n'))).displayed);
  });

  test('find In, Out and the latest values', async () => {
    const result = await notebook.run('20 + 1', 'None', '_ * 2', '_1, _3, __, Out[1], In[3], len(In)');
    expect(result.displayed).toBe("(21, 42, 21, 21, '_ * 2', 5)");
  });

  test('know the lines of functions of earlier cells', async () => {
    const { error } = await notebook.run('def f(x):\n    return x / 0', 'f(1)');
    expect(error?.frames.map(({ document, line }) => [document, line])).toEqual([
      ['Cell In[2]', 1],
      ['Cell In[1]', 2],
    ]);
    expect(error?.traceback).toContain('return x / 0');
  });

  test('go on after an error, with __future__ features and the default dtype', async () => {
    const result = await notebook.run(
      'from __future__ import annotations\nimport torch\ntorch.set_default_dtype(torch.float64)',
      'k = 1\n1 / 0',
      'def g(a: Undefined): pass\nk, torch.ones(1).dtype',
    );
    expect(result).toMatchObject({ error: null, displayed: '(1, torch.float64)' });
  });

  test('train on in a second cell what the first has trained', async () => {
    const result = await notebook.run(
      'from d2l import torch as d2l\nimport torch',
      'model = d2l.LinearRegression(lr=0.03)\ndata = d2l.SyntheticRegressionData(torch.tensor([2, -3.4]), 4.2)',
      'trainer = d2l.Trainer(max_epochs=1)\ntrainer.fit(model, data)',
      'trainer.fit(model, data)',
    );
    const losses = result.fits[0]?.curves['train_loss'] ?? [];
    expect(losses[0]?.[1]).toBeLessThan(5);
  });

  test('are interrupted, told where, and keep what they had', async () => {
    const stopped = await notebook.interrupt(
      'x = 1\nwhile True:\n    if x == 2: print("now", flush=True)\n    x += 1',
    );
    expect(stopped.status).toBe('stopped');
    expect(stopped.error).toMatchObject({ type: 'KeyboardInterrupt' });
    expect([2, 3, 4]).toContain(stopped.error?.line);
    const after = await notebook.run('x > 1');
    expect(after.displayed).toBe('True');
    expect(notebook.lost).toEqual([]);
  });

  test('that swallow every interrupt are ended with all they shared, which is told', async () => {
    await notebook.run('x = 1');
    const stopped = await notebook.interrupt(
      'while True:\n    try:\n        print("now", flush=True)\n        while True: pass\n    except BaseException: pass',
    );
    expect(stopped).toMatchObject({ status: 'stopped', error: null });
    expect(notebook.lost).toEqual(['the run did not stop']);
    const after = await notebook.run('x');
    expect(after.error?.type).toBe('NameError');
    expect(notebook.started?.continues).toBe(false);
  });
});

describe('a cell that is debugged', () => {
  const cell = (
    source: string,
    execution: number,
    breakpoints: DebuggedOptions['breakpoints'] = [],
  ): Debugged =>
    new Debugged(session, source, { document: `Cell In[${String(execution)}]`, execution, breakpoints });

  test('has the names of earlier ones, stands in their functions, and leaves its own', async () => {
    await cell('import torch\nscale = 2\ndef loss(x):\n    y = scale * x\n    return y.sum()', 1).result;
    const document = 'Cell In[1]';
    const debugged = cell('x = torch.ones(3)\ntotal = loss(x)\ntotal', 2, [
      2,
      { document, line: 4 },
      { document: 'Cell In[9]', line: 1 },
    ]);
    expect((await debugged.next('debugBreakpoints')).breakpoints.map(({ line }) => line)).toEqual([
      2,
      4,
      null,
    ]);
    expect((await debugged.stop()).frames).toMatchObject([{ source: 'Cell In[2]', line: 2 }]);
    expect(await debugged.evaluate('scale')).toBe('2');
    debugged.order('continue');
    expect((await debugged.stop()).frames).toMatchObject([
      { name: 'loss', source: document, line: 4 },
      { name: '<module>', source: 'Cell In[2]', line: 2 },
    ]);
    expect(await debugged.evaluate('x = 2 * x', true)).toBe('');
    debugged.order('stepOut');
    await debugged.stop();
    debugged.order('continue');
    expect((await debugged.result).displayed).toBe('tensor(12.)');
    expect((await cell('x.shape, total', 3).result).displayed).toBe('(torch.Size([3]), tensor(12.))');
  });

  test('may await', async () => {
    const debugged = cell('import asyncio\nawait asyncio.sleep(0)\nn = 1\nn', 1, [3]);
    expect((await debugged.stop()).frames[0]?.line).toBe(3);
    debugged.order('continue');
    expect((await debugged.result).displayed).toBe('1');
  });
});

describe('a run that is no cell', () => {
  test('sees nothing of a notebook in the same thread', async () => {
    const cell = { cells: [{ source: 'leak = 1', document: 'Cell In[1]', firstLine: 1 }], execution: 1 };
    const limits = { seconds: 0, outputCharacters: 100 };
    await session.start({ ...cell, seed: 0, backend: 'auto', limits }, () => undefined).ended;
    expect((await run(session, '"leak" in dir(), "In" in dir()')).displayed).toBe('(False, False)');
  });
});
