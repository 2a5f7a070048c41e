import { describe, expect, it } from 'vitest';
import type { DocumentKind } from '../../../src/exercises/model.ts';
import { readParameters } from '../../../src/exercises/parameters.ts';
import { read } from './documents.ts';

/**
 * Milliseconds of the processor. On a quiet machine each takes less than a tenth; with time that grows as the square of
 * the length it takes minutes.
 */
const MOST = 3000;

const documents: Readonly<Record<string, readonly [text: string, kind?: DocumentKind]>> = {
  'open brackets': ['['.repeat(40_000)],
  nots: ['not '.repeat(400_000)],
  fences: ['```python\nx=1\n```\n'.repeat(40_000), 'markdown'],
  'fences inside a fence': ['```python\nx=1\n'.repeat(40_000), 'markdown'],
  'fences in quotes': ['> ```py\n> x=1\n'.repeat(40_000), 'markdown'],
  'quotes in quotes': [`${'> '.repeat(100_000)}x`, 'markdown'],
  answers: [`## Exercises\n${'[1]\n\n```py\nx=1\n```\n'.repeat(20_000)}`, 'markdown'],
  'answers without code': [`## Exercises\n${'[1]\n\n'.repeat(60_000)}`, 'markdown'],
  'comments that mark exercises': ['# [1]\nx=1\n'.repeat(20_000)],
  'comments without code': [`${'# [1]\n\n'.repeat(40_000)}x = 1`],
  'exercises that go on with each other': [
    Array.from({ length: 10_000 }, (_, nth) => `# Q${nth + 1}\nx${nth + 1} = x${nth}`).join('\n'),
  ],
  'spaces in a marker': [`# exercise${' '.repeat(100_000)}\nx=1\n`],
  'rules in a comment': [`# [1] ${'- '.repeat(100_000)}x\ny = 1\n# [2]\nz = 1`],
  'names in one statement': [`# [1]\n${'a, '.repeat(20_000)}b = 1\n# [2]\ny = 1`],
  imports: [`import ${'a, '.repeat(100_000)}b`],
  'blank lines': [`x = 1\n${'\n'.repeat(200_000)}y = 1`],
  'closing marks of a heading': [`# ${'# '.repeat(100_000)}x`, 'markdown'],
};

describe('documents made to be slow', () => {
  it.each(Object.entries(documents))('%s', (_, [text, kind]) => {
    const before = process.cpuUsage();
    for (const block of read(text, kind)) readParameters(block);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(MOST);
  });
});
