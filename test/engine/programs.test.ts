import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { BackendChoice } from '../../src/training/protocol/protocol.ts';
import type { Session } from '../../src/training/threads/session.ts';
import { differences } from './comparison.ts';
import { KNOWN_DIFFERENCES } from './known-differences.ts';
import { mistakeOf } from './mistakes.ts';
import { readPrograms } from './recording.ts';
import { openSession, runProgram, SECONDS_PER_PROGRAM } from './running.ts';

const distribution = path.resolve(import.meta.dirname, '../../dist');
/** `BACKEND=js npx vitest run test/engine` holds one backend alone against PyTorch. */
const backend = (process.env['BACKEND'] ?? 'auto') as BackendChoice;

/** Correct programs that train: enough that advice which none of them gets is no false alarm. */
const FEWEST_TRAINED = 60;

let session: Session;
let trained = 0;

beforeAll(() => {
  session = openSession(distribution);
});

afterAll(() => session.dispose());

for (const [area, programs] of readPrograms(path.join(import.meta.dirname, 'programs'))) {
  describe(area, () => {
    for (const program of programs) {
      const runner = KNOWN_DIFFERENCES.has(program.id) ? test.fails : test;
      runner(program.id, { timeout: 1000 * (SECONDS_PER_PROGRAM + 10) }, async () => {
        const result = await runProgram(session, program, backend);
        expect(differences(program.recording, result, program.tolerance).join('\n\n')).toBe('');
        const mistake = mistakeOf(program.id);
        expect(result.advice.map(({ kind }) => kind)).toEqual(mistake === null ? [] : [mistake]);
        if (mistake === null && result.fits.length > 0) trained++;
      });
    }
  });
}

test('many of the programs that are given no advice train', () => {
  expect(trained).toBeGreaterThanOrEqual(FEWEST_TRAINED);
});
