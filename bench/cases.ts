import { readFileSync } from 'node:fs';
import path from 'node:path';

import { mlpFloor, softmaxFloor } from './floors/classification.ts';
import { matmulFloor, operationsFloor } from './floors/operations.ts';
import { regressionFloor } from './floors/regression.ts';
import { unlabelled, type Sample } from './sample.ts';

/** One thing that is measured, with the same Python program for the engine and for PyTorch. */
export interface Case {
  readonly name: string;
  /** What is done, for the table's heading. */
  readonly description: string;
  /** File of `bench/programs`. It finds `REPETITIONS` in its namespace. */
  readonly program: string;
  readonly repetitions: number;
  /**
   * `printed`: the program prints milliseconds, one line a repetition, with a label before them where it measures
   * several things. `run`: the time of the whole run counts.
   */
  readonly measure: 'printed' | 'run';
  /** The same computation by hand on typed arrays: what no engine can beat by much. */
  readonly floor?: () => readonly Sample[];
}

/** What sections 3.4 and 3.5 train. */
const sectionFit = unlabelled(() =>
  regressionFloor({ features: 2, rows: 1000, validation: 1000, batch: 32, epochs: 5 }),
);

export const CASES: readonly Case[] = [
  {
    name: '3.4-fit',
    description: 'section 3.4, a fit of 5 epochs (1000 + 1000 rows, batch 32), timed inside the program',
    program: 'regression-fit.py',
    repetitions: 10,
    measure: 'printed',
    floor: sectionFit,
  },
  {
    name: '3.4-run',
    description: 'section 3.4, a whole run with one such fit: fresh namespace, data, model, fit',
    program: 'regression-fit.py',
    repetitions: 1,
    measure: 'run',
  },
  {
    name: '3.5-fit',
    description: 'section 3.5, the same fit with nn.LazyLinear, nn.MSELoss and torch.optim.SGD',
    program: 'concise-fit.py',
    repetitions: 5,
    measure: 'printed',
    floor: sectionFit,
  },
  {
    name: '3.7-fit',
    description: 'section 3.7, weight decay with 200 features (20 + 100 rows, batch 5), 10 epochs',
    program: 'weight-decay-fit.py',
    repetitions: 5,
    measure: 'printed',
    floor: unlabelled(() =>
      regressionFloor({ features: 200, rows: 20, validation: 100, batch: 5, epochs: 10 }),
    ),
  },
  {
    name: 'polynomial',
    description: 'chapter 12, a cubic through 100 points by momentum in batches of 10, 20 epochs, own loop',
    program: 'polynomial-fit.py',
    repetitions: 5,
    measure: 'printed',
    floor: unlabelled(() =>
      regressionFloor({ features: 4, rows: 100, validation: 0, batch: 10, epochs: 20 }),
    ),
  },
  {
    name: 'two-parameters',
    description: '10,000 steps of a model with two parameters on 32 points, own loop',
    program: 'two-parameters.py',
    repetitions: 1,
    measure: 'printed',
    floor: unlabelled(() =>
      regressionFloor({ features: 1, rows: 32, validation: 0, batch: 32, epochs: 10_000 }),
    ),
  },
  {
    name: 'softmax-step',
    description: 'softmax regression 784-10 on 256 pictures, one training step',
    program: 'softmax-step.py',
    repetitions: 4,
    measure: 'printed',
    floor: unlabelled(softmaxFloor),
  },
  {
    name: 'mlp-step',
    description: 'a perceptron 784-256-10 on 256 pictures, one training step',
    program: 'mlp-step.py',
    repetitions: 4,
    measure: 'printed',
    floor: unlabelled(mlpFloor),
  },
  {
    name: 'deep',
    description: 'deep networks of the book on made-up data, one training step of each',
    program: 'deep.py',
    repetitions: 5,
    measure: 'printed',
  },
  {
    name: 'operations',
    description: 'one operation on vectors of 2^4 to 2^24 elements',
    program: 'operations.py',
    repetitions: 2,
    measure: 'printed',
    floor: operationsFloor,
  },
  {
    name: 'matmul',
    description: 'the product of two square matrices',
    program: 'matmul.py',
    repetitions: 2,
    measure: 'printed',
    floor: matmulFloor,
  },
];

/** The sources of a case in the order in which they are executed in one namespace. */
export function sourcesOf(benchCase: Case, root: string): readonly string[] {
  const program = readFileSync(path.join(root, 'bench/programs', benchCase.program), 'utf8');
  return [`REPETITIONS = ${benchCase.repetitions}\n`, program];
}
