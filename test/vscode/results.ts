/** What the suites come to, as whoever started VS Code is told. */
import type Mocha from 'mocha';

export interface TestResult {
  readonly title: string;
  readonly milliseconds: number;
  readonly error?: string;
}

export interface SuiteResults {
  readonly passed: TestResult[];
  readonly failed: TestResult[];
  /** Failures of a first try; the second one stands in `passed` or `failed`. */
  readonly triedAgain: TestResult[];
  readonly skipped: string[];
  /** The test under way. */
  running: string | null;
}

export const noResults = (): SuiteResults => ({
  passed: [],
  failed: [],
  triedAgain: [],
  skipped: [],
  running: null,
});

/**
 * Adds what the suites come to; resolves when all of them have ended.
 * @param write told whenever there is more
 */
export function runMocha(
  mocha: Pick<Mocha, 'run'>,
  results: SuiteResults,
  write: () => void | Promise<void>,
): Promise<void> {
  return new Promise((resolve) => {
    const runner = mocha.run(() => resolve());
    const note = (running: string | null): void => {
      results.running = running;
      void write();
    };
    runner.on('test', (test) => note(test.fullTitle()));
    runner.on('hook', (hook) => note(hook.fullTitle()));
    runner.on('pass', (test) => {
      results.passed.push(described(test));
      note(null);
    });
    runner.on('fail', (test, error) => {
      results.failed.push(described(test, error));
      note(null);
    });
    runner.on('retry', (test: Mocha.Test, error: unknown) => results.triedAgain.push(described(test, error)));
    runner.on('pending', (test) => results.skipped.push(test.fullTitle()));
  });
}

function described(test: Mocha.Runnable, error?: unknown): TestResult {
  const result = { title: test.fullTitle(), milliseconds: test.duration ?? 0 };
  if (error === undefined) return result;
  const text = error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error);
  return { ...result, error: text };
}
