/**
 * The wall alone, with every door of its table and every way of being hostile: values, replaced intrinsics, an exhausted
 * stack, errors whose stack is asked for, rejected promises, timers. It runs in a process of its own (`wall/outside.ts`).
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DOOR_NAMES } from '../../src/training/realm/doors.ts';
import type { Findings } from './wall/outside.ts';

let folder: string;
let findings: Findings;

async function bundle(): Promise<readonly [outside: string, inside: string]> {
  const common = { bundle: true, logLevel: 'warning', target: 'es2022' } as const;
  const [outside, inside] = [path.join(folder, 'outside.cjs'), path.join(folder, 'inside.js')];
  await build({
    ...common,
    entryPoints: ['test/engine/wall/outside.ts'],
    platform: 'node',
    format: 'cjs',
    outfile: outside,
  });
  await build({
    ...common,
    entryPoints: ['test/engine/wall/inside.ts'],
    platform: 'neutral',
    format: 'iife',
    globalName: 'made',
    banner: { js: '(function(){"use strict";' },
    footer: { js: 'return made.inside;})()' },
    outfile: inside,
  });
  return [outside, inside];
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'd2l-wall-'));
  const programs = await bundle();
  const printed = execFileSync(process.execPath, programs, { encoding: 'utf8', timeout: 60_000 });
  findings = JSON.parse(printed) as Findings;
}, 90_000);

afterAll(() => rmSync(folder, { recursive: true }));

describe('the wall', () => {
  test('is tried at every door, with intrinsics that were replaced', () => {
    expect(findings.doors).toBe(DOOR_NAMES.length);
    expect(findings.attacks).toBeGreaterThan(1000);
    expect(findings.replaced).toBeGreaterThan(500);
    expect(findings.seen).toBeGreaterThan(1000);
    expect(findings.node).toBe(process.version);
  });

  test('shows nothing of Node to any recorder', () => {
    expect(findings.outer).toEqual([]);
  });

  test('hands nothing to Node that its table does not name', () => {
    expect(findings.accepted).toEqual([]);
  });
});
