import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { BackendChoice, RunResult } from '../../src/training/protocol.ts';
import { RunCollector } from '../../src/training/results.ts';
import { Session } from '../../src/training/session.ts';
import { differences } from './comparison.ts';
import { LATER } from './later.ts';
import { readPrograms, type Program } from './recording.ts';

const distribution = path.resolve(import.meta.dirname, '../../dist');
/** `BACKEND=js npx vitest run test/engine` holds one backend alone against PyTorch. */
const backend = (process.env['BACKEND'] ?? 'auto') as BackendChoice;
const SECONDS_PER_PROGRAM = 60;

let session: Session;

beforeAll(() => {
  if (!existsSync(path.join(distribution, 'worker.js'))) throw new Error('dist/ is not built: npm run build');
  session = new Session({ distribution, log: () => undefined, backend });
});

afterAll(() => session.dispose());

async function run({ file, source }: Program): Promise<RunResult> {
  const collector = new RunCollector();
  const cells = [{ source, document: file, firstLine: 1 }];
  const limits = { seconds: SECONDS_PER_PROGRAM, outputCharacters: 1_000_000 };
  await session.start({ cells, seed: 0, backend, limits }, (event) => collector.accept(event)).ended;
  return collector.result();
}

for (const [area, programs] of readPrograms(import.meta.dirname)) {
  describe(area, () => {
    for (const program of programs) {
      const runner = LATER.has(program.id) ? test.fails : test;
      runner(program.id, { timeout: 1000 * (SECONDS_PER_PROGRAM + 10) }, async () => {
        const result = await run(program);
        expect(differences(program.recording, result, program.tolerance).join('\n\n')).toBe('');
      });
    }
  });
}
