import { describe, expect, it } from 'vitest';
import { blockAt, blockKey } from '../../../src/editor/targets.ts';
import { readBlocks } from '../../../src/exercises/blocks.ts';
import { WORKBOOK } from './sample.ts';

const blocks = readBlocks(WORKBOOK, 'python', 'book.py');

describe('the block that the cursor means', () => {
  it('is the one that holds the line, its heading and the gap below included', () => {
    expect(blockAt(blocks, 5)?.exercise).toBe('3.4.1');
    expect(blockAt(blocks, 7)?.exercise).toBe('3.4.1');
    expect(blockAt(blocks, 10)?.exercise).toBe('3.4.6');
    expect(blockAt(blocks, 999)?.exercise).toBe('3.4.6');
  });

  it('is the first exercise while the cursor is in the set-up above all of them', () => {
    expect(blockAt(blocks, 1)?.exercise).toBe('3.4.1');
  });

  it('stays the exercise that is shown while its set-up is edited', () => {
    const shown = blocks.filter((block) => block.exercise !== '3.4.1');
    expect(blockAt(blocks, 3, shown)?.exercise).toBe('3.4.6');
  });

  it('is a later block without number itself', () => {
    const more = readBlocks(`${WORKBOOK}\n# %% Try\nb = 2\n`, 'python', 'book.py');
    expect(blockAt(more, 13)?.title).toBe('Try');
  });

  it('is a block without any exercise around it', () => {
    expect(blockAt(readBlocks('x = 1\n', 'python', 'a.py'), 1)?.source).toBe('x = 1\n');
    expect(blockAt([], 1)).toBeUndefined();
  });
});

describe('the key of a block', () => {
  it('survives edits of its code and of what is above', () => {
    const edited = readBlocks(`# %% New\nz = 0\n${WORKBOOK.replace('0.03', '2')}`, 'python', 'book.py');
    expect(blockKey(edited, edited.at(-1)!)).toBe(blockKey(blocks, blocks.at(-1)!));
  });

  it('tells blocks of one exercise apart', () => {
    const twins = readBlocks('# %% [6] A\nx = 1\n# %% [6] A\ny = 1\n', 'python', 'a.py');
    expect(blockKey(twins, twins[0]!)).not.toBe(blockKey(twins, twins[1]!));
  });
});
