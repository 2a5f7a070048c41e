/**
 * Tries the doors by which a hostile exercise could reach the machine. Hiding modules is no protection, so the programs
 * begin with the realm's global object and Pyodide's interface in hand.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../../src/training/threads/session.ts';
import { openSession, run } from './engine.ts';

/** The realm's globals as a hostile exercise would get them, and a judge of what it got hold of. */
const IN_HAND = `
import gc
from _pyodide._importhook import jsfinder
from pyodide.ffi import create_proxy, JsException, JsProxy
js = jsfinder.jsproxies['js']
pyodide_js = jsfinder.jsproxies['pyodide_js']
seen = []

def look_outside(thing):
    """Whether an object leads to Node: by its own constructor's code, or because it is Node's."""
    if hasattr(thing, 'pid') or hasattr(thing, 'mainModule') or hasattr(thing, 'binding'):
        return True
    maker = getattr(getattr(thing, 'constructor', None), 'constructor', None)
    if maker is None:
        return False
    try:
        return maker('return typeof process')() != 'undefined'
    except JsException as error:
        if 'Code generation from strings disallowed' not in str(error):
            raise
        return not error.js_error.constructor.constructor == js.Function

def noted(*things):
    seen.extend(things)
    print('outside' if any(map(look_outside, things)) else 'inside')
`;

let session: Session;

beforeAll(() => {
  session = openSession();
});

afterAll(() => session.dispose());

let attempts = 0;

/** As cells of a notebook, which share a realm although they reach JavaScript: a new one for each takes long. */
const attempt = (source: string, seconds = 10) =>
  run(session, [IN_HAND, source], { seconds, execution: ++attempts });

const afresh = (source: string) => run(session, [IN_HAND, source], { seconds: 10 });

describe('code from a string', () => {
  test.each([
    ['Function', 'js.Function("return process")()'],
    ['eval', 'js.eval("process")'],
    ['the constructor of a constructor', 'pyodide_js.constructor.constructor("return process")()'],
    [
      'the constructor of a bridge function',
      'from _engine import compute_gradients\ncompute_gradients.constructor("return process")()',
    ],
    [
      'the constructor of an async function',
      'js.Reflect.getPrototypeOf(js.fetch).constructor("return process")()',
    ],
    ['the constructor of the stop flag', 'js.SharedArrayBuffer.constructor("return process")()'],
    [
      'the constructor of an error',
      'try:\n    js.JSON.parse("{")\nexcept JsException as error:\n    error.js_error.constructor.constructor("return process")()',
    ],
  ])('%s is refused', async (_door, source) => {
    const { status, error } = await attempt(source);
    expect(status).toBe('error');
    expect(error?.message).toContain('Code generation from strings disallowed');
  });

  test.each([
    ['emscripten_run_script_int', 'ctypes.CDLL(None).emscripten_run_script_int(b"process.pid")'],
    ['emscripten_run_script', 'ctypes.CDLL(None).emscripten_run_script(b"process.exit(0)")'],
  ])('%s of the C library ends the engine without running it', async (_door, source) => {
    const { error } = await attempt(`import ctypes\n${source}`);
    expect(error?.type).toBe('EngineError');
    expect(error?.message).toContain('Code generation from strings disallowed');
  });
});

describe('objects of Node', () => {
  test.each([
    'process',
    'require',
    'module',
    'global',
    'Buffer',
    'importScripts',
    'XMLHttpRequest',
    'WebSocket',
    'Worker',
    'MessageChannel',
    'structuredClone',
  ])('there is no %s', async (name) => {
    expect((await attempt(`hasattr(js, ${JSON.stringify(name)})`)).displayed).toBe('False');
  });

  test.each([
    [
      'everything that Python holds',
      'noted(*[thing for thing in gc.get_objects() if isinstance(thing, JsProxy)])',
    ],
    [
      'everything that is global',
      'noted(*[getattr(js, name) for name in js.Object.getOwnPropertyNames(js.globalThis) if name not in ("undefined", "NaN", "Infinity") and getattr(js, name) is not None])',
    ],
    [
      'the bridge',
      'import _engine\nnoted(*[getattr(_engine, name) for name in dir(_engine) if not name.startswith("__")])',
    ],
    ['the file system', 'noted(pyodide_js.FS, *pyodide_js.FS.streams)'],
    [
      "the interpreter's module",
      'noted(pyodide_js._module, pyodide_js._api, *js.Object.values(pyodide_js._api.config))',
    ],
    ['a promise', 'noted(js.Promise.resolve(1), js.fetch("pyodide.asm.wasm"))'],
    [
      'compiled WebAssembly',
      'noted(js.WebAssembly, js.WebAssembly.Module.new(js.Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)))',
    ],
  ])('%s leads nowhere', async (_door, source) => {
    expect(await attempt(source)).toMatchObject({
      status: 'ok',
      stdout: expect.stringMatching(/^(inside\n)+$/) as string,
    });
  });

  test('a failing function of the host throws an inner error', async () => {
    const source = `
async def fetched():
    try:
        await (await js.fetch('realm.js')).arrayBuffer()
    except JsException as error:
        print(error)
        noted(error.js_error)
import asyncio
asyncio.ensure_future(fetched())
import time
None`;
    const { error } = await attempt(source);
    expect(error).toBeNull();
  });

  test('an exhausted stack inside a function of the host throws an inner error', async () => {
    const source = `
def recurse():
    try:
        js.performance.now()
    except JsException as error:
        seen.append(error.js_error)
    js.Reflect.apply(again, None, js.Array.new())
again = create_proxy(recurse)
try:
    recurse()
except BaseException as error:
    seen.append(getattr(error, 'js_error', js.Object.new()))
noted(*seen)`;
    const { stdout } = await attempt(source);
    expect(stdout).not.toContain('outside');
  });
});

describe('hooks that V8 and Node call with objects of their own', () => {
  test.each([
    ['Error.prepareStackTrace', 'js.Error.prepareStackTrace = create_proxy(noted)'],
    ['another Error', 'js.Error = js.Object.new()'],
  ])('%s cannot be set', async (_door, source) => {
    expect((await attempt(source)).error?.message).toContain('Cannot assign to read only property');
  });

  test('streaming compilation rejects with an inner error', async () => {
    expect((await attempt('hasattr(js.WebAssembly, "compileStreaming")')).displayed).toBe('False');
  });

  test('a rejected promise is not inspected', async () => {
    const source = `
thing = js.Object.new()
custom = getattr(js.Symbol, 'for')('nodejs.util.inspect.custom')
js.Reflect.set(thing, custom, create_proxy(noted))
js.Promise.reject(thing)
js.setTimeout(create_proxy(lambda *given: 1 / 0), 0)
import time
None`;
    expect((await attempt(source)).error).toBeNull();
    expect((await attempt('import time\ntime.sleep(0.2)\nlen(seen)')).displayed).toBe('0');
  });

  test('a message that is no text does not cross', async () => {
    const { error } = await attempt('js.console.log(js.Object.new())\n1');
    expect(error).toBeNull();
  });
});

describe('files', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'd2l-'));
    writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  test('of the host cannot be read', async () => {
    const file = JSON.stringify(path.join(folder, 'secret.txt'));
    expect((await attempt(`open(${file}).read()`)).error?.type).toBe('FileNotFoundError');
  });

  test('of the host cannot be written', async () => {
    const file = path.join(folder, 'written.txt');
    await attempt(
      `import os\nos.makedirs(${JSON.stringify(folder)})\nopen(${JSON.stringify(file)}, "w").write("x")`,
    );
    expect(existsSync(file)).toBe(false);
  });

  test('of the host cannot be mounted', async () => {
    const source = `pyodide_js.FS.mkdirTree('/host')
pyodide_js.FS.mount(pyodide_js.FS.filesystems.NODEFS, {'root': '/'}, '/host')
__import__('os').listdir('/host')`;
    expect((await attempt(source)).status).toBe('error');
    expect((await attempt('pyodide_js.mountNativeFS("/host", {})')).status).not.toBe('timeout');
  });

  test('of the engine cannot be read once a run has begun', async () => {
    const source = `
import asyncio
async def read():
    try:
        await js.fetch('python_stdlib.zip').then(lambda response: response.arrayBuffer())
        print('read')
    except JsException as error:
        print('refused')
asyncio.ensure_future(read())
None`;
    const { stdout } = await attempt(source);
    expect(stdout).not.toContain('read\n');
  });

  test('of the process are not there', async () => {
    expect((await afresh('import os\n(os.listdir("/"), os.path.exists("/etc/passwd"))')).displayed).toBe(
      "(['tmp', 'home', 'dev', 'proc', 'lib'], False)",
    );
    expect(readFileSync(path.join(folder, 'secret.txt'), 'utf8')).toBe('secret');
  });
});

describe('the network', () => {
  let server: Server;
  let requests = 0;
  let address: string;

  beforeAll(async () => {
    server = createServer((_request, response) => {
      requests++;
      response.end('reached');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => server.close());

  test.each([
    ['urllib', (host: string) => `import urllib.request\nurllib.request.urlopen("http://${host}/")`],
    [
      'a socket',
      (host: string) =>
        `import socket\nsocket.create_connection(${JSON.stringify(host.split(':'))}, timeout=1)`,
    ],
    ['fetch', (host: string) => `js.fetch("http://${host}/")`],
    ['pyodide.http', (host: string) => `import pyodide.http\npyodide.http.open_url("http://${host}/")`],
    ['loading a package', (host: string) => `pyodide_js.loadPackage("http://${host}/numpy.whl")`],
  ])('is out of reach by %s', async (_door, program) => {
    await attempt(`${program(address)}\nimport time\ntime.sleep(0.1)`);
    expect(requests).toBe(0);
  });
});

describe('processes', () => {
  test.each([
    ['subprocess', 'import subprocess\nsubprocess.run(["ls"])', 'OSError'],
    ['fork', 'import os\nos.fork()', 'OSError|AttributeError'],
    [
      'execv',
      'import os\nos.execv("/bin/ls", ["ls"])',
      'OSError|AttributeError|FileNotFoundError|PermissionError',
    ],
  ])('cannot be started by %s', async (_door, source, type) => {
    expect((await attempt(source)).error?.type).toMatch(new RegExp(`^(${type})$`));
  });

  test('os.system runs nothing', async () => {
    expect((await attempt('import os\nos.system("echo hi")')).displayed).toBe('-1');
  });
});

describe('what a learner sees', () => {
  test.each(['js', 'pyodide_js', '_realm'])('import %s says that there is no JavaScript', async (name) => {
    const { error } = await run(session, `import ${name}`);
    expect(error).toMatchObject({
      type: 'ImportError',
      message: `${name} is not available: exercises have no access to JavaScript`,
      line: 1,
    });
  });
});

test('the judge of these tests knows an outer object', async () => {
  const source = `
class Outer:
    pid = 1
print(look_outside(Outer()), look_outside(js.Object.new()))`;
  expect((await attempt(source)).stdout).toBe('True False\n');
});
