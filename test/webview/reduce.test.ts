import { describe, expect, it } from 'vitest';
import type { PointsMessage } from '../../src/training/protocol/protocol.ts';
import { reduce } from '../../src/run-model/reduce.ts';
import { MAX_POINTS } from '../../src/run-model/fit.ts';
import { shownResults } from '../../src/run-model/shown-results.ts';
import { MAX_FIGURES, isValueOf, panelParameters, type PanelState } from '../../src/run-model/state.ts';
import { MAX_OUTPUT } from '../../src/run-model/output.ts';
import { ERROR, FRESH, PLANCK, WEIGHTS, after, ended, fitEnded, fitEvents, started } from './fake-feed.ts';

function points(values: readonly (number | 'inf' | 'nan')[], from = 0): PointsMessage {
  const curve = values.map((y, index) => [from + index, y] as const);
  return { type: 'points', run: 1, fit: 0, curves: [{ label: 'train_loss', points: curve }] };
}

function curveOf(state: PanelState) {
  const curve = state.results.fits[0]?.curves[0];
  if (curve === undefined) throw new Error('no curve');
  return curve;
}

describe('a run', () => {
  it('goes from started over its fits to ended', () => {
    const running = after([started(), ...fitEvents()]);
    expect(running.status).toBe('running');
    expect(running.results.fits).toHaveLength(1);
    expect(running.results.fits[0]).toMatchObject({
      model: 'LinearRegressionScratch',
      completed: 5,
      weights: WEIGHTS,
    });
    expect(running.results.fits[0]?.curves.map(({ count }) => count)).toEqual([10, 5]);
    const done = after([ended()], running);
    expect(done).toMatchObject({ status: 'ok', results: { milliseconds: 7.9, backend: 'js' } });
    expect(done.lastGood).toBe(done.results);
  });

  it('drops what belongs to another run', () => {
    const state = after([started(2)]);
    expect(reduce(state, points([1, 2]))).toBe(state);
    expect(reduce(state, ended())).toBe(state);
  });

  it('leaves the state it was given untouched', () => {
    const state = after([started(), points([3, 2])]);
    const copy = structuredClone(state);
    after([points([1], 2), fitEnded(), ended()], state);
    expect(state).toEqual(copy);
  });

  it('survives a round trip through JSON', () => {
    const state = after([
      started(),
      ...fitEvents(),
      points(['inf']),
      ended({ status: 'error', error: ERROR }),
    ]);
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });
});

describe('curves', () => {
  it('are bounded, evenly thinned without losing extremes, and still know their length, last point and divergence', () => {
    const total = 3 * MAX_POINTS + 5;
    const peaks = new Map([
      [7, 99],
      [4093, -50],
      [9001, 44],
      [total - 2, -60],
    ]);
    let state = after([started()]);
    for (let from = 0; from < total; from += 500) {
      const size = Math.min(500, total - from);
      const values = [...Array(size).keys()].map((index) =>
        from + index === 5001 ? 'inf' : (peaks.get(from + index) ?? 1 / (1 + from + index)),
      );
      state = reduce(state, points(values, from));
    }
    const curve = curveOf(state);
    expect(curve.points.length).toBeLessThanOrEqual(MAX_POINTS);
    expect(curve.points.length).toBeGreaterThanOrEqual(MAX_POINTS / 2);
    expect(curve.first).toEqual([0, 1]);
    expect(curve.count).toBe(total);
    expect(curve.last?.[0]).toBe(total - 1);
    expect(curve.diverged).toEqual([5001, 'inf']);
    const kept = [...curve.points, ...curve.open];
    for (const peak of peaks) expect(kept).toContainEqual(peak);
    const stretches = kept.map(([x]) => Math.floor(Number(x) / curve.stride));
    expect(stretches.slice(0, -curve.open.length)).toEqual(curve.points.map((_, index) => index >> 1));
  });

  it('remember only the first value that is not finite', () => {
    expect(curveOf(after([started(), points([1, 'inf', 'nan']), points(['nan'], 3)])).diverged).toEqual([
      1,
      'inf',
    ]);
  });

  it('come to their fit by its index, in whichever order fits begin', () => {
    const late: PointsMessage = { ...points([4]), fit: 2 };
    const state = after([started(), late, points([1])]);
    expect(state.results.fits.map((fit) => fit.curves[0]?.last?.[1])).toEqual([1, undefined, 4]);
  });
});

describe('output', () => {
  const output = (text: string, stream: 'stdout' | 'stderr' | 'displayed' = 'stdout') =>
    ({ type: 'output', run: 1, stream, text }) as const;

  it('joins what follows on the same stream', () => {
    const state = after([started(), output('a'), output('b'), output('!', 'stderr'), output('c')]);
    expect(state.results.outputs).toEqual([
      { stream: 'stdout', text: 'ab' },
      { stream: 'stderr', text: '!' },
      { stream: 'stdout', text: 'c' },
    ]);
  });

  const tail = (text: string, characters: number, lines: number) =>
    ({
      type: 'outputTail',
      run: 1,
      leftOut: { characters, lines },
      parts: [{ stream: 'stdout', text }],
    }) as const;

  it('keeps beginning and end of a flood, and how much is between', () => {
    const state = after([started(), output('first\n'), tail('n\n', 7, 1), tail('last\n', 40, 9)]);
    expect(state.results.outputs).toEqual([{ stream: 'stdout', text: 'first\n' }]);
    expect(state.results.outputTail).toEqual({
      leftOut: { characters: 40, lines: 9 },
      parts: [{ stream: 'stdout', text: 'last\n' }],
    });
    const done = after([output('42', 'displayed'), ended({ outputDropped: 40 })], state);
    expect(done.results.outputTail?.parts.at(-1)).toEqual({ stream: 'displayed', text: '42' });
    expect(done.results.outputDropped).toBe(40);
  });

  it('bounds what an engine sends beyond its limit, and counts it', () => {
    const state = after([started(), output('a\n'.repeat(MAX_OUTPUT)), output('b\n'.repeat(MAX_OUTPUT))]);
    const { outputs, outputTail } = state.results;
    expect(outputs[0]?.text).toBe('a\n'.repeat(MAX_OUTPUT / 2));
    expect(outputTail?.parts[0]?.text).toBe('b\n'.repeat(MAX_OUTPUT / 2));
    expect(outputTail?.leftOut).toEqual({ characters: 2 * MAX_OUTPUT, lines: MAX_OUTPUT });
  });

  it('keeps the newest figures', () => {
    const figures = [...Array(MAX_FIGURES + 2).keys()].map((index) => ({ ...PLANCK, title: String(index) }));
    const state = after([
      started(),
      ...figures.map((figure) => ({ type: 'figure', run: 1, figure }) as const),
    ]);
    expect(state.results.figures).toHaveLength(MAX_FIGURES);
    expect(state.results.figures.at(-1)?.title).toBe(String(MAX_FIGURES + 1));
  });
});

describe('what is shown', () => {
  const good = after([started(), ...fitEvents(), ended()]);

  it('keeps each part of the last good run until the new one has its own', () => {
    const withOutput = after([
      started(),
      ...fitEvents(),
      { type: 'output', run: 1, stream: 'stdout', text: 'old' },
      ended(),
    ]);
    const begun = after([started(2)], withOutput);
    expect(shownResults(begun).results).toMatchObject({
      fits: good.results.fits,
      outputs: [{ text: 'old' }],
    });
    const grown = after([{ ...points([1]), run: 2 }], begun);
    const { fits, outputs } = shownResults(grown).results;
    expect(fits[0]?.curves).toBe(grown.results.fits[0]?.curves);
    expect(fits[0]?.weights).toBe(WEIGHTS);
    expect(outputs).toBe(withOutput.results.outputs);
    const done = after([fitEnded(0, 2, []), ended({ run: 2 })], grown);
    expect(shownResults(done).results).toBe(done.results);
  });

  it('replaces the fits of the last good run one by one, and follows the one that trains', () => {
    const four = after([started(), ...[0, 1, 2, 3].flatMap((fit) => fitEvents(fit)), ended()]);
    expect(shownResults(four).newest).toBe(3);
    const again = after(
      [started(2), { ...points([1]), run: 2, fit: 0 }, { ...points([2]), run: 2, fit: 1 }],
      four,
    );
    const { results, newest } = shownResults(again);
    expect(newest).toBe(1);
    expect(results.fits[1]?.curves[0]?.last?.[1]).toBe(2);
    expect(results.fits.slice(2)).toEqual(four.results.fits.slice(2));
  });

  it.each(['SyntaxError', 'NameError', 'MemoryError', 'EngineError', 'DataFileMissingError'])(
    'stays the last good result after a %s',
    (type) => {
      const failed = after([started(2), ended({ run: 2, status: 'error', error: { ...ERROR, type } })], good);
      const { results, former } = shownResults(failed);
      expect(results).toMatchObject({ fits: good.results.fits, error: { type } });
      expect(former.fits).toBe(true);
    },
  );

  it.each(['stopped', 'timeout'] as const)(
    'stays where a run was %s before it brought anything',
    (status) => {
      const { results, former } = shownResults(after([started(2), ended({ run: 2, status })], good));
      expect([results.fits, former.fits]).toEqual([good.results.fits, true]);
    },
  );

  it('is what a run that failed, or was stopped, had trained until then, and stays after the next error', () => {
    for (const status of ['error', 'stopped', 'timeout'] as const) {
      const cut = after([started(2), { ...points([1]), run: 2 }, ended({ run: 2, status })], good);
      expect(shownResults(cut)).toMatchObject({ results: cut.results, former: { fits: false } });
      const failed = after([started(3), ended({ run: 3, status: 'error', error: ERROR })], cut);
      expect(shownResults(failed).results.fits).toBe(cut.results.fits);
    }
  });

  it('has the output of the run that failed beside the curves of the one before', () => {
    const printed = { type: 'output', run: 2, stream: 'stdout', text: 'so far' } as const;
    const failed = after([started(2), printed, ended({ run: 2, status: 'error', error: ERROR })], good);
    const { results, former } = shownResults(failed);
    expect(results.outputs).toEqual([{ stream: 'stdout', text: 'so far' }]);
    expect(former).toMatchObject({ fits: true, output: false });
  });

  it('has of a run whose thread was ended the weights of its last epoch', () => {
    const weights = [{ name: 'w', shape: [1], learned: [2], difference: [-1], gradient: null }];
    const lost = after([
      started(),
      { ...points([1]), run: 1 },
      { type: 'weights', run: 1, fit: 0, epoch: 3, weights },
      ended({ status: 'stopped' }),
    ]);
    expect(lost.results.fits[0]?.weights).toEqual([
      { name: 'w', shape: [1], learned: [2], true: [3], difference: [-1] },
    ]);
  });

  it('is the run itself when nothing good came before', () => {
    expect(shownResults(FRESH)).toEqual({
      results: FRESH.results,
      former: { fits: false, figures: false, output: false },
      newest: -1,
    });
  });
});

describe('parameters', () => {
  it('carry the override beside the value in the code', () => {
    const code = {
      key: 'SGD.lr',
      name: 'lr',
      group: 'SGD',
      kind: 'float',
      value: 0.03,
      block: 0,
      start: 0,
      end: 4,
      line: 7,
    } as const;
    const [shown] = panelParameters([code], { 'SGD.lr': 2 }, () => 'a.py');
    expect(shown).toEqual({
      key: 'SGD.lr',
      name: 'lr',
      group: 'SGD',
      kind: 'float',
      value: 0.03,
      override: 2,
      line: 7,
      document: 'a.py',
    });
    expect(panelParameters([code], {}, () => 'a.py')[0]?.override).toBeNull();
  });

  it.each([
    ['integer', 3, true],
    ['integer', 3.5, false],
    ['float', 3, true],
    ['float', '3', false],
    ['boolean', false, true],
    ['string', '', true],
    ['string', true, false],
    ['vector', [1, 2], true],
    ['vector', [], false],
    ['vector', 1, false],
  ] as const)('of kind %s take %j: %s', (kind, value, expected) => {
    expect(isValueOf(kind, value)).toBe(expected);
  });
});
