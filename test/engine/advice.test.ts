/** Mistakes of these chapters: what the engine says of them, where, and what becomes of the program that is corrected. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixOf } from '../../src/advice/fixes.ts';
import type { CodeEdit } from '../../src/advice/code.ts';
import { english } from '../../src/advice/translate.ts';
import { adviceText } from '../../src/advice/wording.ts';
import { readBlocks } from '../../src/exercises/blocks.ts';
import { exerciseNumbers, planCells, planRun } from '../../src/exercises/plan.ts';
import type { Advice, RunEvent } from '../../src/training/protocol/protocol.ts';
import type { Session } from '../../src/training/threads/session.ts';
import { DOCUMENT, openSession, run } from './engine.ts';
import type { BrokenProgram } from './broken-programs.ts';
import { EXPLAINED } from './explained-errors.ts';
import { FAILING } from './failing-programs.ts';
import { MISGUIDED } from './misguided-programs.ts';

let session: Session;

beforeAll(() => {
  session = openSession();
});

afterAll(() => session.dispose());

function applied(source: string, edits: readonly CodeEdit[]): string {
  const ordered = [...edits].sort((a, b) => b.start - a.start);
  return ordered.reduce(
    (text, { start, end, text: by }) => text.slice(0, start) + by + text.slice(end),
    source,
  );
}

const blocksOf = (source: string): ReturnType<typeof readBlocks> => readBlocks(source, 'python', DOCUMENT);

async function adviceOn(source: string): Promise<readonly Advice[]> {
  return (await run(session, source)).advice;
}

function lineOf({ source, at }: BrokenProgram): number {
  return source.slice(0, source.indexOf(at)).split('\n').length;
}

describe.each([...FAILING, ...EXPLAINED, ...MISGUIDED])('$name', (broken) => {
  test('is recognised, at its line', async () => {
    const advice = await adviceOn(broken.source);
    expect(advice.map(({ kind }) => kind)).toEqual([broken.kind]);
    expect(advice[0]?.frame?.line).toBe(lineOf(broken));
    for (const word of broken.words ?? []) expect(adviceText(advice[0] as Advice, english)).toContain(word);
  });

  if (broken.fixed === undefined) {
    test('is not changed without the learner’s thought', async () => {
      const [advice] = await adviceOn(broken.source);
      expect(fixOf(advice as Advice, blocksOf(broken.source), english)).toBeNull();
    });
    return;
  }

  test('runs without advice once it is corrected', async () => {
    const [advice] = await adviceOn(broken.source);
    const [block] = blocksOf(broken.source);
    const fix = fixOf(advice as Advice, blocksOf(broken.source), english);
    expect(fix).not.toBeNull();
    const whole = applied(block?.source ?? '', fix?.edits ?? []);
    expect(whole).toContain(broken.fixed);
    const result = await run(session, whole);
    expect(result.error?.traceback ?? '').toBe('');
    expect(result.advice).toEqual([]);
  });
});

describe('a diagnostic rerun', () => {
  const NOT_A_NUMBER = MISGUIDED.find(({ kind }) => kind === 'notFinite') as BrokenProgram;

  test('shows nothing twice and is told before the end', async () => {
    const events: RunEvent[] = [];
    const program = `${NOT_A_NUMBER.source}\nprint('done')`;
    const result = await run(session, program, { onEvent: (event) => events.push(event) });
    expect(result.stdout).toBe('done\n');
    expect(result.fits).toHaveLength(1);
    const told = events.filter(({ type }) => type === 'advice' || type === 'started' || type === 'fitEnded');
    expect(told.map(({ type }) => type)).toEqual(['started', 'fitEnded', 'advice']);
  });

  test('leaves the next run as it would have been', async () => {
    const draw = 'import torch\nprint(torch.randn(3))';
    const before = await run(session, draw);
    await run(session, NOT_A_NUMBER.source);
    expect((await run(session, draw)).stdout).toBe(before.stdout);
  });

  test('does not sleep again', async () => {
    const begun = performance.now();
    const { milliseconds } = await run(session, `import time\ntime.sleep(1)\n${NOT_A_NUMBER.source}`);
    expect(milliseconds).toBeGreaterThan(1000);
    expect(performance.now() - begun - milliseconds).toBeLessThan(1000);
  });
});

describe('no false alarm', () => {
  const folder = path.resolve(import.meta.dirname, '../../workbook');
  const files = readdirSync(folder).filter((file) => file.endsWith('.py'));
  const programs = files.flatMap((file) => {
    const blocks = readBlocks(readFileSync(path.join(folder, file), 'utf8'), 'python', DOCUMENT);
    const sections = exerciseNumbers(blocks).filter((number) => /^\d+\.\d+$/.test(number));
    return sections.map((exercise) => ({ name: `${file} ${exercise}`, plan: planRun(blocks, { exercise }) }));
  });

  test.each(programs)('on the workbook’s own program: $name', async ({ plan }) => {
    const cells = planCells(plan, {});
    const found: Advice[] = [];
    const limits = { seconds: 60, outputCharacters: 100_000 };
    const request = { cells, seed: 0, backend: 'auto' as const, limits };
    const ended = await session.start(request, (event) => {
      if (event.type === 'advice') found.push(event);
    }).ended;
    expect(ended.status).toBe('ok');
    expect(found).toEqual([]);
  });

  test.each([
    ['every row with every other one, on purpose', 'd = (w.reshape(-1, 1) - w).abs().mean(); d.backward()'],
    ['gradients added up over minibatches', 'for i in range(4): (w * x).sum().backward()'],
    ['the same gradient again and again', 'for i in range(9):\n  w.grad = None\n  (w * x).sum().backward()'],
    [
      'an intended infinity',
      'm = torch.where(x > 0, x, -torch.inf).softmax(0).sum() * w.sum(); m.backward()',
    ],
  ])('on %s', async (_, code) => {
    const program = `import torch\nx = torch.arange(8.0)\nw = torch.ones(8, requires_grad=True)\n${code}`;
    const result = await run(session, program);
    expect(result.error?.traceback ?? '').toBe('');
    expect(result.advice).toEqual([]);
  });
});
