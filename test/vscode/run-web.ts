/** Entry of the suites in a browser: VS Code calls {@link run} in its extension host, which is a web worker. */
import 'mocha/mocha.js';
import { testing } from './extension.ts';
import { noResults, runMocha } from './results.ts';
import { report } from './window.ts';

const results = noResults();

/** Mocha's own writes into a page, and there is none. */
const Silent = class {} as unknown as Mocha.ReporterConstructor;

/** Each adds its tests when it is called. */
export async function runWeb(suites: readonly (() => void)[]): Promise<void> {
  // Whichever suite comes first asks it at once for what it shows.
  await testing();
  // A window takes focus and repaints when it likes: what fails once in many runs is tried again, and the results say so.
  mocha.setup({ ui: 'bdd', timeout: 60_000, slow: 10_000, reporter: Silent, retries: 1 });
  for (const suite of suites) suite();
  let told = Promise.resolve();
  await runMocha(mocha, results, () => {
    const now = structuredClone(results);
    told = told.then(() => report(now));
  });
  await told;
  results.running = null;
  await report(results);
  if (results.failed.length > 0) throw new Error(`${String(results.failed.length)} failed`);
}
