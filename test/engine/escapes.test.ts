/**
 * Programs that have been out, or tried: each gathers what it got hold of and asks whether any of it is of Node. The ways
 * of the kind are in `wall.test.ts`; these go through the whole engine.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Session } from '../../src/training/threads/session.ts';
import { openSession, run } from './engine.ts';

const PRELUDE = `
from _pyodide._importhook import jsfinder
from pyodide.ffi import create_proxy
js = jsfinder.jsproxies['js']
pyodide_js = jsfinder.jsproxies['pyodide_js']
R = js.Reflect
store = js.Array.new()
push = js.Array.prototype.push.bind(store)
def trapped():
    handler = js.Object.new(); handler.apply = push
    return js.Proxy.new(js.Object, handler)
def evil():
    made = js.Object.new(); R.set(made, js.Symbol.toPrimitive, trapped()); return made
def giver(value):
    holder = js.Object.new(); holder.x = value
    return R.get.bind(None, holder, 'x')
def swapped(target, name, fake, action):
    call = js.Function.prototype.call
    old = R.get(target, name)
    js.Array.new(R.set.bind(None, target, name, fake, target), action, R.set.bind(None, target, name, old, target)).forEach(call, call)
def judged():
    for i in range(store.length):
        thing = store[i]
        constructor = getattr(getattr(thing, 'constructor', None), 'constructor', None)
        if constructor is not None and constructor != js.Function:
            print('OPEN')
import time
`;

const ESCAPES: Readonly<Record<string, string>> = {
  'a replaced JSON.stringify': `
old = js.JSON.stringify
js.JSON.stringify = giver(evil())
try:
    js.console.log('x')
finally:
    js.JSON.stringify = old
judged()`,
  'a replaced Number under a timer': `
swapped(js.globalThis, 'Number', giver(evil()), js.setTimeout.bind(None, js.Object, 0))
judged()`,
  'a replaced iterator of arrays under the wall': `
swapped(js.Array.prototype, js.Symbol.iterator, giver(evil()), js.performance.now.bind(js.performance))
judged()`,
  'a replaced next of iterators under the wall': `
step = R.getPrototypeOf(js.Array.new().values())
swapped(step, 'next', trapped(), js.performance.now.bind(js.performance))
judged()`,
  'a Proxy as the callback of a timer': `
js.setTimeout(trapped(), 0)
None`,
  'an error whose name is asked for by Node': `
error = js.Error.new('x')
given = js.Object.new(); given.get = trapped()
js.Object.defineProperty(error, 'name', given)
str(error.stack)
judged()`,
  'an object with a captured stack': `
error = js.Object.new()
given = js.Object.new(); given.get = trapped()
js.Object.defineProperty(error, 'message', given)
js.Error.captureStackTrace(error)
str(error.stack)
judged()`,
  'a rejected promise whose properties are traps': `
traps = js.Object.new(); traps.get = trapped()
promise = js.Promise.reject(1)
js.Object.setPrototypeOf(promise, js.Proxy.new(js.Object.new(), traps))
None`,
  'a thenable that is awaited': `
thing = js.Object.new(); R.set(thing, 'then', trapped())
js.Promise.resolve(thing)
None`,
};

let session: Session;

beforeAll(() => {
  session = openSession({ spare: true });
});
afterAll(() => session.dispose());

/** The next cell of the same notebook sees what came after the end of this one. */
test.each(Object.entries(ESCAPES))('%s reaches nothing', async (_way, source) => {
  const result = await run(session, PRELUDE + source, { seconds: 10 });
  expect(result.stdout).not.toContain('OPEN');
  expect((await run(session, '1 + 1')).displayed).toBe('2');
});
