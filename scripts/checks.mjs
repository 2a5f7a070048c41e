// What is checked without running anything: `node scripts/checks.mjs [lint | types | format]…`, all of it by default.
// The programs run side by side, as many as there are processors; what each has said is printed when it has ended.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);

/** Programs of Node with their arguments; what takes longest comes first. */
const programs = {
  lint: [
    ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'],
    ['scripts/python-types.mjs'],
    ['node_modules/knip/bin/knip.js'],
    ['scripts/python-style.mjs', 'lint'],
    ['scripts/lint/python-imports.mjs'],
    ['scripts/lint/python-raises.mjs'],
  ],
  types: [['node_modules/typescript/bin/tsc']],
  format: [
    ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
    ['scripts/python-style.mjs', 'format', '--check'],
  ],
};

/** Runs one program; whether it ended well. Two at once would mix their words, so they come at its end. */
async function endsWell(words) {
  const child = spawn(process.execPath, words, { cwd: root });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (said += text));
  }
  const status = await new Promise((resolve) => child.on('close', resolve));
  console.log(`\n== ${words.join(' ')}\n${said.trimEnd()}`);
  return status === 0;
}

/**
 * Runs the checks of these names.
 *
 * @returns by name how many of its programs ended well, and how many did not
 */
export async function runChecks(names = Object.keys(programs)) {
  const results = names.map((name) => ({ name, passed: 0, failed: 0 }));
  const waiting = results.flatMap((result) => programs[result.name].map((words) => ({ result, words })));
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      next.result[(await endsWell(next.words)) ? 'passed' : 'failed']++;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return results;
}

if (process.argv[1] === import.meta.filename) {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !Object.hasOwn(programs, name));
  if (unknown.length > 0)
    throw new Error(`no such check: ${unknown.join(', ')} (${Object.keys(programs).join(', ')})`);
  const results = await runChecks(names.length > 0 ? names : undefined);
  process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;
}
