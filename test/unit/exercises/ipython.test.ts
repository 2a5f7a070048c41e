import { describe, expect, it } from 'vitest';
import { readCellCode } from '../../../src/exercises/cell-code.ts';
import { planCells, planRun } from '../../../src/exercises/plan.ts';
import { read } from './documents.ts';

describe('what IPython adds to Python, as a run executes it', () => {
  it.each([
    ['%timeit f(x)', 'get_ipython().run_line_magic("timeit", "f(x)")'],
    ['%time x = 1', 'get_ipython().run_line_magic("time", "x = 1")'],
    ['r = %timeit -o f("a")', 'r = get_ipython().run_line_magic("timeit", "-o f(\\"a\\")")'],
    ['files = !ls *.py', 'files = get_ipython().getoutput("ls *.py")'],
    ['a.b[0], c = !ls', 'a.b[0], c = get_ipython().getoutput("ls")'],
    ['if x:\n    !ls', 'if x:\n    get_ipython().system("ls")'],
    ['if x:\n    %matplotlib inline', 'if x:\n    get_ipython().run_line_magic("matplotlib", "inline")'],
    ['%matplotlib inline', '#matplotlib inline'],
    ['!pip install d2l', '#pip install d2l'],
    ['x != y', 'x != y'],
    ['x = a % b', 'x = a % b'],
    ['x = (a\n% b)', 'x = (a\n% b)'],
    ['x == !y', 'x == !y'],
    ['text = """\n%timeit x\nfiles = !ls\n"""', 'text = """\n%timeit x\nfiles = !ls\n"""'],
  ])('%j', (text, source) => {
    expect(readCellCode(text)).toEqual({ source: `${source}\n` });
  });

  it.each([
    ['%%time\nx = 1', '#%time\nx = 1\n', 'time'],
    ['\n%%timeit -n 10\nx = 1', '\n#%timeit -n 10\nx = 1\n', 'timeit -n 10'],
    [
      '%%capture out\n%timeit x',
      '#%capture out\nget_ipython().run_line_magic("timeit", "x")\n',
      'capture out',
    ],
    ['%%writefile m.py\n!no = python\n', '#%writefile m.py\n!no = python\n', 'writefile m.py'],
  ])('tells the magic in the head of %j', (text, source, magic) => {
    expect(readCellCode(text)).toEqual({ source, magic });
  });

  it('is carried out in cells and fences, and left to Python in a plain script', () => {
    const sources = (text: string, kind: 'python' | 'markdown'): string[] =>
      planCells(planRun(read(text, kind), 'all'), {}).map(({ source }) => source);
    const line = 'r = %timeit -o x';
    const call = 'r = get_ipython().run_line_magic("timeit", "-o x")\n';
    expect(sources(`# %%\n${line}\n`, 'python')).toEqual([call]);
    expect(sources(`\`\`\`python\n${line}\n\`\`\`\n`, 'markdown')).toEqual([call]);
    expect(sources(`${line}\n`, 'python')).toEqual([`${line}\n`]);
  });

  it('changes no place of a parameter', () => {
    const [block] = read('# %%\nlr = 0.5\n%timeit f(lr=0.5)\nn = 3\n');
    const plan = planRun(block ? [block] : [], 'all');
    expect(planCells(plan, { lr: 2, n: 4 })[0]?.source).toBe(
      'lr = 2.0\nget_ipython().run_line_magic("timeit", "f(lr=0.5)")\nn = 4\n',
    );
  });

  it('makes no controls of a file that is written, and no exercise of it', () => {
    const [block] = read('# %%\n%%writefile m.py\nlr = 0.5\ntrainer.fit(model)\n');
    expect(block).toMatchObject({ fits: false, isRunnable: false });
    expect(planRun(block ? [block] : [], 'all').parameters).toEqual([]);
  });
});

describe('cells of a notebook', () => {
  const notebook = (...sources: string[]): string =>
    JSON.stringify({ cells: sources.map((source) => ({ cell_type: 'code', source })) });

  it('are numbered as they run', () => {
    const blocks = read(notebook('x = 1', '%%bash\nls', 'x'), 'notebook');
    expect(planCells(planRun(blocks, 'all'), {}).map(({ execution }) => execution)).toEqual([1, 2]);
  });

  it('are read from the sheets of format 3, with its cells of headings', () => {
    const worksheets = [
      {
        cells: [
          { cell_type: 'heading', level: 2, source: ['3.4.6 ', 'Rates'] },
          { cell_type: 'code', language: 'python', input: ['x = 1\n', 'x'], outputs: [] },
          { cell_type: 'code', language: 'ruby', input: 'x = 1' },
          { cell_type: 'markdown', source: '## 3.4.7' },
          { cell_type: 'code', input: 'y = 2' },
        ],
      },
      { cells: [{ cell_type: 'code', input: 'z = 3' }] },
      'no sheet',
    ];
    const blocks = read(JSON.stringify({ nbformat: 3, worksheets }), 'notebook');
    expect(blocks.map(({ exercise, source, document }) => [exercise, source, document])).toEqual([
      ['3.4.6', 'x = 1\nx\n', 'doc#cell2'],
      ['3.4.7', 'y = 2\n', 'doc#cell5'],
      ['3.4.7', 'z = 3\n', 'doc#cell6'],
    ]);
  });
});
