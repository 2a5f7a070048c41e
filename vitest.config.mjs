import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** All cores: by itself vitest leaves one of them idle. */
const maxWorkers = availableParallelism();

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.{ts,mjs}'], maxWorkers } },
      {
        // The panel's host side imports the editor's API, which exists in an editor only.
        resolve: { alias: { vscode: fileURLToPath(new URL('test/webview/vscode.ts', import.meta.url)) } },
        test: {
          name: 'webview',
          include: ['test/webview/**/*.test.ts'],
          environment: 'happy-dom',
          maxWorkers,
        },
      },
      {
        // These need `npm run build` first.
        test: {
          name: 'engine',
          include: ['test/engine/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 60_000,
          // Each file starts processes that compute on one core, and waits for a quarter of its time.
          maxWorkers: 3,
          // Without an order of its own a run of all three refuses the other number of workers.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
