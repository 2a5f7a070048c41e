import { describe, expect, it } from 'vitest';
import { Code } from '../../../src/advice/code.ts';
import { completionsAt, describeAt, signatureAt } from '../../../src/language/answers.ts';
import { Names } from '../../../src/language/names.ts';
import { blockOf } from '../exercises/documents.ts';

/** Milliseconds of the processor, as for documents: what grows as the square of the length, or doubles with each line, takes minutes. */
const MOST = 3000;

const names = new Names({
  modules: { torch: { nn: { kind: 'module', doc: '', module: 'torch.nn' } } },
  classes: {},
});

const codes: Readonly<Record<string, string>> = {
  'open brackets': '['.repeat(40_000),
  'brackets that close': `${'('.repeat(40_000)}a${')'.repeat(40_000)}\nx.`,
  nots: 'not '.repeat(400_000),
  'calls in calls': `x = ${'f('.repeat(30_000)}`,
  'members of members': `import torch\nx = torch${'.nn'.repeat(40_000)}.`,
  'parts of parts': `x = a${'[0]'.repeat(40_000)}.`,
  sums: `x = a${'+a'.repeat(40_000)}\nx.`,
  'a name bound to itself': `import torch\na = torch\n${'a = a.nn\n'.repeat(10_000)}a.`,
  'a name bound to itself twice': `a = b\n${'a = a + a\n'.repeat(100)}a.`,
  'one long word': `${'a'.repeat(400_000)}.`,
  quotes: "'".repeat(100_000),
  'names that are imported': `from a import ${'a, '.repeat(50_000)}!`,
  'spaces in an import': `from a import ${' '.repeat(50_000)}!`,
};

/** @returns milliseconds of the processor */
function timeOf(act: () => void): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe('code made to be slow', () => {
  it.each(Object.entries(codes))('%s: help at the cursor', (_, text) => {
    const time = timeOf(() => {
      for (const at of [text.length, text.length >> 1]) {
        completionsAt(names, text, at, true);
        describeAt(names, text, at);
        signatureAt(names, text, at);
      }
    });
    expect(time).toBeLessThan(MOST);
  });

  it.each(Object.entries(codes))('%s: the part at an error', (_, text) => {
    const block = blockOf(text);
    const frame = {
      document: 'doc',
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 3,
      function: '<module>',
      source: '',
    };
    expect(timeOf(() => void new Code([block]).partAt(frame))).toBeLessThan(MOST);
  });
});

describe('names that are bound many times over', () => {
  it('mean what the last binding before says', () => {
    const text = `import torch\na = torch\n${'a = a\n'.repeat(50)}b = 1\na.`;
    expect(completionsAt(names, text, text.length, false).map(({ name }) => name)).toEqual(['nn']);
  });
});
