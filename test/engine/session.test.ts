import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunEvent } from '../../src/training/protocol/protocol.ts';
import type { Session } from '../../src/training/threads/session.ts';
import { DOCUMENT, openSession, run, start } from './engine.ts';

let session: Session;

beforeAll(() => {
  session = openSession();
});

afterAll(() => session.dispose());

describe('cells', () => {
  test('print and the last expression come back', async () => {
    const result = await run(session, 'print("one", 2)\nx = 20\nx + 1');
    expect(result).toMatchObject({ status: 'ok', stdout: 'one 2\n', displayed: '21', error: null });
  });

  test('only the last cell displays, and None shows nothing', async () => {
    expect((await run(session, ['1', '2'])).displayed).toBe('2');
    expect((await run(session, ['1', 'None'])).displayed).toBeNull();
    expect((await run(session, '3;')).displayed).toBeNull();
  });

  test('cells share one namespace called __main__', async () => {
    const result = await run(session, ['import __main__\ny = 3', '__name__, __main__.y']);
    expect(result.displayed).toBe("('__main__', 3)");
  });

  test('pickle, dataclasses and inspect find what a cell defines', async () => {
    const program = [
      'import dataclasses, inspect, pickle\n@dataclasses.dataclass\nclass Point:\n    x: int',
      'def double(v):\n    return 2 * v',
      '(pickle.loads(pickle.dumps(Point(4))), inspect.getsource(double))',
    ];
    const shown = (await run(session, program)).displayed;
    expect(shown).toBe("(Point(x=4), 'def double(v):\\n    return 2 * v\\n')");
  });

  test('stdout and stderr keep their order', async () => {
    const seen: string[] = [];
    await run(session, 'import sys\nprint("a")\nprint("b", file=sys.stderr)\nprint("c")', {
      onEvent: (event) => event.type === 'output' && seen.push(`${event.stream}:${event.text}`),
    });
    expect(seen.join('')).toBe('stdout:a\nstderr:b\nstdout:c\n');
  });

  test('a warning goes to stderr with its line', async () => {
    let stderr = '';
    await run(session, 'import warnings\nwarnings.warn("careful")', {
      onEvent: (event) => {
        if (event.type === 'output' && event.stream === 'stderr') stderr += event.text;
      },
    });
    expect(stderr).toBe(`${DOCUMENT}:2: UserWarning: careful\n  warnings.warn("careful")\n`);
  });

  test('a carriage return passes through', async () => {
    expect((await run(session, 'print("50 %\\r100 %")')).stdout).toBe('50 %\r100 %\n');
  });
});

describe('errors', () => {
  test('carry the line of the document and the column', async () => {
    const { status, error } = await run(session, 'def f(a):\n    return a / 0\nf(1)', { firstLine: 11 });
    expect(status).toBe('error');
    expect(error).toMatchObject({
      type: 'ZeroDivisionError',
      message: 'division by zero',
      line: 12,
      column: 12,
    });
    expect(error?.frames).toEqual([
      { document: DOCUMENT, line: 13, column: 1, endLine: 13, endColumn: 5, function: '<module>' },
      { document: DOCUMENT, line: 12, column: 12, endLine: 12, endColumn: 17, function: 'f' },
    ]);
    expect(error?.traceback).toBe(
      [
        'Traceback (most recent call last):',
        `  File "${DOCUMENT}", line 13, in <module>`,
        '    f(1)',
        '    ~^^^',
        `  File "${DOCUMENT}", line 12, in f`,
        '    return a / 0',
        '           ~~^~~',
        'ZeroDivisionError: division by zero',
        '',
      ].join('\n'),
    );
  });

  test('count columns in UTF-16 units', async () => {
    const { error } = await run(session, 's = "é😀"; s / 2');
    expect(error).toMatchObject({ type: 'TypeError', line: 1, column: 12 });
    expect(error?.frames[0]?.endColumn).toBe(17);
  });

  test('of chained exceptions show both, without the engine', async () => {
    const { error } = await run(
      session,
      'try:\n    {}["k"]\nexcept KeyError as e:\n    raise ValueError("bad") from e',
    );
    expect(error).toMatchObject({ type: 'ValueError', line: 4 });
    expect(error?.traceback).toContain("KeyError: 'k'");
    expect(error?.traceback).toContain('direct cause');
    expect(error?.traceback).not.toContain('/engine/');
  });

  test.each([
    ['x = (1 +\n\ny = 2', 'SyntaxError', "'(' was never closed", 1, 5],
    [
      'for i in range(3):\nprint(i)',
      'IndentationError',
      "expected an indented block after 'for' statement on line 1",
      2,
      1,
    ],
    ['s = "😀"; y = = 2', 'SyntaxError', 'invalid syntax', 1, 15],
  ])('a block that does not parse: %j', async (source, type, message, line, column) => {
    const { status, error } = await run(session, source);
    expect(status).toBe('error');
    expect(error).toMatchObject({ type, message, line, column });
    expect(error?.traceback).not.toContain('Traceback');
  });

  test('a recursion without end is a RecursionError', async () => {
    const { error } = await run(session, 'def f(): return f()\nf()');
    expect(error).toMatchObject({
      type: 'RecursionError',
      message: 'maximum recursion depth exceeded',
      line: 1,
    });
  });

  test('a recursion through __repr__ and sorted is one too', async () => {
    const { error } = await run(
      session,
      'class A:\n    def __repr__(self): return sorted([self], key=repr)[0]\nrepr(A())',
    );
    expect(error?.type).toBe('RecursionError');
  });

  test('too much memory is a MemoryError and the next run works', async () => {
    expect((await run(session, 'x = bytearray(2**33)')).error?.type).toMatch(/MemoryError|OverflowError/);
    expect((await run(session, '1')).displayed).toBe('1');
  });

  test('input() says why there is none', async () => {
    const { error } = await run(session, 'name = input("name? ")');
    expect(error).toMatchObject({ type: 'EOFError', line: 1 });
    expect(error?.message).toContain('without a keyboard');
  });

  test('a KeyboardInterrupt of the program itself is its error', async () => {
    expect((await run(session, 'raise KeyboardInterrupt')).error?.type).toBe('KeyboardInterrupt');
  });
});

describe('leaving early', () => {
  test.each(['exit()', 'import sys\nsys.exit()', 'import sys\nsys.exit(0)', 'raise SystemExit'])(
    '%j is a good end',
    async (source) => {
      expect(await run(session, `print("a")\n${source}`)).toMatchObject({
        status: 'ok',
        stdout: 'a\n',
        error: null,
      });
    },
  );

  test.each([
    ['import sys\nsys.exit(3)', '3'],
    ['import sys\nsys.exit("no data")', 'no data'],
    ['import os\nos._exit(4)', '4'],
  ])('%j is an error', async (source, message) => {
    expect(await run(session, source)).toMatchObject({
      status: 'error',
      error: { type: 'SystemExit', message, line: 2 },
    });
  });
});

describe('output', () => {
  test('a hundred thousand prints arrive in few messages', async () => {
    let messages = 0;
    const result = await run(session, 'for i in range(100_000): print(i)', {
      outputCharacters: 1_000_000,
      onEvent: (event) => {
        if (event.type === 'output') messages++;
      },
    });
    expect(result.stdout.split('\n')).toHaveLength(100_001);
    expect(messages).toBeLessThan(10 + (60 * result.milliseconds) / 1000 + result.stdout.length / 60_000);
  });

  test('what is printed arrives while the run goes on', async () => {
    const events: RunEvent[] = [];
    const started = start(
      session,
      'import time\nprint("first")\ntime.sleep(0.2)\nprint("second")\nwhile True: pass',
      {
        onEvent: (event) => {
          events.push(event);
          if (event.type === 'output' && event.text.includes('second')) started.stop();
        },
      },
    );
    expect((await started.result).status).toBe('stopped');
    expect(events.filter((event) => event.type === 'output')).toHaveLength(2);
  });
});

describe('each run starts afresh', () => {
  async function leaves(first: string, then: string): Promise<string | null> {
    expect(await run(session, first)).toMatchObject({ error: null });
    const result = await run(session, then);
    expect(result.error).toBeNull();
    return result.displayed;
  }

  test.each([
    ['a name', 'secret = 1', '"secret" in globals()', 'False'],
    [
      'a function of the standard library',
      'import math\nmath.sqrt = lambda x: -1',
      'import math\nmath.sqrt(4)',
      '2.0',
    ],
    [
      'a method of a class',
      'import random\nrandom.Random.random = lambda s: 7',
      'import random\nrandom.random() < 1',
      'True',
    ],
    ['a builtin', 'import builtins\nbuiltins.len = None', 'len([1])', '1'],
    [
      'a module put into sys.modules',
      'import sys\nsys.modules["torch_extra"] = 1',
      'import sys\n"torch_extra" in sys.modules',
      'False',
    ],
    ['a module removed', 'import sys\ndel sys.modules["json"]', 'import sys\n"json" in sys.modules', 'True'],
    ['sys.path', 'import sys\nsys.path.append("/x")', 'import sys\n"/x" in sys.path', 'False'],
    ['the environment', 'import os\nos.environ["A"] = "1"', 'import os\nos.environ.get("A")', null],
    [
      'the folder',
      'import os\nos.mkdir("/tmp/a")\nos.chdir("/tmp/a")',
      'import os\n(os.getcwd(), os.listdir("/tmp"))',
      "('/home/pyodide', [])",
    ],
    ['a file', 'open("notes.txt", "w").write("a")', 'import os\nos.path.exists("notes.txt")', 'False'],
    [
      'an open file',
      'import builtins\nbuiltins.kept = open("kept.txt", "w")',
      'import os\nos.listdir(".")',
      '[]',
    ],
    [
      'the standard library itself',
      'open("/lib/python314.zip", "w").write("gone")',
      'import mailbox\nmailbox.__name__',
      "'mailbox'",
    ],
    ['stdout', 'import sys, io\nsys.stdout = io.StringIO()', 'print("seen")\n1', '1'],
    [
      'a warning filter',
      'import warnings\nwarnings.simplefilter("error")',
      'import warnings\nwarnings.warn("w")\n1',
      '1',
    ],
    [
      'the recursion limit',
      'import sys\nsys.setrecursionlimit(60)',
      'import sys\nsys.getrecursionlimit() > 500',
      'True',
    ],
    [
      'an asyncio task',
      'import asyncio\nasync def f():\n    await asyncio.sleep(0.01)\n    print("late")\nasyncio.ensure_future(f())\nNone',
      'import time\ntime.sleep(0.1)\n1',
      '1',
    ],
  ])('%s does not survive', async (_what, first, then, expected) => {
    expect(await leaves(first, then)).toBe(expected);
  });

  test('also after an error and after a stop', async () => {
    await run(session, 'import math\nmath.pi = 3\n1 / 0');
    expect((await run(session, 'import math\nmath.pi')).displayed).toBe('3.141592653589793');
    const stopped = start(session, 'import math\nmath.pi = 3\nprint("on")\nwhile True: pass', {
      onEvent: (event) => event.type === 'output' && stopped.stop(),
    });
    await stopped.ended;
    expect((await run(session, 'import math\nmath.pi')).displayed).toBe('3.141592653589793');
  });

  test("the seed is the run's own", async () => {
    const drawn = async (seed: number) =>
      (await run(session, 'import random\nrandom.random()', { seed })).displayed;
    expect(await drawn(0)).toBe('0.8444218515250481');
    expect(await drawn(1)).toBe('0.13436424411240122');
    expect(await drawn(0)).toBe('0.8444218515250481');
  });

  test('a run that is asked for while its thread is given up gets the next one', async () => {
    await run(session, 'x = bytes(600_000_000)');
    expect((await run(session, '1 + 1')).displayed).toBe('2');
  });

  test('hundreds of runs do not slow down or grow', { timeout: 60_000 }, async () => {
    for (let i = 0; i < 200; i++)
      expect((await run(session, `x = [${i}] * 100_000\nlen(x)`)).displayed).toBe('100000');
  });
});
