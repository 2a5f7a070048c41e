import { describe, expect, it } from 'vitest';
import { planRun } from '../../../src/exercises/plan.ts';
import { read } from './documents.ts';

const FENCE = '```python\nx = 1\n```\n';
const exercises = (text: string): (string | null)[] => read(text, 'markdown').map(({ exercise }) => exercise);
const page = (heading: string, ...markers: string[]): string =>
  `${heading}\n\n${FENCE}\n${markers.map((marker) => `${marker}\n\nSome words.\n\n${FENCE}\n`).join('')}`;

describe('answers below a heading of exercises', () => {
  it.each([
    [
      ['[1]', '[8-2]'],
      ['1', '8-2'],
    ],
    [
      ['**[1]**', '**[8-2]**'],
      ['1', '8-2'],
    ],
    [
      ['Q3.', 'Q4.'],
      ['3', '4'],
    ],
    [
      ['Q3. Why?', 'Q4. What?'],
      ['3', '4'],
    ],
    [
      ['1)', '2)'],
      ['1', '2'],
    ],
    [
      ['1.', '2.'],
      ['1', '2'],
    ],
    [
      ['(1)', '(2)'],
      ['1', '2'],
    ],
    [
      ['**1. Zero init**', '**2. Rates**'],
      ['1', '2'],
    ],
    [
      ['- [1]', '- [2]'],
      ['1', '2'],
    ],
    [
      ['Exercise 1', '__Exercise 2__: rates'],
      ['1', '2'],
    ],
    [
      ['문제 1', '练习2'],
      ['1', '2'],
    ],
    [
      ['### 1.', '### 2. Rates'],
      ['1', '2'],
    ],
    [
      ['### 1)', '### (2)'],
      ['1', '2'],
    ],
  ])('marked by %j', (markers, numbers) => {
    expect(exercises(page('## 3.4.6 Exercises', ...markers))).toEqual([
      null,
      ...numbers.map((number) => `3.4.6.${number}`),
    ]);
    expect(exercises(page('## 3.4.6', ...markers))).toEqual([
      null,
      ...numbers.map((number) => `3.4.6.${number}`),
    ]);
    expect(exercises(page('# 3.4 Regression\n\n## Exercises', ...markers))).toEqual([
      null,
      ...numbers.map((number) => `3.4.${number}`),
    ]);
    expect(exercises(page('## 연습문제', ...markers))).toEqual([null, ...numbers]);
  });

  it('can be asked for by their own number', () => {
    const blocks = read(page('## 3.4.6 Exercises', '[1]', '**[8-2]**'), 'markdown');
    expect(planRun(blocks, { exercise: '8-2' })).toMatchObject({ exercise: '3.4.6.8-2' });
    expect(planRun(blocks, { exercise: '8-2' }).blocks.map(({ index }) => index)).toEqual([0, 2]);
  });

  it('stand at their paragraph, over all of their fences, and across headings of a lower level', () => {
    const text = `## 3.4.6 Exercises\n\n[1]\n\n#### Answer\n\n${FENCE}\n${FENCE}\n[2]\n\n${FENCE}`;
    expect(read(text, 'markdown').map(({ exercise, headingLine }) => [exercise, headingLine])).toEqual([
      ['3.4.6.1', 3],
      ['3.4.6.1', 11],
      ['3.4.6.2', 15],
    ]);
  });

  it('end with the next heading of the level of the exercises', () => {
    expect(exercises(`${page('## Exercises', '[1]', '[2]')}## Summary\n\n${FENCE}`)).toEqual([
      null,
      '1',
      '2',
      null,
    ]);
  });

  it('counts headings beside the one of the exercises', () => {
    expect(exercises(page('## 3.4.6 Exercises', '## 1. Zero init', '## 2.'))).toEqual([
      null,
      '3.4.6.1',
      '3.4.6.2',
    ]);
  });

  it('reads them in cells of a notebook', () => {
    const cell = (cell_type: string, source: string): object => ({ cell_type, source });
    const cells = [
      cell('markdown', '## 3.4.6 Exercises'),
      cell('code', 'import torch'),
      ...['[1]', '**[8-2]**\n\nOne wrong label'].flatMap((words) => [
        cell('markdown', words),
        cell('code', 'x = 1'),
      ]),
    ];
    const blocks = read(JSON.stringify({ cells }), 'notebook');
    expect(blocks.map(({ exercise }) => exercise)).toEqual([null, '3.4.6.1', '3.4.6.8-2']);
  });
});

describe('numbers that mark no answers', () => {
  it.each([
    ['steps of a page without exercises', page('## Training', '1. Load', '2. Train')],
    ['headings of such steps', page('## Training', '### 1. Load', '### 2. Train')],
    ['a lone bracket', page('## Training', '[1]')],
    ['references', page('## Training', '[1]: https://example.org', '[2]: https://example.com')],
    ['a list in which all are 1', page('## Exercises', '1. What?', '1. Why?')],
    ['lines within a paragraph', page('## Exercises', 'See\nexercise 3', 'See\nexercise 4')],
    ['a number in a sentence', page('## Exercises', '2 layers do', '3 layers do')],
    ['a list above the code', `## Exercises\n\n1. a\n2. b\n3. c\n\n## Code\n\n${FENCE}`],
  ])('%s', (_, text) => {
    expect(exercises(text).filter((number) => number !== null)).toEqual([]);
  });
});
