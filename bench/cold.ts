import { spawn } from 'node:child_process';
import path from 'node:path';

/** A process that is started from nothing, and how to see that its first fit has ended. */
export interface ColdContender {
  readonly name: string;
  readonly command: string;
  readonly words: readonly string[];
  readonly fitEnded: RegExp;
}

export function coldContenders(root: string, python: string | null): readonly ColdContender[] {
  const workbook = path.join(root, 'workbook/3.4-linear-regression-scratch.py');
  const engine: ColdContender = {
    name: 'engine, command line',
    command: process.execPath,
    words: [path.join(root, 'dist/cli.js'), 'run', workbook, '--exercise', '3.4', '--json'],
    fitEnded: /"type":"fitEnded"/,
  };
  if (python === null) return [engine];
  const script = path.join(root, 'bench/pytorch/cold.py');
  return [engine, { name: 'PyTorch', command: python, words: [script], fitEnded: /^fit ended/m }];
}

/** Milliseconds from the start of the process to the end of its first fit. */
export function timeToFirstFit({ name, command, words, fitEnded }: ColdContender): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    let [printed, milliseconds] = ['', NaN];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      if (Number.isNaN(milliseconds) && fitEnded.test(printed)) milliseconds = performance.now() - start;
    });
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0 && !Number.isNaN(milliseconds)) resolve(milliseconds);
      else reject(new Error(`${name} ended with ${status} and without a fit`));
    });
  });
}
