import { describe, expect, it } from 'vitest';
import { hasPath, withPath, withoutPath } from '../../../src/editor/language/stub-paths.ts';

describe('the paths of a language server', () => {
  it('take ours besides the learner’s own, once', () => {
    expect(withPath(undefined, '/stubs')).toEqual(['/stubs']);
    expect(withPath(['own'], '/stubs')).toEqual(['own', '/stubs']);
    expect(withPath(withPath(['own'], '/stubs'), '/stubs')).toEqual(['own', '/stubs']);
  });

  it('are as before once ours is taken out', () => {
    expect(withoutPath(['own', '/stubs'], '/stubs')).toEqual(['own']);
    expect(withoutPath(['/stubs'], '/stubs')).toBeUndefined();
  });

  it('may be anything in a settings file', () => {
    expect(hasPath('/stubs', '/stubs')).toBe(false);
    expect(hasPath(['/stubs'], '/stubs')).toBe(true);
    expect(withPath('nonsense', '/stubs')).toEqual(['/stubs']);
  });
});
