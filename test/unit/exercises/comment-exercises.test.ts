import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exerciseNumbers, planRun } from '../../../src/exercises/plan.ts';
import { outline, read } from './documents.ts';

const SET_UP = 'import torch\n\ndef train(lr):\n    print(lr)\n\n';

function script(markers: readonly string[]): string {
  return SET_UP + markers.map((marker, nth) => `${marker}\ntrain(lr=0.${nth + 1})\n\n`).join('');
}

describe('comments that mark exercises in a script without cells', () => {
  it.each<[first: string, second: string, numbers: string, title?: string]>([
    ['# [1]', '# [2]', '1 2'],
    ['#[1]', '#[2]', '1 2'],
    ['# [8-1]', '# [8-2] One wrong label', '8-1 8-2', 'One wrong label'],
    ['# [3.4.6]', '# [3.4.7] Rates', '3.4.6 3.4.7', 'Rates'],
    ['## Exercise 1', '## Exercise 2', '1 2'],
    ['### exercise 1:', '### EXERCISE 2: rates', '1 2', 'rates'],
    ['# Ex. 1', '# Ex. 2', '1 2'],
    ['# ex1', '# ex2', '1 2'],
    ['# Exercise 1 (a)', '# Exercise 1 (b)', '1-1 1-2'],
    ['# Exercise 1a', '# Exercise 1b: rates', '1-1 1-2', 'rates'],
    ['# Exercise #3', '# Exercise No. 4', '3 4'],
    ['# **Exercise 1**', '# **Exercise 2**', '1 2'],
    ['# 3.4.6 (1)', '# 3.4.6 (2)', '3.4.6.1 3.4.6.2'],
    ['# 3.4.6.1', '# 3.4.6.2 Rates', '3.4.6.1 3.4.6.2', 'Rates'],
    ['# 3.4.1', '# 3.4.2', '3.4.1 3.4.2'],
    ['# Q1', '# Q2', '1 2'],
    ['# Q3. Why?', '# Q4. What?', '3 4', 'What?'],
    ['# Problem 3', '# Problem 4', '3 4'],
    ['# Question 4:', '# Question 5: more', '4 5', 'more'],
    ['# Task 1', '# Task 2', '1 2'],
    ['# Solution 1', '# Answer 2', '1 2'],
    ['# 1. zero init', '# 2. another lr', '1 2', 'another lr'],
    ['# 1) zero init', '# 2) another lr', '1 2', 'another lr'],
    ['#1)', '#2)', '1 2'],
    ['# (1)', '# (2)', '1 2'],
    ['# 1', '# 2', '1 2'],
    ['# 1: zero init', '# 2: rates', '1 2', 'rates'],
    ['# 1 - zero init', '# 2 - rates', '1 2', 'rates'],
    ['# ---- 2 ----', '# ---- 3 ----', '2 3'],
    ['# ==== Exercise 2 ====', '# ==== Exercise 3: rates ====', '2 3', 'rates'],
    ['######## 1. zero ########', '######## 2. rates ########', '1 2', 'rates'],
    ['# 문제 1', '# 문제 2', '1 2'],
    ['# 연습문제 2', '# 연습문제 3: 학습률', '2 3', '학습률'],
    ['# 1번', '# 2번 문제', '1 2'],
    ['# 练习1', '# 练习2：学习率', '1 2', '学习率'],
    ['# 习题 1', '# 习题 2', '1 2'],
    ['# 第1题', '# 第2题', '1 2'],
    ['# 習題 3', '# 習題 4', '3 4'],
    ['# 問題1', '# 問題２', '1 2'],
    ['# 1、零初始化', '# 2、学习率', '1 2', '学习率'],
    ['# Exercício 2', '# Exercício 3', '2 3'],
    ['# Ejercicio 1', '# Ejercicio 2', '1 2'],
    ['# Exercice 1', '# Exercice 2', '1 2'],
    ['# Aufgabe 1', '# Aufgabe 2', '1 2'],
    ['# Übung 1', '# Übung 2', '1 2'],
    ['# Esercizio 1', '# Esercizio 2', '1 2'],
    ['# Задание 1', '# Задание 2', '1 2'],
    ['# Bài 3', '# Bài tập 4', '3 4'],
    ['# Soru 1', '# Alıştırma 2', '1 2'],
    ['# تمرين 1', '# تمرين 2', '1 2'],
  ])('%s, %s', (first, second, numbers, title = '') => {
    const blocks = read(script([first, second]));
    expect(exerciseNumbers(blocks).join(' ')).toBe(numbers);
    expect(outline(blocks).map(([, , ...lines]) => lines)).toEqual([
      [1, 1, 4],
      [6, 7, 7],
      [9, 10, 10],
    ]);
    expect(blocks[2]?.title).toBe(title);
    expect(blocks.map(({ isRunnable }) => isRunnable)).toEqual([false, true, true]);
  });

  it('takes the section from a comment at the head', () => {
    const number = (head: string): string | null =>
      read(`${head}\n${script(['# [1]', '# [2]'])}`)[1]?.exercise ?? null;
    expect(number('# 3.4 Linear regression from scratch')).toBe('3.4.1');
    expect(number('# 3.4.6 Exercises')).toBe('3.4.6.1');
    expect(number('# 3.4 is what b was')).toBe('1');
  });

  it('lets a heading without code stand over its parts', () => {
    const blocks = read(`${SET_UP}# Exercise 8\n\n# [8-1]\ntrain(1)\n\n# [8-2]\ntrain(2)\n`);
    expect(exerciseNumbers(blocks)).toEqual(['8-1', '8-2']);
  });

  it('reads a number between rules, and words below it', () => {
    const rule = `#${'='.repeat(40)}`;
    const marker = (number: number): string =>
      `${rule}\n# Exercise ${number}: rates\n${rule}\n# What happens?`;
    expect(exerciseNumbers(read(script([marker(1), marker(2)])))).toEqual(['1', '2']);
  });
});

describe('scripts that stay one program', () => {
  it.each<[why: string, text: string]>([
    [
      'steps, each going on with the one before',
      'import torch\n# 1. load the data\nX = torch.rand(9)\n# 2. the model\nnet = torch.nn.Linear(1, 1)\n# 3. train\nnet(X)\n',
    ],
    [
      'steps of which the first only imports',
      '# 1. imports\nimport torch\n# 2. data\nx = torch.rand(3)\n# 3. print\nprint(x)\n',
    ],
    [
      'steps that only the last one puts together',
      'import torch\n# 1. seed\nseed = 3\n# 2. data\nx = torch.rand(3)\n# 3. model\nnet = torch.nn.Linear(1, 1)\n# 4. train\nnet(x)\nprint(seed)\n',
    ],
    ['steps in brackets', '# [1] data\nx = 1\n# [2] model\ny = x\n# [3] training\nprint(y)\n'],
    ['steps of a section', '# 1.1 Data\nx = 1\n# 1.2 Model\ny = x + 1\n# 1.3 Training\nprint(y)\n'],
    ['a lone marker', 'x = 1\n# [1]\nprint(x)\n'],
    ['lone markers of two kinds', 'x = 1\n# [1]\nprint(1)\n# Q2\nprint(2)\n'],
    ['a list of what follows', '# 1. load\n# 2. train\n# 3. plot\nx = 1\nprint(x)\n'],
    ['numbers within a comment', '# What is done:\n# 1. load\nx = 1\n# and then\n# 2. train\nprint(2)\n'],
    ['numbers that do not count up', '# 2. b\nx = 1\n# 1. a\ny = 2\n'],
    ['numbers that begin again', '# 1. a\nx = 1\n# 2. b\ny = 2\n# 1. c\nz = 3\n'],
    ['comments inside functions', 'def f():\n    # 1. a\n    x = 1\n    # 2. b\n    return x\n'],
    [
      'comments at the margin of a function',
      'def f():\n    x = 1\n# 1. a\n    y = 1\n# 2. b\n    return x\n',
    ],
    ['comments between branches', 'if a:\n    x = 1\n# 1. a\nelse:\n    x = 2\n# 2. b\nfinally: pass\n'],
    ['comments inside a string', 'text = """\n# [1]\na\n# [2]\nb\n"""\nprint(text)\n'],
    ['comments inside brackets', 'values = [\n# [1]\n1,\n# [2]\n2]\n'],
    ['comments under a decorator', '@a\n# [1]\ndef f(): pass\n@b\n# [2]\ndef g(): pass\n'],
    ['printed values', 'print(a)\n# [3]\nprint(b)\n# [1]\nprint(c)\n'],
    ['references', '# [1]: https://example.org\nx = 1\n# [2]: https://example.com\ny = 2\n'],
    ['numbers in sentences', '# 2 layers\nx = 1\n# 3 layers\ny = 2\n'],
    ['rates', '# 0.03 is good\nx = 1\n# 2.5 is bad\ny = 2\n'],
    ['years', '# 2023. new data\nx = 1\n# 2024. newer data\ny = 2\n'],
    ['numbered definitions', '# 1. losses\ndef f(): pass\n# 2. metrics\ndef g(): pass\n'],
    ['parts, steps and examples', '# Step 1\nx = 1\n# Step 2\ny = 2\n# Part 1\nz = 1\n# Part 2\nt = 1\n'],
  ])('%s', (_, text) => {
    expect(exerciseNumbers(read(text))).toEqual([]);
    expect(read(text)).toHaveLength(1);
  });

  it('has the comments of a file with cells for comments', () => {
    expect(exerciseNumbers(read(`# %%\n${script(['# [1]', '# [2]'])}`))).toEqual([]);
  });
});

describe('what a run of such an exercise takes in', () => {
  const linesOf = (text: string, exercise: string): number[] =>
    planRun(read(text), { exercise }).blocks.map(({ firstLine }) => firstLine);

  it('is set-up and the exercise', () => {
    const text = script(['# [1]', '# [2]', '# [8-1]', '# [8-2]']);
    expect(linesOf(text, '2')).toEqual([1, 10]);
    expect(linesOf(text, '8-2')).toEqual([1, 13, 16]);
  });

  it('and what of other exercises it needs, whatever that needs in turn', () => {
    const text = `${SET_UP}# Q1\na = 1\n# Q2\nb = a\n# Q3\nprint(3)\n# Q4\nprint(b)\n`;
    expect(linesOf(text, '4')).toEqual([1, 7, 9, 13]);
    expect(linesOf(text, '3')).toEqual([1, 11]);
  });

  it('but not what set-up binds as well', () => {
    const text = `${SET_UP}net = 1\n# Q1\nnet = 2\n# Q2\nprint(net)\n`;
    expect(linesOf(text, '2')).toEqual([1, 10]);
  });

  it.each([
    ['3.4.6.1', '3.4.6.1'],
    ['3.4.6-1', '3.4.6.1'],
    ['3.4.6 (1)', '3.4.6.1'],
    ['1', '3.4.6.1'],
    ['3.4.1', '3.4.6.1'],
    ['Q1', '3.4.6.1'],
    ['3.4.8-2', '3.4.6.8-2'],
  ])('--exercise %s', (typed, number) => {
    const text = `# 3.4.6 Exercises\n${script(['# [1]', '# [8-1]', '# [8-2]'])}`;
    expect(planRun(read(text), { exercise: typed }).exercise).toBe(number);
  });
});

it('loses and doubles no line of code, wherever comments part it', () => {
  const line = fc.constantFrom(
    ...[
      '# [1]',
      '# [2]',
      '# [8-2] x',
      '# Q1',
      '# Q2',
      '# 1. a',
      '# 2. b',
      '# 3.4 Title',
      '# 3.4.6 (1)',
      '# text',
    ],
    ...[
      'x = 1',
      'print(x)',
      'def f():',
      '    return 2',
      'else:',
      '@d',
      '"""',
      "'",
      'y = [',
      ']',
      '',
      '\\',
      '# ---',
    ],
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const blocks = read(lines.join('\n'));
      const seen = blocks.flatMap(({ firstLine, lastLine }) =>
        Array.from({ length: lastLine - firstLine + 1 }, (_, nth) => firstLine + nth),
      );
      expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
      const code = lines.flatMap((text, index) => (/^\s*[^\s#]/.test(text) ? [index + 1] : []));
      expect(code.filter((number) => !seen.includes(number))).toEqual([]);
      expect(blocks.flatMap(({ source }) => source.split('\n').slice(0, -1))).toEqual(
        seen.map((number) => lines[number - 1]),
      );
    }),
    { numRuns: 2000 },
  );
});
