import { describe, expect, it } from 'vitest';
import { read } from './documents.ts';

describe('cells of a notebook', () => {
  const notebook = (...cells: unknown[]): string => JSON.stringify({ cells, metadata: {}, nbformat: 4 });
  const code = (...source: string[]): unknown => ({ cell_type: 'code', source });
  const markdown = (source: string): unknown => ({ cell_type: 'markdown', source });

  it('counts lines within the cell and names the cell', () => {
    const text = notebook(markdown('# Title\n## Exercise 6'), code('\n', 'x = 1\n', 'y = 2'), code('z = 3'));
    expect(read(text, 'notebook')).toMatchObject([
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
