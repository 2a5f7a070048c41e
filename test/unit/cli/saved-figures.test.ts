import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { placeIn } from '../../../src/cli/saved-figures.ts';

describe('where a saved figure is written', () => {
  it.each([
    ['loss.png', 'out/loss.png'],
    ['figures/loss.png', 'out/figures/loss.png'],
    ['/etc/passwd', 'out/etc/passwd'],
    ['../../loss.png', 'out/loss.png'],
    ['a/../../../b.svg', 'out/a/b.svg'],
    ['..\\..\\c.png', 'out/c.png'],
    ['./d.png', 'out/d.png'],
    ['C:\\e?.png', 'out/C_/e_.png'],
  ])('%s stays below the folder', (name, expected) => {
    expect(placeIn('out', name)).toBe(path.normalize(expected));
  });
});
