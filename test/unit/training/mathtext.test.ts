import { describe, expect, it } from 'vitest';
import { mathRuns, mathWords } from '../../../src/text/mathtext.ts';

describe('a formula of matplotlib', () => {
  it.each([
    ['$\\lambda$', 'λ'],
    ['plain, \\$5', 'plain, $5'],
    ['costs $5', 'costs $5'],
    ['$x_i^2$ and $y$', 'xᵢ² and y'],
    ['$10^{-3}$', '10⁻³'],
    ['$\\mathdefault{10^{2}}$', '10²'],
    ['$\\frac{1}{2}$', '1/2'],
    ['$\\frac{a + b}{c}$', '(a\u2009+\u2009b)/c'],
    ['$\\sqrt{x}$', '√x'],
    ['$\\hat{y}$', 'y\u0302'],
    ['$\\mathcal{L}(\\theta)$', 'ℒ(θ)'],
    ['$\\log x$', 'log\u2009x'],
    ['$\\mathrm{loss}$', 'loss'],
    ['$a \\leq b$', 'a\u2009≤\u2009b'],
    ['$\\nosuchname$', '\\nosuchname'],
  ])('%s is %s', (source, words) => {
    expect(mathWords(source)).toBe(words);
  });

  it('is slanted, raised and lowered', () => {
    expect(mathRuns('$x_i^2$').map(({ text, level, italic }) => [text, level, italic])).toEqual([
      ['x', 0, true],
      ['i', -1, true],
      ['2', 1, false],
    ]);
  });

  it('ends where its source ends, whatever is missing', () => {
    for (const source of ['$\\frac{1$', '$x^$', '$\\sqrt[3$', '${$', '$\\$', '$\\left($'])
      expect(typeof mathWords(source)).toBe('string');
  });
});
