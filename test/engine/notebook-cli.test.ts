/** A notebook in the terminal: every cell's value, and what IPython adds to Python. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'd2l-notebook-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs cells as a notebook; what it prints to either stream. */
function run(cells: readonly string[], ...words: string[]): Promise<{ out: string; err: string }> {
  const file = path.join(folder, 'a.ipynb');
  const code = cells.map((source) => ({ cell_type: 'code', metadata: {}, outputs: [], source }));
  writeFileSync(file, JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: code }));
  return new Promise((resolve) => {
    execFile(process.execPath, ['dist/cli.js', 'run', file, ...words], (_, out, err) =>
      resolve({ out, err }),
    );
  });
}

/** What the cells show, without the words at the end. */
async function shown(...cells: string[]): Promise<string[]> {
  const { out, err } = await run(cells);
  expect(err).toBe('');
  return out.split('\nNothing was trained')[0]?.split('\n') ?? [];
}

describe('a notebook in the terminal', () => {
  it("shows the value of every cell's last expression", async () => {
    expect(await shown('x = 3\nx', 'print("a", end="")\nx + 1', 'x;', 'None', '[x]')).toEqual([
      '3',
      'a',
      '4',
      '[3]',
    ]);
  });

  it('gives each as a message of its own', async () => {
    const { out } = await run(['1', '2'], '--json');
    const messages = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { stream?: string; text?: string });
    expect(messages.filter(({ stream }) => stream === 'displayed').map(({ text }) => text)).toEqual([
      '1',
      '2',
    ]);
    expect(messages.at(-1)).toMatchObject({ type: 'ended', displayed: '2' });
  });

  it('knows the values before', async () => {
    expect(await shown('3', '4', '_, __', '_1 + _2, Out[1], In[2]')).toEqual([
      '3',
      '4',
      '(4, 3)',
      "(7, 3, '4\\n')",
    ]);
  });

  it('awaits at the top level', async () => {
    const cells = [
      'import asyncio\nasync def f(n):\n    await asyncio.sleep(0.01 * n)\n    return n',
      'await asyncio.gather(f(2), f(1))',
      'async for x in g():\n    print(x)',
    ];
    const generator = 'async def g():\n    yield await f(1)';
    expect(await shown(cells[0] ?? '', generator, cells[1] ?? '', cells[2] ?? '')).toEqual(['[2, 1]', '1']);
  });

  it('captures, and writes files that are imported', async () => {
    expect(
      await shown(
        '%%capture out\nprint("a")\n7',
        'out.stdout',
        'out.show()',
        '%%writefile m.py\nz = 4',
        'import m\nm.z',
      ),
    ).toEqual(["'a\\n'", 'a', '7', 'Writing m.py', '4']);
  });

  it('times', async () => {
    const lines = await shown(
      'x = 1\nr = %timeit -q -o -n 10 -r 2 x + 1',
      'r.loops, r.repeat, r.best <= r.average <= r.worst',
      '%timeit -n 5 -r 2 x + 1',
      '%%timeit -n 3 -r 2 y = x\ny * 2',
      '%%time\nx + 1',
      '%time x + 2',
      'try:\n    y\nexcept NameError:\n    print("y is not left behind")',
    );
    const loops = (count: number): RegExp =>
      new RegExp(
        `^[\\d.]+ .?s ± [\\d.]+ .?s per loop \\(mean ± std\\. dev\\. of 2 runs, ${count} loops each\\)$`,
      );
    expect(lines[0]).toBe('(10, 2, True)');
    expect(lines[1]).toMatch(loops(5));
    expect(lines[2]).toMatch(loops(3));
    expect(lines[3]).toMatch(/^CPU times: user [\d.]+ .?s, sys: 0 ns, total: [\d.]+ .?s$/);
    expect(lines[4]).toMatch(/^Wall time: [\d.]+ .?s$/);
    expect(lines.slice(5).filter((line) => !/^(?:CPU|Wall)/.test(line))).toEqual([
      '2',
      '3',
      'y is not left behind',
    ]);
  });

  it('says that there is no shell', async () => {
    const body = await run(['if True:\n    !ls\n    print("on")', 'files = !ls']);
    expect(body.out).toMatch(/^on\n/);
    expect(body.err).toMatch(/^There is no shell here: !ls was not run\.\n/);
    expect(body.err).toMatch(
      /OSError: There is no shell here, so !ls has no output\. Python itself can list files/,
    );
  });
});
