import { readFileSync } from 'node:fs';
import path from 'node:path';

import { regressionFloor } from './floor.ts';

/** One thing that is measured, with the same Python program for the engine and for PyTorch. */
export interface Case {
  readonly name: string;
  /** What is done, for the table's heading. */
  readonly description: string;
  /** File of `bench/programs`. It finds `REPETITIONS` in its namespace. */
  readonly program: string;
  readonly repetitions: number;
  /** `printed`: the program prints milliseconds, one line a repetition. `run`: the time of the whole run counts. */
  readonly measure: 'printed' | 'run';
  /** Milliseconds of the same computation by hand on typed arrays: what no engine can beat by much. */
  readonly floor?: () => number;
}

export const CASES: readonly Case[] = [
  {
    name: '3.4-fit',
    description:
      'section 3.4, one fit of 5 epochs (1000 + 1000 rows, batch 32), warm, timed inside the program',
    program: 'regression-fit.py',
    repetitions: 10,
    measure: 'printed',
    floor: regressionFloor,
  },
  {
    name: '3.4-run',
    description:
      'section 3.4, a whole run with one such fit: fresh namespace, data, model, fit, as the run counts it',
    program: 'regression-fit.py',
    repetitions: 1,
    measure: 'run',
  },
];

/** The sources of a case in the order in which they are executed in one namespace. */
export function sourcesOf(benchCase: Case, root: string): readonly string[] {
  const program = readFileSync(path.join(root, 'bench/programs', benchCase.program), 'utf8');
  return [`REPETITIONS = ${benchCase.repetitions}\n`, program];
}
