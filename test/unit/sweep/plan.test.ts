import { describe, expect, it } from 'vitest';
import { readBlocks } from '../../../src/exercises/blocks.ts';
import { planRun } from '../../../src/exercises/plan.ts';
import { planSweep } from '../../../src/sweep/plan.ts';
import { valueWith, type SweepRequest } from '../../../src/sweep/model.ts';

const CODE = `# %% Set-up
w = torch.tensor([2, -3.4])

# %% [3.4.6] Rates
fit(lr=0.03, epochs=3)
`;
const plan = planRun(readBlocks(CODE, 'python', 'a.py'), { exercise: '3.4.6' });

function sources(request: Partial<SweepRequest>, overrides = {}, seed = 0): readonly string[] {
  const whole = { key: 'fit.lr', element: null, values: [0.1, 1], seeds: 1, ...request };
  return planSweep(plan, overrides, whole, seed).map(({ at, seed: own, cells }) =>
    [at, own, ...cells.map(({ source }) => source.trim())].join('|'),
  );
}

describe('the runs of a sweep', () => {
  it('execute the set-up and the exercise, with the value in place', () => {
    expect(sources({})).toEqual([
      '0|0|w = torch.tensor([2, -3.4])|fit(lr=0.1, epochs=3)',
      '1|0|w = torch.tensor([2, -3.4])|fit(lr=1.0, epochs=3)',
    ]);
  });

  it('run all values with the first seed first; seeds begin anew after the last one', () => {
    const runs = sources({ seeds: 2 }, {}, 2 ** 32 - 1).map((run) => run.split('|').slice(0, 2).join());
    expect(runs).toEqual(['0,4294967295', '1,4294967295', '0,0', '1,0']);
  });

  it('keep the other overrides, and replace that of the parameter', () => {
    expect(sources({}, { 'fit.lr': 5, 'fit.epochs': 9 })[0]).toContain('fit(lr=0.1, epochs=9)');
  });

  it('replace one element of a vector, of the override where there is one', () => {
    expect(sources({ key: 'w', element: 1, values: [0, 7] })[1]).toContain('torch.tensor([2, 7.0])');
    expect(sources({ key: 'w', element: 0, values: [0, 7] }, { w: [1, 5] })[1]).toContain(
      'torch.tensor([7, 5.0])',
    );
    expect(valueWith({ value: [1, 2] }, null, { element: 1 }, 3)).toEqual([1, 3]);
  });

  it.each([
    [{ key: 'fit.gone' }, 'no parameter "fit.gone" any more'],
    [{ element: 0 }, '"fit.lr" has no elements'],
    [{ key: 'w' }, 'Choose one of the elements w[0] to w[1]'],
    [{ key: 'w', element: 2 }, 'Choose one of the elements'],
    [{ seeds: 101 }, '202 runs are too many: 200 at most'],
  ])('%j cannot be planned', (request, message) => {
    expect(() => sources(request)).toThrow(message);
  });
});
