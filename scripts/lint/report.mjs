// How our own checks of Python say what they found.
import { existsSync } from 'node:fs';
import path from 'node:path';

const root = path.dirname(path.dirname(import.meta.dirname));

/**
 * Runs a check on the folder that the command line names, or on all our Python, and prints each problem as
 * `file:line:column  message`. The program ends with 1 when there are any.
 *
 * @param problemsIn gives the problems of a folder as `{ file, line, message }`
 */
export function report(subject, problemsIn) {
  const folder = path.resolve(process.argv[2] ?? path.join(root, 'src/training/python'));
  if (!existsSync(folder)) throw new Error(`there is no folder ${folder}`);
  const problems = problemsIn(folder);
  for (const { file, line, message } of problems)
    console.error(`${path.relative(root, file)}:${line}:1  ${message}`);
  console.log(`${subject}: ${problems.length} problems`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
