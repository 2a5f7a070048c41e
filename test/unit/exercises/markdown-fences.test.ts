import { describe, expect, it } from 'vitest';
import { placeInDocument } from '../../../src/exercises/blocks.ts';
import { outline, read } from './documents.ts';

const fence = (info: string, body: string, mark = '```'): string => `${mark}${info}\n${body}\n${mark}\n`;

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

describe('fences in quotes, sessions and other writers', () => {
  const block = (text: string): [string, number, number, number] | undefined => {
    const [found] = read(text, 'markdown');
    return found && [found.source, found.firstLine, found.lastLine, found.indent];
  };

  it.each<[text: string, source: string, lines: [number, number], indent: number]>([
    ['> ```python\n> x = 1\n>\n>     y\n> ```\n', 'x = 1\n\n    y\n', [2, 4], 2],
    ['>```py\n>x = 1\n>```\n', 'x = 1\n', [2, 2], 1],
    ['> > ~~~python\n> > x = 1\n> > ~~~\n', 'x = 1\n', [2, 2], 4],
    ['> - a\n>   ```python\n>   x = 1\n>   ```\n', 'x = 1\n', [3, 3], 4],
    ['> ```python\n> x = 1\n\ntext\n', 'x = 1\n', [2, 2], 2],
    ['```python=\nx = 1\n```\n', 'x = 1\n', [2, 2], 0],
    ['```python=12\nx = 1\n```\n', 'x = 1\n', [2, 2], 0],
    ['```python!\nx = 1\n```\n', 'x = 1\n', [2, 2], 0],
    ['~~~ python\nx = 1\n~~~\n', 'x = 1\n', [2, 2], 0],
    ['- a\n\n  ```python\n  x = 1\n  ```\n', 'x = 1\n', [4, 4], 2],
    ['```pycon\n>>> x = 1\n>>> x\n1\n```\n', 'x = 1\nx\n#\n', [2, 4], 4],
    ['```python\n>>> for i in x:\n...     f(i)\n...\n2\n```\n', 'for i in x:\n    f(i)\n\n#\n', [2, 5], 4],
    ['> ```pycon\n> >>> x = 1\n> ```\n', 'x = 1\n', [2, 2], 6],
  ])('%j', (text, source, lines, indent) => {
    expect(block(text)).toEqual([source, ...lines, indent]);
  });

  it.each(['```pycon\nno prompt\n```\n', '> ```bash\n> ls\n> ```\n', '> python\n'])('none in %j', (text) => {
    expect(block(text)).toBeUndefined();
  });

  it('goes on behind a quote that its fence did not close', () => {
    const text = '> ```python\n> x = 1\n\n## 3.4.6 Rates\n\n```python\ny = 2\n```\n';
    expect(read(text, 'markdown').map(({ exercise, source }) => [exercise, source])).toEqual([
      [null, 'x = 1\n'],
      ['3.4.6', 'y = 2\n'],
    ]);
  });
});
