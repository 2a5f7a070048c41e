/**
 * Programs that have been out, or tried (`escapes/*.py`): each gathers what it got hold of and asks whether any of it is of
 * Node, or it crashes, hangs, floods or forges. The ways of the kind are in `wall.test.ts`; these go through the whole engine.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Session } from '../../src/training/threads/session.ts';
import { openSession, run } from './engine.ts';

const FOLDER = path.join(import.meta.dirname, 'escapes');
const read = (name: string): string => readFileSync(path.join(FOLDER, name), 'utf8');
const PRELUDE = read('prelude.py');

/** They cost their engine, and so each has one of its own. */
const VIOLENT = [
  'buffers-that-shrink.py',
  'functions-made-for-python.py',
  'memory-of-javascript.py',
  'memory-of-python-overwritten.py',
  'microtasks-without-end.py',
  'species-of-a-promise.py',
  'strings-without-end.py',
  'timers-without-end.py',
  'to-json-of-every-object.py',
  'waits-for-ever.py',
];
const QUIET = readdirSync(FOLDER).filter((name) => ![...VIOLENT, 'prelude.py'].includes(name));

let session: Session;

beforeAll(() => {
  session = openSession({ spare: true });
});
afterAll(() => session.dispose());

test(`${QUIET.length} ways reach nothing, one after the other`, async () => {
  const programs = JSON.stringify(Object.fromEntries(QUIET.map((name) => [name, read(name)])));
  const each = `import json
for program, source in json.loads(${JSON.stringify(programs)}).items():
    try:
        exec(compile(source, program, 'exec'), globals())
    except Exception as error:
        print('refused', type(error).__name__, str(error)[:100])
    print('tried', program)
judged()`;
  const { stdout, error } = await run(session, `${PRELUDE}\n${each}`, { seconds: 60 });
  expect(error).toBeNull();
  expect(stdout).not.toContain('OPEN');
  expect(stdout.match(/^tried /gm)).toHaveLength(QUIET.length);
  expect((await run(session, '1 + 1')).displayed).toBe('2');
});

test.each(VIOLENT)('%s reaches, forges and costs the next run nothing', async (name) => {
  const result = await run(session, `${PRELUDE}\n${read(name)}`, { seconds: 2 });
  expect(result.stdout).not.toContain('OPEN');
  expect(await run(session, '1 + 1', { seconds: 30 })).toMatchObject({
    status: 'ok',
    displayed: '2',
    stdout: '',
  });
});
