/** A program that prints more than anybody reads: beginning and end are kept, and the truth about what is between. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OutputTailMessage, RunEvent, RunResult } from '../../src/training/protocol/protocol.ts';
import type { Session } from '../../src/training/threads/session.ts';
import { openSession, run, start, type Options } from './engine.ts';

let session: Session;

beforeAll(() => {
  session = openSession();
});

afterAll(() => session.dispose());

const linesOf = (text: string): string[] => text.split('\n').slice(0, -1);

/** What a run has printed in order, what is left out as a number of lines. */
async function printed(source: string, options: Options): Promise<RunResult & { events: RunEvent[] }> {
  const events: RunEvent[] = [];
  const result = await run(session, source, { ...options, onEvent: (event) => events.push(event) });
  return { ...result, events };
}

describe('a flood', () => {
  test('keeps its first and its last lines whole, with exactly what is missing between', async () => {
    const count = 50_000;
    const { stdout, outputLeftOut, outputDropped } = await printed(
      `for i in range(${count}): print("line", i)`,
      { outputCharacters: 10_000 },
    );
    const gap = /^… ([\d,]+) lines \(([\d,]+) characters\) left out …$/;
    const shown = linesOf(stdout);
    const at = shown.findIndex((line) => gap.test(line));
    const numbers = [...shown.slice(0, at), ...shown.slice(at + 1)].map((line) => Number(line.slice(5)));
    expect(numbers.slice(0, at)).toEqual([...Array(at).keys()]);
    expect(numbers.at(-1)).toBe(count - 1);
    expect(numbers.slice(at)).toEqual(
      [...Array(shown.length - at - 1).keys()].map((i) => count - (shown.length - at - 1) + i),
    );
    const missing = count - numbers.length;
    expect(outputLeftOut?.lines).toBe(missing);
    const whole = [...Array(count).keys()].reduce((sum, i) => sum + `line ${i}\n`.length, 0);
    const kept = numbers.reduce((sum, i) => sum + `line ${i}\n`.length, 0);
    expect(outputLeftOut?.characters).toBe(whole - kept);
    expect(outputDropped).toBe(whole - kept);
    expect(
      gap
        .exec(shown[at] ?? '')
        ?.slice(1)
        .map((text) => Number(text.replaceAll(',', ''))),
    ).toEqual([missing, whole - kept]);
    expect(kept).toBeGreaterThan(9000);
    expect(kept).toBeLessThanOrEqual(11_000);
  });

  test.each([
    ['ends with an error', 'raise ValueError("over")', 'error'],
    ['is stopped', 'while True: print("more")', 'timeout'],
    ['leaves', 'exit()', 'ok'],
  ])('that %s keeps its end too', async (_, end, status) => {
    const source = `for i in range(5000): print("line", i)\nprint("the end")\n${end}`;
    const result = await printed(source, { outputCharacters: 2000, seconds: 2 });
    expect(result.status).toBe(status);
    expect(linesOf(result.stdout).at(-1)).toBe(status === 'timeout' ? 'more' : 'the end');
    expect(result.stdout).toMatch(/^line 0\n/);
  });

  test('is counted exactly although it was interrupted at any moment', { timeout: 60_000 }, async () => {
    for (let round = 0; round < 6; round++) {
      const events: RunEvent[] = [];
      const started = start(session, 'i = 0\nwhile True:\n    print(f"{i:09}")\n    i += 1', {
        outputCharacters: 1000,
        seconds: 0.4 + 0.03 * round,
        onEvent: (event) => events.push(event),
      });
      const { stdout, outputLeftOut } = await started.result;
      const numbers = linesOf(stdout)
        .filter((line) => /^\d+$/.test(line))
        .map(Number);
      // Between the writing of a number and that of its line feed it may have been interrupted.
      const last = numbers.at(-1) ?? 0;
      expect(Math.abs(numbers.length + (outputLeftOut?.lines ?? 0) - (last + 1))).toBeLessThanOrEqual(1);
    }
  });

  test('that is within the limit misses nothing, also in its second half', async () => {
    const { stdout, outputLeftOut, outputDropped } = await printed('for i in range(90): print("line", i)', {
      outputCharacters: 1000,
    });
    expect(linesOf(stdout)).toEqual([...Array(90).keys()].map((i) => `line ${i}`));
    expect([outputLeftOut, outputDropped]).toEqual([undefined, 0]);
  });

  test('of stderr and stdout keeps the order of its end', async () => {
    const source =
      'import sys\nfor i in range(9999): print(i)\nprint("bad", file=sys.stderr)\nprint("good")\n42';
    const { events, displayed } = await printed(source, { outputCharacters: 1000 });
    const tail = events.findLast((event): event is OutputTailMessage => event.type === 'outputTail');
    expect(tail?.parts.map(({ stream }) => stream)).toEqual(['stdout', 'stderr', 'stdout']);
    expect(tail?.parts.at(-1)?.text).toBe('good\n');
    expect(events.at(-2)).toMatchObject({ type: 'output', stream: 'displayed', text: '42' });
    expect(displayed).toBe('42');
  });

  test('shows its end while it goes on, a few times a second', async () => {
    const { events } = await printed(
      'import time\nfor i in range(400):\n    print("line", i)\n    time.sleep(0.005)',
      { outputCharacters: 1000 },
    );
    const tails = events.filter(({ type }) => type === 'outputTail');
    expect(tails.length).toBeGreaterThan(3);
    expect(tails.length).toBeLessThan(25);
  });

  test('tells of the lines that printed it what they printed last', async () => {
    const { events } = await printed('for i in range(5000):\n    print("line", i)', {
      outputCharacters: 1000,
      locate: true,
    });
    const told = events.findLast((event) => event.type === 'printed');
    expect(told).toMatchObject({ lines: [{ line: 2, text: 'line 4999', count: 5000 }] });
  });

  test('of one line is cut within it', async () => {
    const { stdout, outputDropped } = await printed('print("x" * 10_000_000)\nprint("y")', {
      outputCharacters: 1000,
    });
    expect(stdout).toMatch(/^x{500}\n… [\d,]+ characters left out …\nx+\ny\n$/);
    expect(outputDropped).toBe(10_000_000 + 1 - 1000 + 2);
  });

  test('begins anew with each run', async () => {
    await printed('for i in range(5000): print("line", i)', { outputCharacters: 1000 });
    const { stdout, outputLeftOut } = await printed('print("fresh")', { outputCharacters: 1000 });
    expect([stdout, outputLeftOut]).toEqual(['fresh\n', undefined]);
  });
});

test('a displayed value that is too long keeps its beginning and its end', async () => {
  const { displayed } = await printed('"a" * 5000 + "b" * 5000', { outputCharacters: 1000 });
  expect(displayed).toMatch(/^'a{499}… 9,?002 characters left out …b{499}'$/);
});
