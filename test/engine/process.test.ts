/** The engine's process: what it may not do, that a kill always ends it, that it ends with its host, and that a kill from outside costs nothing. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { Pool } from '../../src/training/threads/pool.ts';
import type { RunRequest, Session } from '../../src/training/threads/session.ts';
import { distribution, openSession, run, start } from './engine.ts';
import { childrenOf, isAlive } from './processes.ts';
import { strangeEngine } from './strange-engine.ts';

const open: { dispose(): Promise<void> }[] = [];

function opened<T extends { dispose(): Promise<void> }>(disposable: T): T {
  open.push(disposable);
  return disposable;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.dispose()));
});

const request = (source: string): RunRequest => ({
  cells: [{ source, document: 'exercise.py', firstLine: 1 }],
  seed: 0,
  backend: 'js',
  limits: { seconds: 60, outputCharacters: 10_000 },
});

describe('its rights', () => {
  /** What code in the engine's process gets at, as the answer of a run. */
  async function attempt(code: string): Promise<string> {
    const { folder, remove } = strangeEngine(`begin(thread, run);
      let got;
      try { got = 'open: ' + (${code}); } catch (error) { got = 'closed: ' + (error.code ?? error.message); }
      message(thread, end(run, String(got)));`);
    const { Session } = await import('../../src/training/threads/session.ts');
    const session = opened(new Session({ distribution: folder, log: () => undefined }));
    const { displayed } = await run(session, '');
    remove();
    return displayed ?? '';
  }

  test.each([
    ['other files', `require('node:fs').readFileSync('/etc/hostname', 'utf8')`, 'ERR_ACCESS_DENIED'],
    ['their names', `require('node:fs').readdirSync('/')`, 'ERR_ACCESS_DENIED'],
    ['writing', `require('node:fs').writeFileSync(__dirname + '/engine/x', '')`, 'ERR_ACCESS_DENIED'],
    ['processes', `require('node:child_process').spawnSync('ls').status`, 'ERR_ACCESS_DENIED'],
    ['addons', `process.dlopen({ exports: {} }, '/nowhere.node')`, 'ERR_DLOPEN_DISABLED'],
    ['code from strings', `Function('return 1')()`, 'Code generation from strings disallowed'],
    ['the debugger', `require('node:inspector').open(0)`, 'ERR_ACCESS_DENIED'],
  ])('are none to %s', async (_what, code, reason) => {
    expect(await attempt(code)).toContain(`closed: ${reason}`);
  });

  test('include nothing of the environment', async () => {
    process.env['D2L_SECRET'] = 'secret';
    const names = await attempt('Object.keys(process.env).sort().join()');
    delete process.env['D2L_SECRET'];
    expect(names.replace('open: ', '').split(',')).toEqual(
      ['ELECTRON_RUN_AS_NODE', 'LD_LIBRARY_PATH', 'TF_CPP_MIN_LOG_LEVEL', 'TZ'].filter(
        (name) => !['LD_LIBRARY_PATH', 'TZ'].includes(name) || process.env[name] !== undefined,
      ),
    );
  });
});

const IN_HAND = `from _pyodide._importhook import jsfinder
js = jsfinder.jsproxies['js']
`;

describe('what no interrupt reaches', () => {
  test.each([
    [
      'a search in an array without end',
      'a = js.Object.new()\njs.Reflect.set(a, "length", float(2**53 - 1))\njs.Reflect.apply(js.Array.prototype.includes, a, js.Array.of(1))',
    ],
    ['a regular expression that backtracks', "js.RegExp.new('^(a+)+$').test('a' * 40 + 'b')"],
  ])('%s ends with its process, when it is stopped', async (_what, source) => {
    const session = opened(openSession());
    await session.warm();
    const [before = 0] = session.pids;
    const started = start(session, `${IN_HAND}print('on')\n${source}`, {
      onEvent: (event) => event.type === 'output' && started.stop(),
    });
    expect((await started.ended).status).toBe('stopped');
    await expect.poll(() => isAlive(before), { timeout: 5000 }).toBe(false);
    expect((await run(session, '1 + 1')).displayed).toBe('2');
  });

  test('and when its time is up', async () => {
    const session = opened(openSession());
    const source = `${IN_HAND}js.RegExp.new('^(a+)+$').test('a' * 40 + 'b')`;
    expect((await run(session, source, { seconds: 1 })).status).toBe('timeout');
  });
});

describe('its end', () => {
  test('comes with the session', async () => {
    const session = openSession();
    await session.warm();
    const [pid = 0] = session.pids;
    expect(isAlive(pid)).toBe(true);
    await session.dispose();
    expect(isAlive(pid)).toBe(false);
  });

  test.skipIf(process.platform === 'win32')(
    'comes with the host, even when that is killed and the engine busy',
    async () => {
      const program = `
      const { Engine } = require(${JSON.stringify(path.join(distribution, 'engine.js'))});
      const engine = new Engine({ distribution: ${JSON.stringify(distribution)}, log: () => {} });
      const cells = [{ source: 'print(1)\\nwhile True: pass', document: 'x', firstLine: 1 }];
      engine.start({ cells, seed: 0, backend: 'js', limits: { seconds: 0, outputCharacters: 100 } },
        (event) => event.type === 'output' && console.log('on'));`;
      const host = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
      await new Promise((resolve) => host.stdout.once('data', resolve));
      const children = childrenOf(host.pid ?? 0);
      expect(children.length).toBeGreaterThan(0);
      host.kill('SIGKILL');
      await expect.poll(() => children.some(isAlive), { timeout: 5000 }).toBe(false);
    },
  );
});

describe('a host in need', () => {
  test('that has no time for a while misses nothing of a flood', async () => {
    const session = opened(openSession());
    const source = 'for i in range(20000): print(f"line {i:06}")\n"whole"';
    let busy = false;
    const { stdout, displayed } = await run(session, source, {
      outputCharacters: 1_000_000,
      onEvent: ({ type }) => {
        if (type !== 'output' || busy) return;
        busy = true;
        const end = Date.now() + 1000;
        while (Date.now() < end);
      },
    });
    expect(displayed).toBe("'whole'");
    expect(stdout.split('\n')).toHaveLength(20_001);
    expect(stdout.endsWith('line 019999\n')).toBe(true);
  });

  test('whose log is on a full disk runs all the same', async () => {
    const full = (): never => {
      throw new Error('ENOSPC: no space left on device');
    };
    const session = opened(openSession({ log: full }));
    const crash = 'import ctypes\nctypes.string_at(0xfffffff0)';
    expect((await run(session, crash)).error?.type).toBe('EngineError');
    expect((await run(session, '1')).displayed).toBe('1');
  });
});

describe('a kill from outside', () => {
  test('in the middle of many runs loses none of them', async () => {
    const pool = opened(new Pool({ distribution, log: () => undefined, threads: 2 }));
    const source = (n: number): string => `import time\nprint(${n})\ntime.sleep(0.3)\n${n} * 11`;
    let killed = 0;
    const runs = [1, 2, 3, 4, 5, 6].map((n) =>
      pool.start(request(source(n)), (event) => {
        if (event.type !== 'output' || killed > 0 || n < 3) return;
        [killed = 0] = pool.pids;
        process.kill(killed, 'SIGKILL');
      }),
    );
    const ended = await Promise.all(runs.map(({ ended }) => ended));
    expect(killed).toBeGreaterThan(0);
    expect(ended.map(({ displayed }) => displayed)).toEqual(['11', '22', '33', '44', '55', '66']);
  });

  test('costs the run under way its time and nothing else, and the next one none', async () => {
    const session: Session = opened(openSession());
    let kills = 0;
    const result = await run(session, 'import time\nprint("on")\ntime.sleep(0.3)\n"whole"', {
      onEvent: ({ type }) => {
        if (type === 'output' && kills++ === 0) process.kill(session.pids[0] ?? 0, 'SIGKILL');
      },
    });
    expect(result).toMatchObject({ status: 'ok', displayed: "'whole'", stdout: 'on\n' });
    expect((await run(session, '1')).displayed).toBe('1');
  });

  test('twice in one run ends it as an EngineError', async () => {
    const session: Session = opened(openSession());
    const { error } = await run(session, 'import time\nprint("on")\ntime.sleep(5)', {
      onEvent: ({ type }) => type === 'output' && process.kill(session.pids[0] ?? 0, 'SIGKILL'),
    });
    expect(error).toMatchObject({ type: 'EngineError', message: "the engine's process ended by SIGKILL" });
  });
});
