/**
 * A run finds nothing of the run before it: not in Python, whose memory and files are put back, and not in JavaScript, for
 * which the next run gets a realm of its own.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Session } from '../../src/training/threads/session.ts';
import { openSession, run } from './engine.ts';

const IN_HAND = `
from _pyodide._importhook import jsfinder
from pyodide.ffi import create_proxy
js = jsfinder.jsproxies['js']
pyodide_js = jsfinder.jsproxies['pyodide_js']
`;

let session: Session;
const told: string[] = [];

beforeAll(() => {
  session = openSession({ log: (_level, text) => told.push(text), spare: true });
});
afterAll(() => session.dispose());
beforeEach(() => void (told.length = 0));

const REACHED = 'the run reached JavaScript';

describe('of JavaScript', () => {
  test.each([
    ['a global', 'js.left = 1', 'hasattr(js, "left")', 'False'],
    ['a replaced function', 'js.JSON.parse = js.Object', 'js.JSON.parse("[1]").length', '1'],
    ['a patched prototype', 'js.Array.prototype.left = 1', 'hasattr(js.Array.new(), "left")', 'False'],
    [
      'a property of a function that Python calls',
      'import _engine\n_engine.compute_gradients.left = 1',
      'import _engine\nhasattr(_engine.compute_gradients, "left")',
      'False',
    ],
    [
      "a replaced part of the interpreter's file system",
      'pyodide_js.FS.left = 1',
      'hasattr(pyodide_js.FS, "left")',
      'False',
    ],
    [
      'a timer',
      'js.setTimeout(create_proxy(lambda *given: setattr(js, "left", 1)), 20)\nNone',
      'import time\ntime.sleep(0.1)\nhasattr(js, "left")',
      'False',
    ],
  ])('%s does not stay', async (_kind, leaves, looks, displayed) => {
    expect((await run(session, IN_HAND + leaves)).error).toBeNull();
    expect(await run(session, IN_HAND + looks)).toMatchObject({ status: 'ok', displayed });
    expect(told.filter((text) => text.includes(REACHED)).length).toBeGreaterThan(0);
  });

  test.each([
    ['ctypes', 'import ctypes\nctypes.pythonapi.Py_GetVersion()\nNone'],
    ['a method of what Python holds', IN_HAND + 'js.Object.keys(js.Object.new())\nNone'],
  ])('%s costs the realm', async (_kind, source) => {
    expect((await run(session, source)).status).toBe('ok');
    expect((await run(session, '1')).displayed).toBe('1');
    expect(told.join()).toContain(REACHED);
  });

  test('an exercise without JavaScript keeps its realm', async () => {
    const source = `
import torch
from d2l import torch as d2l
x = torch.ones(3, requires_grad=True)
x.register_hook(lambda gradient: 2 * gradient)
(x * x).sum().backward()
open('kept.txt', 'w').write('x')
d2l.plot([1, 2], [[1, 2]])
print(x.grad)
1 / 0`;
    await run(session, source);
    expect((await run(session, 'import os\nos.path.exists("kept.txt")')).displayed).toBe('False');
    expect(told).toEqual([]);
  });
});

/** What a program can ask about its surroundings. */
const LOOK = `
import os, signal, sys, time
def devices():
    return sorted((path, oct(os.lstat(path).st_mode)) for folder, _, names in os.walk('/dev') for name in names
            for path in [os.path.join(folder, name)])
previous = os.umask(0)
os.umask(previous)
(devices(), sorted(os.listdir('/')), os.listdir('/proc'), os.listdir('/proc/self'), previous, os.getcwd(), signal.getitimer(signal.ITIMER_REAL),
 [os.path.exists(f'/dev/fd/{n}') for n in range(6)], sorted(os.environ), sys.getrecursionlimit(), time.tzname,
 os.read(os.open('/dev/zero', os.O_RDONLY), 2) if os.path.exists('/dev/zero') else None)`;

describe('of Python', () => {
  test.each([
    ['closed streams', 'import os\nfor n in range(3):\n    os.close(n)'],
    [
      'a stream put in the place of another',
      'import os\nos.dup2(os.open("/tmp/x", os.O_CREAT | os.O_RDWR), 1)',
    ],
    ['a removed device', 'import os\nos.remove("/dev/null")\nos.remove("/dev/urandom")'],
    ['another file in its place', 'import os\nos.remove("/dev/null")\nopen("/dev/null", "w").write("kept")'],
    ['a changed mode', 'import os\nos.chmod("/dev/null", 0)\nos.chmod("/tmp", 0o500)'],
    [
      'files beside the devices',
      'for path in ("/dev/kept", "/dev/shm/kept", "/proc/kept", "/proc/self/kept"):\n    open(path, "w").write("x")',
    ],
    ['a mask', 'import os\nos.umask(0o777)'],
    ['a folder', 'import os\nos.chdir("/")\nos.makedirs("/kept/deep")'],
    [
      'a timer',
      'import signal\nsignal.signal(signal.SIGALRM, lambda *given: None)\nsignal.setitimer(signal.ITIMER_REAL, 1, 1)',
    ],
    ['an environment', 'import os, time\nos.environ["TZ"] = "Asia/Tokyo"\ntime.tzset()'],
    ['a recursion limit', 'import sys\nsys.setrecursionlimit(50)'],
    ['a link', 'import os\nos.symlink("/dev/null", "/tmp/link")\nos.rename("/home", "/elsewhere")'],
  ])('%s do not stay', async (_kind, leaves) => {
    const before = await run(session, LOOK);
    await run(session, leaves);
    const after = await run(session, LOOK);
    expect(after.error).toBeNull();
    expect(after.displayed).toBe(before.displayed);
    expect((await run(session, 'print("heard")')).stdout).toBe('heard\n');
  });
});
