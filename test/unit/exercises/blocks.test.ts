import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentKind, placeInDocument, readBlocks } from '../../../src/exercises/blocks.ts';
import type { Block, DocumentKind } from '../../../src/exercises/model.ts';

const read = (text: string, kind: DocumentKind = 'python'): readonly Block[] => readBlocks(text, kind, 'doc');
const outline = (blocks: readonly Block[]): unknown[] =>
  blocks.map(({ exercise, title, headingLine, firstLine, lastLine }) => [
    exercise,
    title,
    headingLine,
    firstLine,
    lastLine,
  ]);
const fence = (info: string, body: string, mark = '```'): string => `${mark}${info}\n${body}\n${mark}\n`;

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

describe('cells of a Python file', () => {
  it('takes a file without cells as one block, blank lines around it left out', () => {
    expect(outline(read('\n\nx = 1\n\ny = 2\n\n'))).toEqual([[null, '', 1, 3, 5]]);
    expect(read('x = 1')[0]?.source).toBe('x = 1\n');
  });

  it.each(['', '\n\n', '# only a comment\n'])('finds nothing to run in %j', (text) => {
    expect(read(text)).toEqual([]);
  });

  it.each([
    ['# %% [3.4.6] Learning rates', '3.4.6', 'Learning rates'],
    ['# %% 3.4.6 Learning rates', '3.4.6', 'Learning rates'],
    ['# %% 3.4.6. Learning rates', '3.4.6', 'Learning rates'],
    ['#%% Exercise 6', '6', ''],
    ['#%%Exercise 6: rates', '6', 'rates'],
    ['# %% exercise 3.4.6 - rates', '3.4.6', 'rates'],
    ['# %% Ex. 6', '6', ''],
    ['# %% [Exercise 6] rates', '6', 'rates'],
    ['# %% [8-2] One wrong label', '8-2', 'One wrong label'],
    ['# %% [3.4.8-2]', '3.4.8-2', ''],
    ['# %% [3.4] The section', '3.4', 'The section'],
    ['# %% 3.4 The section', '3.4', 'The section'],
    ['# %% Set-up', null, 'Set-up'],
    ['# %% 2 layers', null, '2 layers'],
    ['# %% 0.03 is a good rate', null, '0.03 is a good rate'],
    ['# %% Exercises', null, 'Exercises'],
    ['# %% extra 6', null, 'extra 6'],
    ['# In[3]:', null, ''],
    ['# In[ ]:', null, ''],
    ['# %%', null, ''],
  ])('reads the marker %j', (marker, exercise, title) => {
    expect(outline(read(`${marker}\nx = 1\n`))).toEqual([[exercise, title, 1, 2, 2]]);
  });

  it('keeps what stands above the first marker and gives no block to empty cells', () => {
    const text = '"""doc"""\nimport d2l\n# %% [3.4.1] a\n\nx = 1\n\n# %% [3.4.2] empty\n\n#%%\ny = 2';
    expect(outline(read(text))).toEqual([
      [null, '', 1, 1, 2],
      ['3.4.1', 'a', 3, 5, 5],
      [null, '', 9, 10, 10],
    ]);
  });

  it('takes no Markdown cell for code, but its heading for the cells below', () => {
    const text =
      '# %% [markdown]\n# ## Exercise 6\n# Text.\n# %%\nx = 1\n# %% more\ny = 1\n# %% [7] own\nz = 1\n';
    expect(outline(read(text))).toEqual([
      ['6', '', 2, 5, 5],
      ['6', 'more', 6, 7, 7],
      ['7', 'own', 8, 9, 9],
    ]);
  });

  it('reads headings of a Markdown cell written as a string', () => {
    const text = '# %% [markdown]\n"""\n## 3.4.6 Rates\n"""\n# %%\nx = 1\n';
    expect(outline(read(text))).toEqual([['3.4.6', 'Rates', 3, 6, 6]]);
  });

  it('reads the headings an exported notebook leaves between its cells', () => {
    const text = '# # Title\n\n# In[1]:\n\n\nx = 1\n\n\n# ## Exercise 6\n\n# In[2]:\n\n\ny = 2\n';
    expect(outline(read(text))).toEqual([
      [null, 'Title', 3, 6, 9],
      ['6', '', 9, 14, 14],
    ]);
  });

  it.each(['\n', '\r\n', '\r'])('counts lines ended by %j and keeps the terminators', (end) => {
    const [, second] = read(['# %% [1]', 'x = 1', '# %% [2]', '', 'y = 2', 'z = 3'].join(end));
    expect(second).toMatchObject({ headingLine: 3, firstLine: 5, lastLine: 6, source: `y = 2${end}z = 3\n` });
  });

  it.each([
    ['trainer.fit(model, data)\n', true],
    ['x = 1\ntrainer.fit (model)\n', true],
    ['x = 1 # trainer.fit(model)\n', false],
    ['model.fitness(1)\n', false],
  ])('sees whether %j fits', (text, fits) => {
    expect(read(text)[0]?.fits).toBe(fits);
  });
});

describe('fences of a Markdown document', () => {
  it.each([
    'python',
    'py',
    'Python',
    'python3',
    'python title="a.py"',
    'python {.numberLines}',
    '{.python .input}',
    '{.python .input  n=3}',
    '{python}',
    '{python, echo=false}',
    '{python} other',
    '{code-cell}',
    '{code-cell} ipython3',
    '{code-cell} python',
    ' python',
  ])('runs ```%s', (info) => {
    expect(outline(read(fence(info, 'x = 1'), 'markdown'))).toEqual([[null, '', 1, 2, 2]]);
  });

  it.each([
    '',
    'bash',
    'pycon',
    'pythonic',
    '{.bash}',
    '{code-cell} julia',
    '{r}',
    '{r, engine=python}',
    'text python',
  ])('does not run ```%s', (info) => {
    expect(read(fence(info, 'x = 1'), 'markdown')).toEqual([]);
  });

  it.each([
    ['%%tab pytorch', true],
    ['%%tab all', true],
    ['%%tab mxnet, pytorch', true],
    ['#@tab pytorch', true],
    ['# @tab all', true],
    ['%%tab mxnet', false],
    ['#@tab tensorflow, jax', false],
  ])('decides by the tab line %j', (tab, runs) => {
    const blocks = read(fence('{.python .input}', `${tab}\nx = 1`), 'markdown');
    expect(blocks.map(({ source }) => source)).toEqual(runs ? [`#${tab.slice(1)}\nx = 1\n`] : []);
  });

  it('knows tildes, longer marks, fences inside fences and an unclosed one', () => {
    const text = [
      fence('python', 'a = 1', '~~~'),
      fence('python', "b = '''\n```\n'''", '````'),
      fence('markdown', fence('python', 'no = 1'), '````'),
      '```python\nc = 3\n',
    ].join('');
    expect(read(text, 'markdown').map(({ source }) => source)).toEqual([
      'a = 1\n',
      "b = '''\n```\n'''\n",
      'c = 3\n',
    ]);
  });

  it('takes off the indentation of a fence in a list and finds places again', () => {
    const text = '1. Try:\n\n   ```python\n   if x:\n       lr = 2\n   ```\n';
    const [block] = read(text, 'markdown');
    expect(block).toMatchObject({ source: 'if x:\n    lr = 2\n', indent: 3, firstLine: 4, lastLine: 5 });
    if (!block) throw new Error('no block');
    const place = placeInDocument(block, block.source.indexOf('2'));
    expect(text.split('\n')[place.line - 1]?.charAt(place.column)).toBe('2');
    expect(place.line).toBe(5);
  });

  it('comments out what only a notebook understands, without moving anything', () => {
    const code =
      "%matplotlib inline\n!pip install d2l\nprint('%d'\n      % 3)\nd2l.Trainer?\ns = '''\n%no\n'''";
    expect(read(fence('python', code), 'markdown')[0]?.source).toBe(
      "#matplotlib inline\n#pip install d2l\nprint('%d'\n      % 3)\n#2l.Trainer?\ns = '''\n%no\n'''\n",
    );
  });

  it('leaves out a cell that another language runs', () => {
    expect(read(fence('{.python .input}', '%%bash\nls'), 'markdown')).toEqual([]);
  });

  it("comments out MyST's options of a cell", () => {
    const options = read(fence('{code-cell} python', ':tags: [a]\n\nx = 1\n:no: 1'), 'markdown');
    expect(options[0]?.source).toBe('#tags: [a]\n\nx = 1\n:no: 1\n');
    const yaml = read(fence('{code-cell}', '---\ntags: [a]\n---\nx = 1'), 'markdown');
    expect(yaml[0]?.source).toBe('#--\n#ags: [a]\n#--\nx = 1\n');
  });

  it('lets a heading hold until the next of its level or above', () => {
    const one = fence('python', 'x = 1');
    const text = `# Title\n${one}## 3.4.6 Rates\n${one}### Aside\n${one}## Rest\n${one}`;
    expect(read(text, 'markdown').map(({ exercise, title }) => [exercise, title])).toEqual([
      [null, 'Title'],
      ['3.4.6', 'Rates'],
      ['3.4.6', 'Rates'],
      [null, 'Rest'],
    ]);
  });

  it('puts the lens of the first block on the heading and of later ones on the fence', () => {
    const one = fence('python', 'x = 1');
    const lines = read(`### Exercise 6 ###\n\n${one}${one}`, 'markdown').map(
      ({ headingLine }) => headingLine,
    );
    expect(lines).toEqual([1, 6]);
  });

  it('takes a heading over exercises for a section: its number is theirs, its own code is set-up', () => {
    const one = fence('python', 'x = 1');
    const text = `# 3.4 Regression\n${one}## 3.4.8 Exercises\n${one}### Exercise 6\n${one}### [8-2] Loss\n${one}`;
    expect(read(text, 'markdown').map(({ exercise }) => exercise)).toEqual([null, null, '3.4.6', '3.4.8-2']);
  });

  it('does not take the parts of an exercise for other exercises', () => {
    const one = fence('python', 'x = 1');
    const text = `## Exercise 8\n${one}### [8-1]\n${one}### [8-2]\n${one}`;
    expect(read(text, 'markdown').map(({ exercise }) => exercise)).toEqual(['8', '8-1', '8-2']);
  });

  it('does not read headings inside fences', () => {
    expect(read(fence('python', '# 3.4.6 no heading\nx = 1'), 'markdown')[0]?.exercise).toBeNull();
  });
});

describe('cells of a notebook', () => {
  const notebook = (...cells: unknown[]): string => JSON.stringify({ cells, metadata: {}, nbformat: 4 });
  const code = (...source: string[]): unknown => ({ cell_type: 'code', source });
  const markdown = (source: string): unknown => ({ cell_type: 'markdown', source });

  it('counts lines within the cell and names the cell', () => {
    const text = notebook(markdown('# Title\n## Exercise 6'), code('\n', 'x = 1\n', 'y = 2'), code('z = 3'));
    expect(read(text, 'notebook').map(({ title, ...rest }) => ({ ...rest }))).toMatchObject([
      {
        exercise: '6',
        document: 'doc#cell2',
        headingLine: 1,
        firstLine: 2,
        lastLine: 3,
        source: 'x = 1\ny = 2\n',
      },
      { exercise: '6', document: 'doc#cell3', firstLine: 1 },
    ]);
  });

  it('comments out magics and leaves out cells of other languages', () => {
    const julia = { cell_type: 'code', source: 'x', metadata: { vscode: { languageId: 'julia' } } };
    const text = notebook(code('%matplotlib inline\n', '!ls\n', 'x = 1'), code('%%html\n<b>'), julia);
    expect(read(text, 'notebook').map(({ source }) => source)).toEqual(['#matplotlib inline\n#ls\nx = 1\n']);
  });

  it('accepts one string as source and a marker in the first line', () => {
    const text = notebook({ cell_type: 'code', source: '# %% [3.4.6] Rates\nx = 1' });
    expect(read(text, 'notebook')[0]).toMatchObject({ exercise: '3.4.6', title: 'Rates' });
  });

  it.each(['', '{', '[]', 'null', '{"cells": 3}', '{"cells": [null, 1, {"cell_type": "code"}]}'])(
    'finds nothing in %j',
    (text) => {
      expect(read(text, 'notebook')).toEqual([]);
    },
  );
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
      { numRuns: 1000 },
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
    expect(original.slice(0, original.length - actual.length).trim()).toBe('');
  }
});

describe('the workbook', () => {
  it('names section 3.4 and its nine exercises', () => {
    const blocks = read(readFileSync('workbook/linear-regression.py', 'utf8'));
    const numbers = new Set(blocks.flatMap(({ exercise }) => exercise?.replace(/-\d$/, '') ?? []));
    expect([...numbers]).toEqual(['3.4', ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((nth) => `3.4.${nth}`)]);
  });
});
