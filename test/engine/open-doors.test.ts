/**
 * The doors that sandbox.test.ts finds closed, tried in a plain Pyodide in Node: each is open there. Without this, a program
 * that fails for another reason than the wall would count as a closed door.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadPyodide, type PyodideAPI } from 'pyodide';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let plain: PyodideAPI;
let folder: string;
let server: Server;
let requests = 0;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'd2l-'));
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  server = createServer((_request, response) => {
    requests++;
    response.end('reached');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  plain = await loadPyodide({ indexURL: path.resolve('node_modules/pyodide'), packageBaseUrl: folder });
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const python = (source: string): unknown => plain.runPython(source);

describe('in a plain Pyodide', () => {
  test.each([
    ['Function', 'js.Function("return process.pid")()'],
    ['eval', 'js.eval("process.pid")'],
    ['the constructor of a constructor', 'pyodide_js.constructor.constructor("return process.pid")()'],
    ['the constructor of an error', 'thrown().constructor.constructor("return process.pid")()'],
    ['the process itself', 'js.process.pid'],
    ['emscripten_run_script_int', 'ctypes.CDLL(None).emscripten_run_script_int(b"process.pid")'],
  ])('%s reaches the process', (_door, source) => {
    const pid = python(`
import ctypes, js, pyodide_js
from pyodide.ffi import JsException
def thrown():
    try:
        js.JSON.parse('{')
    except JsException as error:
        return error.js_error
${source}`);
    expect(pid).toBe(process.pid);
  });

  test("the host's files can be mounted and read", () => {
    const text = python(`
import pyodide_js
pyodide_js.FS.mkdirTree('/host')
from pyodide.ffi import to_js
import js
pyodide_js.FS.mount(pyodide_js.FS.filesystems.NODEFS, to_js({'root': ${JSON.stringify(folder)}}, dict_converter=js.Object.fromEntries), '/host')
open('/host/secret.txt').read()`);
    expect(text).toBe('secret');
  });

  test("the host's environment can be read", () => {
    process.env['D2L_TEST_SECRET'] = 'shown';
    expect(python('import js\njs.process.env.D2L_TEST_SECRET')).toBe('shown');
    delete process.env['D2L_TEST_SECRET'];
  });

  test('the network can be reached', async () => {
    const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
    await plain.runPythonAsync(`import js\nawait js.fetch(${JSON.stringify(address)})`);
    expect(requests).toBe(1);
  });

  test('V8 hands the call sites of the host to Error.prepareStackTrace', () => {
    const seen = python(`
import js
from pyodide.ffi import create_proxy
sites = []
js.Error.prepareStackTrace = create_proxy(lambda error, frames: sites.extend(frames) or 'text')
js.Error.new().stack
del js.Error.prepareStackTrace
len(sites) > 0`);
    expect(seen).toBe(true);
  });
});
