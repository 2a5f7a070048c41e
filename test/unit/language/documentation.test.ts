import { describe, expect, it } from 'vitest';
import { markdownOf, parameterDoc, signatureText } from '../../../src/language/documentation.ts';

const DOC =
  'A layer.\n\nArgs:\n    bias: whether there is\n        one.\n    size: how large.\n\nRaises:\n    ValueError: never.';

describe('docstrings', () => {
  it('become Markdown with a list of the arguments', () => {
    expect(markdownOf(DOC)).toMatch(
      /^A layer\.\n\n\n\*\*Args\*\* \n\n- `bias`: whether there is\none\.\n- `size`: how large\./,
    );
  });

  it('say what a parameter is', () => {
    expect(parameterDoc(DOC, 'bias')).toBe('whether there is one.');
    expect(parameterDoc(DOC, 'size')).toBe('how large.');
    expect(parameterDoc(DOC, 'other')).toBe('');
  });
});

describe('signatures', () => {
  it('name torch’s classes as the book does', () => {
    const form = {
      parameters: ['input: torch.Tensor', '*', 'dtype: torch.dtype | None = None'],
      result: 'torch.Tensor',
    };
    expect(signatureText('sum', form)).toBe(
      'sum(input: Tensor, *, dtype: torch.dtype | None = None) -> Tensor',
    );
  });
});
