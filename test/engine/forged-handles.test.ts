/** A tensor in Python is a number; one that names no tensor, or another way in than Python's own, gets nothing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../../src/training/threads/session.ts';
import { openSession, run } from './engine.ts';

let session: Session;

beforeAll(() => {
  session = openSession();
});

afterAll(() => session.dispose());

const attempt = (source: string) => run(session, `from pyodide.ffi import JsException\n${source}`);

describe('handles of tensors', () => {
  test.each(['999999', '-1', '0', '2.5', '10**15', "float('nan')", "'x'", 'None'])(
    'a forged one, %s, is a Python error',
    async (forged) => {
      const source = `
import _engine, torch
kept = torch.ones(2)
answers = set()
for entry in ('add_Tensor', 'exp', 'matmul', 'item', 'grad', 'add__Tensor'):
    _engine.error()
    try:
        answer = getattr(_engine, entry)(${forged}, kept._h, 1, 2)
    except (TypeError, JsException):
        continue
    if answer != -1 and answer is not None:
        answers.add((entry, answer))
print(answers or 'refused', kept.tolist())`;
      expect(await attempt(source)).toMatchObject({ status: 'ok', stdout: 'refused [1.0, 1.0]\n' });
    },
  );

  test('one of a tensor that is gone is refused', async () => {
    const source = `
import _engine, torch
gone = torch.ones(3)
handle = gone._h
del gone
_engine.drain()
_engine.exp(handle), _engine.error()`;
    expect((await attempt(source)).displayed).toMatch(
      /^\(-1, 'RuntimeError\\nno tensor has the handle \d+'\)$/,
    );
  });

  test('pickled data brings nothing that Python has not', async () => {
    const source = `
import pickle
class Door:
    def __reduce__(self):
        return (__import__, ('js',))
try:
    pickle.loads(pickle.dumps(Door()))
except ImportError as error:
    print(error)`;
    expect((await attempt(source)).stdout).toBe(
      'js is not available: exercises have no access to JavaScript\n',
    );
  });
});
