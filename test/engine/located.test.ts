/** Which line printed what, and which line trained. */
import { afterAll, describe, expect, test } from 'vitest';
import type { Place, PrintedLine } from '../../src/training/protocol/protocol.ts';
import { DOCUMENT, openSession, run } from './engine.ts';

const session = openSession();
afterAll(() => session.dispose());

/** The latest of what each line printed, and how many messages told it. */
async function printed(source: string, locate = true) {
  const lines = new Map<number, PrintedLine>();
  let messages = 0;
  await run(session, source, {
    locate,
    onEvent: (event) => {
      if (event.type !== 'printed') return;
      messages++;
      for (const line of event.lines) lines.set(line.line, line);
    },
  });
  return { lines, messages };
}

async function places(source: string): Promise<(Place | undefined)[]> {
  const found: (Place | undefined)[] = [];
  const result = await run(session, source, {
    onEvent: (event) => event.type === 'fitStarted' && found.push(event.place),
  });
  expect(result.error).toBeNull();
  return found;
}

describe('printed lines', () => {
  test('are told with the whole text and the latest value of each', async () => {
    const { lines } = await printed(
      'for i in range(5):\n    print("i", i)\nprint([[1],\n  [2]])\nprint("a\\nb")',
    );
    expect(lines.get(2)).toEqual({ document: DOCUMENT, line: 2, text: 'i 4', count: 5 });
    expect(lines.get(3)?.text).toBe('[[1], [2]]');
    expect(lines.get(5)?.text).toBe('a\nb');
  });

  test('are the innermost of the learner’s, whoever else prints for it', async () => {
    const { lines } = await printed('def show(x):\n    print(x)\nshow(1)\nimport pprint\npprint.pprint(2)');
    expect([...lines.keys()].sort()).toEqual([2, 5]);
  });

  test('come a few at a time, however many there are', async () => {
    const { lines, messages } = await printed('for i in range(10000):\n    print(i)');
    expect(lines.get(2)).toMatchObject({ text: '9999', count: 10000 });
    expect(messages).toBeLessThan(200);
  });

  test('are not told unless asked for', async () => {
    expect((await printed('print(1)', false)).messages).toBe(0);
  });
});

describe('a fit', () => {
  test('tells the line that called it', async () => {
    const source = [
      'import torch',
      'from d2l import torch as d2l',
      'data = d2l.SyntheticRegressionData(torch.tensor([2, -3.4]), 4.2, num_train=8, num_val=8)',
      'd2l.Trainer(max_epochs=1).fit(d2l.LinearRegressionScratch(2, lr=0.03),',
      '    data)',
    ];
    expect(await places(source.join('\n'))).toEqual([{ document: DOCUMENT, line: 4 }]);
  });

  test('of a loop tells the line of its backward()', async () => {
    const source = [
      'import torch',
      'w = torch.ones(1, requires_grad=True)',
      'for step in range(3):',
      '    (w * w).sum().backward()',
      '    with torch.no_grad():',
      '        w -= 0.1 * w.grad',
      '        w.grad.zero_()',
    ];
    expect(await places(source.join('\n'))).toEqual([{ document: DOCUMENT, line: 4 }]);
  });
});
