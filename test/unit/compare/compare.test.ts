import { describe, expect, it } from 'vitest';
import { compareResults, firstParting, type ComparedResult } from '../../../src/compare/compare.ts';
import { partText, reportLine, verdictText } from '../../../src/compare/wording.ts';
import { FIGURE, FIT, RESULT, withError, withLoss } from './results.ts';

const compared = (other: ComparedResult, one = RESULT): ReturnType<typeof compareResults> =>
  compareResults(one, other);

/** In words: the verdict, and the first difference of each part that has one. */
function told(other: ComparedResult, one = RESULT): readonly string[] {
  const comparison = compared(other, one);
  const parted = comparison.parts.filter(({ first }) => first !== null);
  return [comparison.verdict, ...parted.map((part) => partText(part))];
}

describe('two runs of the same code', () => {
  it('are the same when every number is, to a millionth', () => {
    expect(told(structuredClone(RESULT))).toEqual(['same']);
    expect(told(withLoss(1.5 * (1 + 9e-7)))).toEqual(['same']);
    expect(verdictText(compared(RESULT))).toBe('The same to 1e-6.');
  });

  it('are close when numbers are rounded differently, and it is said how close', () => {
    expect(told(withLoss(1.5003))).toEqual(['close', 'train_loss at point 2 (x = 1): 1.5 and 1.5003']);
    expect(verdictText(compared(withLoss(1.5003)))).toBe(
      'The same to 2e-4: sums in another order are rounded differently.',
    );
  });

  it('part where a number of a curve, a weight or a figure is another one', () => {
    expect(told(withLoss(1.6))).toEqual(['different', 'train_loss at point 2 (x = 1): 1.5 and 1.6']);
    const weights = [
      {
        ...FIT.weights[0],
        name: 'w',
        shape: [2],
        learned: [2, 'nan' as const],
        true: null,
        difference: null,
      },
    ];
    expect(told({ ...RESULT, fits: [{ ...FIT, weights }] })).toEqual([
      'different',
      'w at element 2: -3.4 and nan',
    ]);
    const figures = [{ ...FIGURE, series: FIGURE.series.map((series) => ({ ...series, y: [1, 2] })) }];
    expect(told({ ...RESULT, figures })).toEqual(['different', 'figure 1 at value 4 of series 1: nan and 2']);
  });

  it('part where one has more fits, curves, points, weights, figures or series', () => {
    const [fit] = RESULT.fits;
    expect(told({ ...RESULT, fits: [] })).toEqual([
      'different',
      'train_loss: … and –',
      'val_loss: … and –',
      'w: … and –',
    ]);
    expect(told({ ...RESULT, fits: [FIT, FIT] })).toContain('train_loss of fit 2: – and …');
    const curves = { ...fit?.curves, val_loss: [] };
    expect(told({ ...RESULT, fits: [{ ...FIT, curves }] })).toEqual([
      'different',
      'val_loss, number of points: 1 and 0',
    ]);
    expect(told({ ...RESULT, figures: [{ ...FIGURE, series: [] }] })).toEqual([
      'different',
      'figure 1, number of series: 1 and 0',
    ]);
  });

  it('print the same text when words are the same and numbers close, wherever things are in memory', () => {
    const stdout = (text: string): ComparedResult => ({ ...RESULT, stdout: text });
    expect(told(stdout('<f at 0x7f00aa11>\n'), stdout('<f at 0x55d3f0>\n'))).toEqual(['same']);
    expect(told(stdout('tensor([ 10.0000, 2.00])'), stdout('tensor([10.0000,  2.00])'))).toEqual(['same']);
    expect(told(stdout('loss 0.013'), stdout('loss 0.012'))[0]).toBe('close');
    expect(told(stdout('epoch 3'), stdout('epoch 4'))[0]).toBe('different');
    expect(told(stdout('loss 0.5\nready\n'))).toEqual([
      'different',
      'printed text in line 2: done and ready',
    ]);
    expect(told(stdout('loss 0.5\n'))).toEqual(['different', 'printed text in line 2: done and –']);
  });

  it('end the same way, with the same error', () => {
    expect(told(withError('ValueError', 'no'), withError('ValueError', 'no'))).toEqual(['same']);
    expect(told(RESULT, withError('ValueError', 'no'))).toEqual([
      'different',
      'how it ended: error and ok',
      'error: ValueError: no and –',
    ]);
  });

  it('part first where one would look for a reason', () => {
    const other = { ...withLoss(9), stdout: 'loss 9\ndone\n' };
    expect(firstParting(compared(other))?.kind).toBe('printed');
    expect(verdictText(compared(other))).toBe('They part: printed text in line 1: loss 0.5 and loss 9.');
  });
});

describe('the line for a report', () => {
  const facts = { version: '0.1.0', pytorch: 'PyTorch 2.9.0, Python 3.11', system: 'linux x64', seed: 7 };
  const line = (one: ComparedResult, other: ComparedResult): string =>
    reportLine(compared(other, one), [one, other], facts);

  it('says versions and where the numbers part', () => {
    expect(line(RESULT, withLoss(1.6))).toBe(
      'D2L Exercises 0.1.0 and PyTorch 2.9.0, Python 3.11 on linux x64; seed 7; ended ok and ok; different (6.3e-2); ' +
        'first difference in training loss of 1 at point 2 (x = 1): 1.5 and 1.6',
    );
  });

  it('says which public name is not supported', () => {
    const message = 'D2L Exercises does not support torch.linalg.ldl_factor';
    expect(line(withError('AttributeError', message), RESULT)).toMatch(
      /; not supported: torch.linalg.ldl_factor$/,
    );
  });

  it('holds nothing of the learner’s', () => {
    const secret = 'secret_of_mine';
    const weights = [{ name: secret, shape: [1], learned: [1], true: null, difference: null }];
    const one: ComparedResult = {
      ...withError(secret, `D2L Exercises does not support pandas DataFrame.${secret}`),
      stdout: secret,
      displayed: secret,
      fits: [{ ...FIT, model: secret, curves: { [secret]: [[1, 1]] }, weights }],
    };
    for (const other of [RESULT, { ...one, fits: [] }, { ...one, stdout: '' }, { ...one, displayed: null }])
      expect(line(one, other)).not.toContain(secret);
    const curve = { ...one, fits: [{ ...FIT, weights, curves: { [secret]: [[1, 2]] as const } }] };
    expect(line(one, curve)).not.toContain(secret);
  });
});
