import { describe, expect, it } from 'vitest';
import { readCellCode } from '../../../src/exercises/cell-code.ts';

describe('the code of a notebook’s cell', () => {
  it('keeps its lines and makes comments of what only IPython knows', () => {
    expect(readCellCode('%matplotlib inline\r\nx = 1\n!pip list')).toEqual({
      source: '#matplotlib inline\r\nx = 1\n#pip list\n',
    });
    expect(readCellCode('')).toEqual({ source: '' });
  });

  it.each(['%%tab pytorch\nx', '#@tab all\nx', '# @tab mxnet, pytorch\nx', '%%tab all'])(
    'runs %j',
    (text) => {
      expect(readCellCode(text)).toHaveProperty('source');
    },
  );

  it('names the frameworks of a cell for others', () => {
    expect(readCellCode('\n%%tab mxnet, jax\nx')).toEqual({ skipped: 'mxnet, jax' });
    expect(readCellCode('#@tab tensorflow\nx')).toEqual({ skipped: 'tensorflow' });
  });

  it('names the magic of a cell in another language', () => {
    expect(readCellCode('%%bash\nls')).toEqual({ magic: '%%bash' });
  });
});
