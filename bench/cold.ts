import { spawn } from 'node:child_process';
import path from 'node:path';

import { sample, type Sample } from './sample.ts';

/** A process that is started from nothing, and how to see that it has got where it is timed to. */
export interface ColdContender {
  readonly name: string;
  measure(): Promise<readonly Sample[]>;
}

/** How far a start is timed. */
export interface Destination {
  readonly name: string;
  readonly description: string;
  /** The program and its exercise for the engine. */
  readonly words: readonly string[];
  readonly engineArrived: RegExp;
  /** The program for PyTorch, relative to `bench`. */
  readonly program: string;
  readonly pytorchArrived: RegExp;
}

export const DESTINATIONS: readonly Destination[] = [
  {
    name: 'cold-import',
    description: 'from the start of the process to the number that follows `import torch` and d2l',
    words: ['bench/programs/first-result.py'],
    engineArrived: /"type":"output"/,
    program: 'programs/first-result.py',
    pytorchArrived: /^d2l/m,
  },
  {
    name: 'cold',
    description: 'from the start of the process to the end of the first fit of section 3.4 (3 epochs)',
    words: ['workbook/3.4-linear-regression-scratch.py', '--exercise', '3.4'],
    engineArrived: /"type":"fitEnded"/,
    program: 'pytorch/cold.py',
    pytorchArrived: /^fit ended/m,
  },
];

export function coldContenders(
  destination: Destination,
  root: string,
  python: string | null,
  node = process.execPath,
): readonly ColdContender[] {
  const cli = [path.join(root, 'dist/cli.js'), 'run', ...destination.words, '--json'];
  const start = (name: string, command: string, words: readonly string[], arrived: RegExp) => ({
    name,
    measure: async () => [sample(await timeTo(arrived, command, words, root))],
  });
  const engine = start('engine, command line', node, cli, destination.engineArrived);
  if (python === null) return [engine];
  const program = path.join(root, 'bench', destination.program);
  return [engine, start('PyTorch', python, [program], destination.pytorchArrived)];
}

/** Milliseconds from the start of a process to a line that it prints. */
function timeTo(arrived: RegExp, command: string, words: readonly string[], folder: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const env = { ...process.env, MPLBACKEND: 'agg' };
    const child = spawn(command, words, { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
    let [printed, milliseconds] = ['', NaN];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      if (Number.isNaN(milliseconds) && arrived.test(printed)) milliseconds = performance.now() - start;
    });
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0 && !Number.isNaN(milliseconds)) resolve(milliseconds);
      else reject(new Error(`${command} ended with ${status} and never printed ${arrived.source}`));
    });
  });
}
