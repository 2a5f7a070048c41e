// What `names.py` tells, in as many runs as it takes: what one run may print has a bound.
import { readFileSync } from 'node:fs';

/**
 * @param file that of `names.py`
 * @param run runs a program of Python and gives what it printed
 * @returns a row for each module and for each class
 */
export async function nameRows(file, run) {
  const source = readFileSync(file, 'utf8');
  const rows = [];
  for (let first = 0; first !== undefined;) {
    const printed = await run(source.replace(/^FIRST = 0$/m, `FIRST = ${first}`));
    const found = printed
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    first = found.at(-1).next;
    rows.push(...(first === undefined ? found : found.slice(0, -1)));
  }
  return rows;
}
