import path from 'node:path';
import type { DebugProtocol } from '@vscode/debugprotocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Debuggee } from '../../src/debugger/debuggee.ts';
import { readBlocks } from '../../src/exercises/blocks.ts';
import { planCells, planRun } from '../../src/exercises/plan.ts';
import type { Session } from '../../src/training/threads/session.ts';
import { DebugClient } from './debug-client.ts';
import { openSession } from './engine.ts';

const DOCUMENT = '/work book/linear.md';
const TEXT = `# Linear regression

\`\`\`python
import torch
from d2l import torch as d2l
\`\`\`

Change the loss.

## Exercise 3.4.6

\`\`\`python
class Model(d2l.LinearRegressionScratch):
    def loss(self, y_hat, y):
        difference = y_hat - y.reshape(y_hat.shape)
        return (difference ** 2 / 2).mean()

model = Model(2, lr=0.03)
data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2, num_train=64)
trainer = d2l.Trainer(max_epochs=1)
trainer.fit(model, data)
\`\`\`
`;
const LOSS_LINE = 16;

let session: Session;

beforeAll(() => {
  session = openSession();
});
afterAll(() => session.dispose());

function open(text: string, seconds = 20): DebugClient {
  const debuggee: Debuggee = {
    titleOf: (document) => path.basename(document),
    start: async (_configuration, debug, { onEvent, onDebug }) => {
      const blocks = readBlocks(text, 'markdown', DOCUMENT);
      const cells = planCells(planRun(blocks, { block: blocks.length - 1 }), {});
      const limits = { seconds, outputCharacters: 100_000 };
      const run = session.start({ cells, seed: 0, backend: 'auto', limits, debug }, onEvent, onDebug);
      return {
        command: (command) => run.command({ type: 'debug', command }),
        stop: () => run.stop(),
        ended: run.ended.then(() => undefined),
      };
    },
  };
  return new DebugClient(debuggee);
}

function fence(code: string): string {
  return `# Text\n\n\`\`\`python\n${code}\n\`\`\`\n`;
}

describe('a session', () => {
  test('stands inside loss of an exercise in a Markdown fence, where a condition is true', async () => {
    const client = open(TEXT);
    await client.launch(DOCUMENT, [{ line: LOSS_LINE, condition: 'self.trainer.train_batch_idx == 1' }]);
    expect(await client.event('breakpoint')).toMatchObject({
      breakpoint: { verified: true, line: LOSS_LINE },
    });
    const frames = await client.frames();
    expect(frames[0]).toMatchObject({ name: 'Model.loss', line: LOSS_LINE, source: { path: DOCUMENT } });
    expect(frames.at(-1)).toMatchObject({ name: '<module>', line: 21 });
    const folded = frames.filter(({ presentationHint }) => presentationHint === 'subtle');
    expect(folded.map(({ source }) => source?.name)).toContain('d2l/training.py');

    expect(await client.evaluate('difference')).toMatch(/^\(32, 1\) float32 \[/);
    expect(await client.evaluate('difference.shape', 'repl')).toBe('torch.Size([32, 1])');
    const { scopes } = await client.request<DebugProtocol.ScopesResponse['body']>('scopes', { frameId: 1 });
    expect(scopes).toMatchObject([
      { name: 'Locals', presentationHint: 'locals', expensive: false },
      { name: 'Globals', expensive: false },
    ]);
    const variablesReference = scopes[0]?.variablesReference;
    const { variables } = await client.request<DebugProtocol.VariablesResponse['body']>('variables', {
      variablesReference,
    });
    expect(variables.map(({ name }) => name)).toEqual(['self', 'y_hat', 'y', 'difference']);
    const set = { variablesReference, name: 'difference', value: 'difference * 0' };
    expect(await client.request('setVariable', set)).toMatchObject({ indexedVariables: 32 });
    const { targets } = await client.request<DebugProtocol.CompletionsResponse['body']>('completions', {
      frameId: 1,
      text: 'x = diff',
      column: 9,
    });
    expect(targets).toEqual([{ label: 'difference', start: 4, length: 4 }]);

    await client.request('next', { threadId: 1 });
    await client.event('stopped');
    await client.request('continue', { threadId: 1 });
    expect(await client.event('exited')).toEqual({ exitCode: 0 });
    await client.event('terminated');
  });

  test('stands at an exception with PyTorch’s message; expressions fail in Python’s words', async () => {
    const client = open(fence('import torch\nx = torch.ones(2, 3)\nx @ x'));
    await client.launch(DOCUMENT, []);
    expect(await client.event<DebugProtocol.StoppedEvent['body']>('stopped')).toMatchObject({
      reason: 'exception',
      description: 'Paused on RuntimeError',
      text: 'mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)',
    });
    const info = await client.request<DebugProtocol.ExceptionInfoResponse['body']>('exceptionInfo');
    expect(info).toMatchObject({ exceptionId: 'RuntimeError', breakMode: 'unhandled' });
    expect(info.details?.stackTrace).toContain('line 6, in <module>');
    await expect(client.evaluate('{}["a"]')).rejects.toThrow("KeyError: 'a'");
    await client.request('continue', { threadId: 1 });
    expect(await client.event('exited')).toEqual({ exitCode: 1 });
  });

  test('moves breakpoints to code, counts, logs, and runs to a cursor', async () => {
    const client = open(
      fence('total = 0\n\n# text\nfor i in range(5):\n    total += i\nprint(total)\n# the end'),
    );
    await client.launch(DOCUMENT, [
      { line: 5, condition: 'False' },
      { line: 8, hitCondition: '>= 4' },
      { line: 8, logMessage: 'total is {total}' },
      { line: 10 },
    ]);
    const placed = [];
    for (let count = 0; count < 4; count++)
      placed.push((await client.event<DebugProtocol.BreakpointEvent['body']>('breakpoint')).breakpoint);
    expect(placed).toMatchObject([
      { verified: true, line: 7 },
      { verified: true, line: 8 },
      { verified: true, line: 8 },
      { verified: false, message: 'There is no code here that this run executes.' },
    ]);
    const stopped = await client.event<DebugProtocol.StoppedEvent['body']>('stopped');
    expect(stopped).toMatchObject({ reason: 'breakpoint', hitBreakpointIds: [placed[1]?.id] });
    expect(await client.evaluate('i, total')).toBe('(3, 3)');
    const logged = client.events
      .filter(({ event }) => event === 'output')
      .map(({ body }) => body as DebugProtocol.OutputEvent['body'])
      .filter(({ category }) => category === 'console');
    expect(logged.map(({ output }) => output)).toEqual([0, 0, 1, 3].map((n) => `total is ${String(n)}\n`));
    expect(logged[0]).toMatchObject({ line: 8, source: { name: 'linear.md', path: DOCUMENT } });

    // As *Run to Cursor* does it: a breakpoint that was not there, in place of those that were.
    await client.request('setBreakpoints', { source: { path: DOCUMENT }, breakpoints: [{ line: 9 }] });
    expect(await client.event('breakpoint')).toMatchObject({ breakpoint: { verified: true, line: 9 } });
    await client.request('continue', { threadId: 1 });
    expect((await client.frames())[0]?.line).toBe(9);
    await client.request('continue', { threadId: 1 });
    expect(await client.event('exited')).toEqual({ exitCode: 0 });
  });

  test('evaluates without executing statements unless they are typed, and sets what an expression names', async () => {
    const client = open(fence("import torch\nvalues = {'x': torch.zeros(2)}\nn = 1\nn"));
    await client.launch(DOCUMENT, [{ line: 7 }]);
    await client.frames();
    expect(await client.evaluate("values['x']", 'hover')).toBe('(2,) float32 [0, 0]');
    expect(await client.evaluate("values['x']", 'clipboard')).toBe('tensor([0., 0.])');
    await expect(client.evaluate('n = 2', 'hover')).rejects.toThrow('SyntaxError');
    const set = { frameId: 1, expression: "values['x'][1]", value: '3 + n' };
    expect(await client.request('setExpression', set)).toMatchObject({ value: '() float32 4' });
    expect(await client.evaluate("values['x']")).toBe('(2,) float32 [0, 4]');
    await expect(client.request('setExpression', { ...set, expression: 'n + 1' })).rejects.toThrow(
      'SyntaxError',
    );
    expect(await client.evaluate('n')).toBe('1');
    await client.request('disconnect', {});
    await client.event('exited');
  });

  test('pauses a program that never ends, and ends with its client', async () => {
    const client = open(fence('n = 0\nwhile True:\n    n += 1'));
    await client.launch(DOCUMENT, []);
    await client.request('pause', { threadId: 1 });
    expect((await client.frames())[0]?.source?.path).toBe(DOCUMENT);
    expect(await client.evaluate('1 + 1')).toBe('2');
    await client.request('disconnect', {});
    await client.event('exited');
    await expect(client.evaluate('n')).rejects.toThrow();
  });
});
