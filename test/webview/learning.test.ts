/** The model while it learns: the picture, the weights and the scrubber through the steps; and what pauses it. */
import { expect, it } from 'vitest';
import type { Examples, RunEvent, Spread, TrainingStep } from '../../src/training/protocol/protocol.ts';
import { learnedFigure, learnedSentence } from '../../src/webview/ui/learning/learned-figure.ts';
import { spreadFigures } from '../../src/webview/ui/learning/spread-figures.ts';
import { after, ended, fitEvents, started } from './fake-feed.ts';
import { openPage, settled } from './page.ts';

const SPREAD: Spread = { least: -1, most: 1, mean: 0, notFinite: 0, histogram: [1, 2, 4, 1] };

function stepAt(step: number, change: Partial<TrainingStep> = {}): TrainingStep {
  const weight = {
    name: 'w',
    shape: [2, 1],
    values: SPREAD,
    gradient: SPREAD,
    gradientNorm: 0.5,
    elements: [step, -1],
  };
  return {
    step,
    x: step / 10,
    loss: 1 / (step + 1),
    gradientNorm: 0.5,
    weights: [weight],
    more: 0,
    learned: [0, step, 1],
    ...change,
  };
}

const CURVE: Examples = {
  kind: 'curve',
  x: [0, 1, 2],
  y: [],
  across: [0, 1],
  up: [],
  truth: [0.5, 0.7],
  classes: 0,
  boundary: null,
};

function learned(steps: readonly TrainingStep[], every = 1): RunEvent[] {
  const [begun, ...others] = fitEvents();
  const told = steps.map((step): RunEvent => ({ type: 'step', run: 1, fit: 0, every, step }));
  return [
    started(),
    begun!,
    { type: 'examples', run: 1, fit: 0, examples: CURVE },
    ...told,
    ...others,
    ended(),
  ];
}

function unfold(section: HTMLElement): Promise<void> {
  section.querySelector('details')!.open = true;
  return settled();
}

it('is folded, tells the editor when it is unfolded, and then shows the newest step', async () => {
  const page = openPage();
  await page.show(after(learned([stepAt(0), stepAt(1), stepAt(2)])));
  const section = page.section('learning');
  expect([section.hidden, section.querySelector('details')!.open]).toEqual([false, false]);
  await unfold(section);
  expect(page.sent).toContainEqual({ type: 'watchTraining', wanted: true });
  const scrubber = section.querySelector<HTMLInputElement>('input[type=range]')!;
  expect([scrubber.max, scrubber.value]).toEqual(['2', '2']);
  expect(scrubber.getAttribute('aria-valuetext')).toBe('epoch 0.2: loss 0.333, gradient norm 0.5');
  expect(section.querySelector('.sentence')?.textContent).toBe(
    'The learned function over its input, from 0 to 2, through 2 examples.',
  );
  expect([...section.querySelectorAll('tbody tr')].map((one) => one.textContent)).toEqual(['w 2×1−1 … 10.5']);
});

it('goes back to an earlier step, and stays there', async () => {
  const page = openPage();
  await page.show(after(learned([stepAt(0), stepAt(1), stepAt(2)])));
  const section = page.section('learning');
  await unfold(section);
  const scrubber = section.querySelector<HTMLInputElement>('input[type=range]')!;
  scrubber.value = '1';
  scrubber.dispatchEvent(new Event('input'));
  await settled();
  expect(scrubber.getAttribute('aria-valuetext')).toMatch(/^epoch 0\.1: loss 0\.5/);
  const same = learned([stepAt(0), stepAt(1), stepAt(2), stepAt(3)]);
  await page.show(after(same));
  expect(scrubber.max).toBe('3');
});

it('keeps every second step once the engine says so, and the first', () => {
  const steps = [0, 1, 2, 3].map((step) => stepAt(step));
  const events = learned(steps);
  const more = events.toSpliced(-1, 0, { type: 'step', run: 1, fit: 0, every: 2, step: stepAt(4) });
  const kept = after(more).results.fits[0]?.steps?.steps.map(({ step }) => step);
  expect(kept).toEqual([0, 2, 4]);
});

it.each([
  ['curve', CURVE, ['scatter', 'line']],
  [
    'plane',
    { ...CURVE, kind: 'plane', x: [0, 1], y: [0, 1], up: [0, 1], truth: [0, 1], boundary: 0.5 },
    ['contour', 'contour', 'contour', 'scatter', 'scatter'],
  ],
  [
    'regions',
    { ...CURVE, kind: 'regions', x: [0, 1], y: [0, 1], up: [0, 1], truth: [0, 2], classes: 3 },
    ['image', 'scatter', 'scatter'],
  ],
  ['values', { ...CURVE, kind: 'values', x: [], across: [] }, ['scatter', 'line']],
  ['labels', { ...CURVE, kind: 'labels', x: [], across: [], truth: [], classes: 2 }, ['image']],
] as const)('draws a %s', (_kind, examples, kinds) => {
  const step = stepAt(1, { learned: [0, 1, 1, 0] });
  expect(learnedFigure(examples, step)?.series.map(({ kind }) => kind)).toEqual(kinds);
  expect(learnedSentence(examples, step)).toMatch(/\.$/);
});

it('draws nothing of a model that cannot be evaluated', () => {
  expect(learnedFigure(CURVE, stepAt(0, { learned: [] }))).toBeNull();
});

it('maps how a weight and its gradient are spread through the steps', () => {
  const figures = spreadFigures([stepAt(0), stepAt(1)], 'w', 'epoch');
  expect(figures.map(({ title, series: [image] }) => [title, image?.columns])).toEqual([
    ['values', 2],
    ['gradient', 2],
  ]);
  expect(spreadFigures([stepAt(0)], 'w', 'epoch')).toEqual([]);
});

it('pauses a training, and lets it go on by minibatches and epochs', async () => {
  const page = openPage();
  const [begun] = fitEvents();
  await page.show(after([started(), begun!]));
  const shown = (): string[] =>
    [...page.root.querySelectorAll<HTMLElement>('.training-buttons > *')]
      .filter(({ hidden }) => !hidden)
      .map((one) => one.getAttribute('aria-label') ?? '');
  expect(shown()).toEqual(['Pause']);
  page.press('Pause');
  expect(page.sent).toContainEqual({ type: 'trainOn', how: 'pause' });
  await page.show(after([started(), begun!, { type: 'paused', run: 1 }]));
  expect(shown()).toEqual(['Continue', 'Step', 'Epoch']);
});
