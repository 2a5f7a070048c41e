// The tests that a mutation run asks (stryker.config.mjs): those that need no build and no editor.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { vscode: fileURLToPath(new URL('test/webview/vscode.ts', import.meta.url)) } },
  test: { include: ['test/unit/**/*.test.ts', 'test/webview/**/*.test.ts'] },
});
