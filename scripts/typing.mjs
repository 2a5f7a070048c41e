// How long a keystroke waits for the extension: types into a file of 5000 lines with live runs on, in a real VS Code.
// Prints the longest stretches of the extension host's time, and in which functions the longest one went.
// `node scripts/typing.mjs` after `npm run build`.
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { chooseHost } from '../test-host/choose-host.mjs';
import { runInside } from '../test-host/run-inside.mjs';
import { buildSuite } from './test-vscode.mjs';

const root = path.dirname(import.meta.dirname);
const file = path.join(root, 'build/typing.json');

/** Of a second's sixty frames. */
const bound = 16;

await mkdir(path.dirname(file), { recursive: true });
await rm(file, { force: true });
const suite = await buildSuite();
await runInside(await chooseHost(), path.join(suite, 'typing.js'), { environment: { D2L_TYPING: file } });
const { lines, results } = JSON.parse(await readFile(file, 'utf8'));
console.log(`a file of ${lines} lines, live runs on; the extension's share of the extension host's time:`);
for (const { pace, keystrokes, longest, heaviest, elapsed, perKeystroke } of results) {
  const stretches = longest.map((milliseconds) => milliseconds.toFixed(1)).join(', ');
  console.log(
    `${keystrokes} keystrokes, one each ${pace} ms: ${perKeystroke.toFixed(2)} ms a keystroke, longest stretches ${stretches} ms (by the clock ${elapsed.toFixed(1)})`,
  );
  for (const stack of heaviest) console.log(`  ${stack}`);
}
const worst = Math.max(...results.map(({ longest }) => longest[0] ?? 0));
console.log(
  worst <= bound
    ? `no keystroke waits longer than ${bound} ms`
    : `a keystroke may wait ${worst.toFixed(1)} ms`,
);
process.exitCode = worst <= bound ? 0 : 1;
