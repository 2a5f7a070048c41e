import { describe, expect, it } from 'vitest';
import { judge, say, told, type Want } from '../../../src/checks/check.ts';
import { english } from '../../../src/advice/translate.ts';
import { wordsOf } from '../../../src/advice/words.ts';
import { checks } from '../../../src/checks/checks.ts';
import { curvesWith, spans, wantFigure } from '../../../src/checks/figures.ts';
import { diverged, wantFits, wantLearned, wantSomeFit, largestError } from '../../../src/checks/fits.ts';
import { wantLinear, wantQuadratic } from '../../../src/checks/loss-shapes.ts';
import { printedNumbers, wantPrinted } from '../../../src/checks/printed.ts';
import type { Figure, FitSummary, Real, RunResult } from '../../../src/training/protocol/protocol.ts';

const RESULT: RunResult = {
  type: 'ended',
  run: 1,
  status: 'ok',
  backend: 'js',
  operations: { tensorflow: 0, wasm: 0, js: 1 },
  milliseconds: 1,
  displayed: null,
  outputDropped: 0,
  error: null,
  stdout: '',
  fits: [],
  figures: [],
  advice: [],
};

const print = (stdout: string): RunResult => ({ ...RESULT, stdout });

function fit(validation: Real[], difference: Real[] | null): FitSummary {
  const learned = (difference ?? [0]).map(() => 1);
  return {
    model: 'Model',
    epochs: validation.length,
    curves: { val_loss: validation.map((y, epoch) => [epoch + 1, y] as const) },
    weights: [{ name: 'w', shape: [learned.length], learned, true: difference && learned, difference }],
  };
}

const train = (...fits: FitSummary[]): RunResult => ({ ...RESULT, fits });

/** What a want says of a run, in English. */
const saying =
  (want: Want) =>
  (run: RunResult): string | null => {
    const said = want(run);
    return said && told(said, english);
  };

describe('a verdict', () => {
  const wants: Want[] = [
    ({ stdout }) => (stdout.includes('a') ? null : say('No a.')),
    ({ stdout }) => (stdout.includes('b') ? null : say('No b.')),
  ];
  const check = { exercise: '9.9.1', wants, shown: 'Both.' };

  it('names everything that is missing, the first thing first', () => {
    expect(judge(check, print(''))).toMatchObject({
      solved: false,
      text: 'No a.',
      missing: ['No a.', 'No b.'],
    });
    expect(judge(check, print('a'))).toMatchObject({ solved: false, text: 'No b.', met: 1, wanted: 2 });
  });

  it('is put into the language of who asks, sentences within sentences too', () => {
    const check = { exercise: '9.9.2', wants: [wantLearned(0.1, 'Go on.')], shown: 'Both.' };
    const table = {
      'The weights are off by up to {0}, and should be by less than {1}. {2}': '{1} < {0}: {2}',
      'an unknown amount': '?',
      'Go on.': '继续。',
      'Both.': '两者。',
    };
    const { t } = wordsOf('zh-cn', table);
    expect(judge(check, train(fit([1], null)), t).missing).toEqual(['0.1 < ?: 继续。']);
    expect(judge(check, train(fit([1], [0.01])), t).text).toBe('两者。');
  });

  it('says what was shown when nothing is missing', () => {
    expect(judge(check, print('ab'))).toEqual({
      exercise: '9.9.1',
      solved: true,
      text: 'Both.',
      missing: [],
      met: 2,
      wanted: 2,
    });
  });

  it.each([
    ['stopped', null, /stopped/],
    ['timeout', null, /time limit/],
    ['error', 'ValueError', /ended with ValueError/],
  ] as const)('of a run that ended %s says so, whatever it had printed', (status, type, text) => {
    const error = type && { type, message: '', line: 1, column: 1, traceback: '', frames: [] };
    const verdict = judge(check, { ...print('ab'), status, error });
    expect(verdict.solved).toBe(false);
    expect(verdict.text).toMatch(text);
  });
});

describe('printed numbers', () => {
  it.each<[string, readonly number[]]>([
    ['loss: 3', [3]],
    ['loss: -1.5e-3 and more', [-0.0015]],
    ['loss: inf\nloss: -inf', [Infinity, -Infinity]],
    ['loss: nan', [NaN]],
    ['loss: .5, loss:7.', [0.5, 7]],
    ['loss: 3rd', []],
    ['loss: tensor(3)', []],
    ['gain: 3', []],
  ])('%j', (stdout, numbers) => {
    expect(printedNumbers({ stdout }, 'loss:')).toEqual(numbers);
  });

  it('are judged by the last one; a line that is gone is asked for', () => {
    const want = saying(wantPrinted('loss:', (value) => value < 1, '{0} is too much.'));
    expect(want(print('loss: 5\nloss: 0.5'))).toBeNull();
    expect(want(print('loss: 0.5\nloss: 5'))).toBe('5 is too much.');
    expect(want(print('nothing'))).toMatch(/prints no "loss"/);
    expect(want(print('loss: nan'))).toBe('nan is too much.');
  });
});

describe('weights and losses', () => {
  it('take the worst element, and NaN for the worst of all', () => {
    expect(largestError(fit([1], [0.1, -0.4]))).toBe(0.4);
    expect(largestError(fit([1], [0.1, 'nan']))).toBe(Infinity);
    expect(largestError(fit([1], null))).toBeNull();
  });

  it.each<[string, Real[], boolean]>([
    ['falls', [3, 2, 1], false],
    ['grows a little', [3, 3.1], false],
    ['doubles at most', [3, 6], false],
    ['grows', [3, 9], true],
    ['grows on the way only', [3, 9, 1], false],
    ['was infinite on the way', [3, 'inf', 1], true],
    ['is infinite', [3, 'inf'], true],
    ['is no number', ['nan'], true],
  ])('a validation loss that %s', (_, values, expected) => {
    expect(diverged(fit(values, [0]))).toBe(expected);
  });

  it('want the last fit learned, or any fit to be such', () => {
    const want = saying(wantLearned(0.1, 'Go on.'));
    expect(want(train(fit([1], [5]), fit([1], [0.05])))).toBeNull();
    expect(want(train(fit([1], [0.05]), fit([1], [5])))).toBe(
      'The weights are off by up to 5, and should be by less than 0.1. Go on.',
    );
    expect(want(RESULT)).toMatch(/Nothing was trained/);
    expect(want(train(fit([1], null)))).toMatch(/unknown/);
    expect(saying(wantSomeFit(diverged, 'None.'))(train(fit([1], [0]), fit(['inf'], [0])))).toBeNull();
    expect(saying(wantSomeFit(diverged, 'None.'))(train(fit([1], [0])))).toBe('None.');
    expect(saying(wantSomeFit(diverged, 'None.'))(RESULT)).toMatch(/Nothing was trained/);
    expect(saying(wantLearned(0.1, 'Go on.'))(train(fit([1], [0.1])))).toMatch(/off by up to 0.1,/);
  });

  it('want a number of fits', () => {
    const want = saying(wantFits(2, '{0} is one too few.'));
    expect(want(train(fit([1], [0])))).toBe('1 is one too few.');
    expect(want(train(fit([1], [0]), fit([1], [0])))).toBeNull();
  });
});

describe('the shape of a loss', () => {
  const lossesOf = (loss: (error: number) => number) =>
    print([1, 2, 4].map((error) => `loss of an error of ${error}: ${loss(error).toFixed(4)}\n`).join(''));
  const want = saying(wantLinear([1, 2, 4], 'No.'));

  it.each<[string, (error: number) => number, string | null]>([
    ['|e|', (e) => e, null],
    ['a sum of 32', (e) => 32 * e, null],
    ['with a constant', (e) => e + Math.log(2), null],
    ['squared', (e) => e ** 2 / 2, 'No.'],
    ['constant', () => 1, 'No.'],
    ['shrinking', (e) => -e, 'No.'],
  ])('%s', (_, loss, expected) => {
    expect(want(lossesOf(loss))).toBe(expected);
  });

  it('squared means four times as much for twice the error', () => {
    expect(saying(wantQuadratic([1, 2], 'No.'))(lossesOf((e) => 7 * e ** 2))).toBeNull();
    expect(saying(wantQuadratic([1, 2], 'No.'))(lossesOf((e) => e))).toBe('No.');
  });
});

describe('figures', () => {
  const figure: Figure = {
    series: [{ kind: 'line', label: 'w', x: [5, 100, 10_000], y: [1, 2, 3] }],
    title: '',
    xlabel: '',
    ylabel: '',
    xscale: 'log',
    yscale: 'linear',
    xlim: null,
    ylim: null,
  };

  it('are asked for, and looked at', () => {
    const want = saying(wantFigure(({ xscale }) => xscale === 'log', 'Not logarithmic.'));
    expect(want(RESULT)).toMatch(/Nothing is plotted/);
    expect(want({ ...RESULT, figures: [{ ...figure, xscale: 'linear' }] })).toBe('Not logarithmic.');
    expect(want({ ...RESULT, figures: [figure] })).toBeNull();
    expect(curvesWith(figure, 3)).toHaveLength(1);
    expect(curvesWith(figure, 4)).toHaveLength(0);
    expect(spans(figure.series[0]!, 10, 10_000)).toBe(true);
    expect(spans(figure.series[0]!, 1, 10_000)).toBe(false);
  });
});

describe("the workbook's checks", () => {
  it('have each number once, and none is met by a run that shows nothing', () => {
    expect(new Set(checks.map(({ exercise }) => exercise)).size).toBe(checks.length);
    for (const check of checks) expect(judge(check, RESULT).solved, check.exercise).toBe(false);
  });
});
