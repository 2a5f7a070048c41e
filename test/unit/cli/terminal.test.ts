import { expect, it } from 'vitest';
import { styled } from '../../../src/cli/terminal.ts';

it('colours only where colours are shown', () => {
  expect(styled({ hasColors: false }, 'red', 'a')).toBe('a');
  expect(styled({ hasColors: true }, 'red', 'a')).toBe('\x1b[31ma\x1b[0m');
});
