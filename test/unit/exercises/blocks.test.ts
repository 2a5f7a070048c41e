import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentKind, readBlocks } from '../../../src/exercises/blocks.ts';
import type { DocumentKind } from '../../../src/exercises/model.ts';
import { read } from './documents.ts';

describe('documentKind', () => {
  it.each([
    ['a.py', 'python'],
    ['dir.py/B.PY', 'python'],
    ['a.md', 'markdown'],
    ['a.markdown', 'markdown'],
    ['a.qmd', 'markdown'],
    ['a.ipynb', 'notebook'],
    ['a.txt', undefined],
    ['py', undefined],
    ['a.py/b', undefined],
    ['a.constructor', undefined],
  ])('%s is %s', (name, kind) => {
    expect(documentKind(name)).toBe(kind);
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    '# %% [3.4.6] a',
    '# %%',
    '#%% Exercise 6',
    '# In[1]:',
    '# %% [markdown]',
    '# ## 3.4 b',
    '## Exercise 6',
    '# x',
    '# [1]',
    '# Q2',
    '[1]',
    '> ',
    '> ```python',
    '> ```',
    '> x = 1',
    '```python=',
    '## Exercises',
    '### 1.',
    '```python',
    '```',
    '~~~py',
    '   ```{.python .input}',
    '````{code-cell}',
    '%%tab all',
    '#@tab jax',
    '%matplotlib',
    '!ls',
    '---',
    ':a: b',
    'x = 1',
    'f(a=[1,',
    "'''",
    '"',
    '  y = 2',
    '',
    '\t',
    '\\',
    'ü𝒳',
    '\u2028',
    '\0',
    ')',
    'trainer.fit(',
  );
  const terminator = fc.constantFrom('\n', '\r\n', '\r');
  const text = fc
    .array(fc.tuple(fc.oneof(pieces, fc.string()), terminator), { maxLength: 30 })
    .map((lines) => lines.flat().join(''));
  const kind = fc.constantFrom<DocumentKind>('python', 'markdown', 'notebook');

  it('gives blocks without overlap whose source is that of the document', () => {
    fc.assert(
      fc.property(text, kind, (document, chosen) => {
        const lines = document.split(/\r\n|\r|\n/);
        let end = 0;
        for (const [index, block] of readBlocks(document, chosen, 'doc').entries()) {
          expect(block.index).toBe(index);
          expect(block.firstLine).toBeGreaterThan(end);
          expect(block.headingLine).toBeLessThanOrEqual(block.firstLine);
          end = block.lastLine;
          const source = block.source.split(/\r\n|\r|\n/).slice(0, -1);
          expect(source).toHaveLength(block.lastLine - block.firstLine + 1);
          for (const [nth, line] of source.entries())
            expectSameLine(line, lines[block.firstLine - 1 + nth] ?? '');
        }
      }),
      { numRuns: 1000, examples: [['   ```{.python .input}\n!\n\r\t\n!\n', 'markdown']] },
    );
  });

  it('reads a notebook of any cells', () => {
    const cell = fc.record({
      cell_type: fc.constantFrom('code', 'markdown', 'raw'),
      source: fc.oneof(text, fc.array(text)),
    });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.array(cell).map((cells) => JSON.stringify({ cells })),
        ),
        (json) => {
          const documents = readBlocks(json, 'notebook', 'doc').map((block) => block.document);
          expect(new Set(documents).size).toBe(documents.length);
        },
      ),
    );
  });

  /** Equal but for the indentation of the fence and the `#` over a magic's first character. */
  function expectSameLine(actual: string, original: string): void {
    const shown = original.slice(original.length - actual.length);
    if (actual !== shown) expect(actual).toBe(shown.replace(/\S/, '#'));
    expect(
      original
        .slice(0, original.length - actual.length)
        .replaceAll('>', '')
        .trim(),
    ).toBe('');
  }
});

describe('the workbook', () => {
  it('names section 3.4 and its nine exercises', () => {
    const blocks = read(readFileSync('workbook/3.4-linear-regression-scratch.py', 'utf8'));
    const numbers = new Set(blocks.flatMap(({ exercise }) => exercise?.replace(/-\d$/, '') ?? []));
    expect([...numbers]).toEqual(['3.4', ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((nth) => `3.4.${nth}`)]);
  });
});
