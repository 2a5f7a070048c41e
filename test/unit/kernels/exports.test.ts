import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exportTypes } from '../../../scripts/kernels/exports.mjs';
import { arenas } from './arena.ts';

// Compiled before the tests begin: without a build in the cache it takes longer than a test may.
const builds = await arenas();

describe('the table of kernels', () => {
  it('is what the sources export', { timeout: 30_000 }, async () => {
    const table = readFileSync('src/training/kernels/exports.ts', 'utf8');
    expect(await exportTypes()).toBe(table);
    const names = [...table.matchAll(/^ {2}(\w+)\(/gm)].map(([, name]) => name).sort();
    for (const [, { kernels }] of builds) {
      const functions = Object.entries(kernels).filter(([, value]) => typeof value === 'function');
      expect(functions.map(([name]) => name).sort()).toEqual(names);
    }
  });
});
