import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Session } from '../../src/training/threads/session.ts';
import { disagreement } from './opinfo/agreement.ts';
import { readCalls, replay, type Call } from './opinfo/calls.ts';
import { readShares } from './opinfo/shares.ts';
import { openSession } from './running.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** Each so-manieth call that agrees today; `npm run parity -- opinfo` makes them all. */
const EVERY = 5;

let session: Session;

beforeAll(() => {
  session = openSession(path.join(root, 'dist'));
});

afterAll(() => session.dispose());

describe("samples of PyTorch's test databases", () => {
  const calls = readCalls();
  const shares = readShares(root);

  it('are those whose shares are kept', () => {
    expect(Object.entries(shares).map(([name, share]) => [name, share.calls])).toEqual(
      [...calls].map(([name, own]) => [name, own.length]),
    );
  });

  it('that agreed with PyTorch still do', { timeout: 120_000 }, async () => {
    const agreed: (readonly [string, Call])[] = [];
    for (const [name, own] of calls) {
      own.forEach((call, place) => {
        if (shares[name]?.differing.includes(place) === false) agreed.push([`${name} ${place}`, call]);
      });
    }
    const chosen = agreed.filter((_, i) => i % EVERY === 0);
    const outcomes = await replay(
      session,
      chosen.map(([, call]) => call),
    );
    const lost = chosen.flatMap(([name, call], i) => {
      const found = disagreement(call, outcomes[i] ?? {});
      return found === null ? [] : [`${name}: ${found.kind}: ${found.text}`];
    });
    expect(lost).toEqual([]);
  });
});

describe('a call and what came of it', () => {
  const value = (...values: number[]) => ({ tensor: 'float32', shape: [values.length], values });
  const call: Call = {
    of: 'exp',
    kind: 'function',
    name: 'exp',
    result: value(1, 2),
    gradients: [value(3, 4)],
  };

  it('agree to the tolerances', () => {
    expect(disagreement(call, { result: value(1, 2.0002), gradients: [value(3.002, 4)] })).toBeNull();
    expect(disagreement(call, { result: value(1, 2.001), gradients: [value(3, 4)] })?.kind).toBe(
      'wrong value',
    );
    expect(disagreement(call, { result: value(1, 2), gradients: [value(3.1, 4)] })?.kind).toBe(
      'wrong gradient',
    );
    expect(disagreement(call, { result: value(1, 2, 3) })?.kind).toBe('another dtype or shape');
    expect(disagreement(call, { result: value(1, 2) })?.kind).toBe('no gradient where PyTorch has one');
  });

  it('agree in the type of an error', () => {
    const raising: Call = { of: 'exp', kind: 'function', name: 'exp', error: ['TypeError', 'no'] };
    expect(disagreement(raising, { error: ['TypeError', 'not so'] })).toBeNull();
    expect(disagreement(raising, { error: ['ValueError', 'no'] })?.kind).toBe('another type of error');
    expect(disagreement(raising, { result: 1 })?.kind).toBe('right where PyTorch raises');
    expect(disagreement(call, { error: ['SystemError', 'the engine failed, …'] })?.kind).toBe(
      'the engine failed',
    );
  });
});
