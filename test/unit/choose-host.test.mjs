/** Which VS Code the tests run in. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { desktopVersion } from '../../test-host/choose-host.mjs';

it('asks for the oldest desktop VS Code by the version that the manifest promises', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(desktopVersion({})).toBe('stable');
  expect(desktopVersion({ D2L_TEST_VSCODE: 'recent' })).toBe('stable');
  expect(`^${desktopVersion({ D2L_TEST_VSCODE: 'oldest' })}`).toBe(engines.vscode);
});
