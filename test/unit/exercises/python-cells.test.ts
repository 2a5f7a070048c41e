import { describe, expect, it } from 'vitest';
import { outline, read } from './documents.ts';

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

  it('comments out magics in cells, as an interactive window runs them, but not in a plain program', () => {
    const cells = read(
      "# %%\n%matplotlib inline\n# %%\nget_ipython().system('ls')\nx = 1\n# %%\n%%bash\nls\n",
    );
    expect(cells.map(({ source }) => source)).toEqual([
      '#matplotlib inline\n',
      "#et_ipython().system('ls')\nx = 1\n",
    ]);
    expect(read('%matplotlib inline\nx = 1\n')[0]?.source).toBe('%matplotlib inline\nx = 1\n');
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
