/** What Node's `assert` asks of `process`, for tests in a browser. */
export const process = {
  env: {} as Readonly<Record<string, string>>,
  platform: 'browser',
  argv: [] as readonly string[],
  stderr: { isTTY: false },
  cwd: () => '/',
  emitWarning: () => undefined,
  nextTick: (work: () => void) => queueMicrotask(work),
};
