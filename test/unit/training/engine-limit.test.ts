import { describe, expect, it } from 'vitest';
import { engineLimit, unsupportedName } from '../../../src/training/protocol/engine-limit.ts';

const error = (type: string, message: string): { type: string; message: string } => ({ type, message });

describe('a limit of the built-in engine', () => {
  it('is a name that it does not support, its memory, or its time', () => {
    const limits = [
      engineLimit('error', error('AttributeError', 'D2L Exercises does not support torch.fft.hfft2')),
      engineLimit(
        'error',
        error('NotImplementedError', 'D2L Exercises draws linear, log and symlog scales, not 1'),
      ),
      engineLimit('error', error('MemoryError', 'zeros: the tensor does not fit into memory')),
      engineLimit('timeout', null),
    ];
    expect(limits).toEqual(['unsupported', 'unsupported', 'memory', 'time']);
  });

  it('is none where PyTorch would say the same', () => {
    expect(
      engineLimit('error', error('RuntimeError', 'mat1 and mat2 shapes cannot be multiplied')),
    ).toBeNull();
    expect([engineLimit('ok', null), engineLimit('stopped', null)]).toEqual([null, null]);
  });

  it('names what is not supported by its public name alone', () => {
    expect(unsupportedName(error('', 'D2L Exercises does not support plt.table: print it'))).toBe(
      'plt.table',
    );
    expect(unsupportedName(error('', 'D2L Exercises does not support pandas DataFrame.mine'))).toBeNull();
    expect(unsupportedName(null)).toBeNull();
  });
});
