/** What `plt` and `d2l.plot` tell of a figure. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Figure, Series } from '../../src/training/protocol/protocol.ts';
import type { Session } from '../../src/training/threads/session.ts';
import { openSession, run } from './engine.ts';

let session: Session;

beforeAll(() => {
  session = openSession();
});

afterAll(() => session.dispose());

async function outcomeOf(program: string) {
  const head = 'import torch\nfrom d2l import torch as d2l\nfrom matplotlib import pyplot as plt\n';
  return run(session, head + program);
}

async function figuresOf(program: string): Promise<readonly Figure[]> {
  const { error, figures } = await outcomeOf(program);
  expect(error?.traceback ?? '').toBe('');
  return figures;
}

async function seriesOf(program: string): Promise<readonly Series[]> {
  return (await figuresOf(program)).flatMap(({ series }) => series);
}

describe('colours', () => {
  test('are given out in turn, lines and filled things each by themselves', async () => {
    const series = await seriesOf(
      'plt.plot([1, 2])\nplt.plot([2, 3], "r")\nplt.scatter([1], [1])\nplt.plot([3, 4])',
    );
    expect(series.map(({ color, format }) => color ?? format)).toEqual(['C0', 'red', 'C0', 'C1']);
  });

  test.each([
    ['"tab:orange"', 'C1', undefined],
    ['"C12"', 'C2', undefined],
    ['"#FF8800"', '#ff8800', undefined],
    ['"#f80c"', '#ff8800', 0.8],
    ['"0.5"', '#808080', undefined],
    ['(1, 0, 0.2, 0.5)', '#ff0033', 0.5],
    ['"Orange"', 'orange', undefined],
  ])('%s is %s', async (given, color, alpha) => {
    const [line] = await seriesOf(`plt.plot([1, 2], color=${given})`);
    expect([line?.color, line?.alpha]).toEqual([color, alpha]);
  });

  test('that are none are refused', async () => {
    const { error } = await outcomeOf('plt.plot([1, 2], color="no-colour")');
    expect(error).toMatchObject({
      type: 'ValueError',
      message: "'no-colour' is not a valid value for color",
      line: 4,
    });
  });
});

describe('lines and points', () => {
  test('keep marker, line, width and transparency', async () => {
    const [line] = await seriesOf('plt.plot([1, 2], "o--", lw=3, alpha=0.5, label="a")');
    expect(line).toMatchObject({ format: 'o--', linewidth: 3, alpha: 0.5, color: 'C0', label: 'a' });
  });

  test('a scatter keeps sizes and numbers as colours', async () => {
    const [points] = await seriesOf(
      'plt.scatter([1, 2], [3, 4], s=[9, 16], c=[0.1, 0.2], cmap="magma", vmin=0)',
    );
    expect(points).toMatchObject({ sizes: [9, 16], values: [0.1, 0.2], cmap: 'magma', vmin: 0 });
  });

  test('lines through all of the axes end at infinity', async () => {
    const series = await seriesOf('plt.plot([1, 2])\nplt.axhline(1)\nplt.axvspan(0, 1, alpha=0.2)');
    expect(series[1]).toMatchObject({ x: ['-inf', 'inf'], y: [1, 1] });
    expect(series[2]).toMatchObject({ kind: 'area', x: [0, 1, 1, 0], y: ['-inf', '-inf', 'inf', 'inf'] });
  });

  test('an area between curves is left out where it should be', async () => {
    const [area] = await seriesOf(
      'plt.fill_between([0, 1, 2, 3], [1, 1, 1, 1], where=[True, True, False, True])',
    );
    expect(area).toMatchObject({ x: [0, 1, 1, 0, 'nan', 3, 3], y: [1, 1, 0, 0, 'nan', 1, 0] });
  });

  test('errors are in the colour of their curve', async () => {
    const [curve, errors] = await seriesOf('plt.errorbar([1, 2], [3, 4], yerr=[0.5, 1], fmt="s")');
    expect(curve).toMatchObject({ format: 's', color: 'C0' });
    expect(errors).toMatchObject({ x: [1, 1, 'nan', 2, 2], y: [2.5, 3.5, 'nan', 3, 5], color: 'C0' });
  });

  test('words stand at their point, and arrows lead to another', async () => {
    const series = await seriesOf(
      'plt.annotate("top", xy=(1, 2), xytext=(3, 4), arrowprops=dict(arrowstyle="->"))',
    );
    expect(series).toMatchObject([
      { kind: 'arrow', x: [3], y: [4], x2: [1], y2: [2] },
      { kind: 'text', x: [3], y: [4], texts: ['top'] },
    ]);
  });
});

describe('bars', () => {
  test('of names have these below them', async () => {
    const [figure] = await figuresOf('plt.bar(["a", "b"], [3, 4], width=0.5, bottom=1, color=["r", "g"])');
    expect(figure?.xticks).toEqual({ at: [0, 1], labels: ['a', 'b'] });
    expect(figure?.series[0]).toMatchObject({
      x: [0, 1],
      y: [3, 4],
      widths: [0.5],
      bases: [1],
      colors: ['red', 'green'],
    });
  });

  test('of a histogram are as wide as its intervals', async () => {
    const [bars] = await seriesOf(
      'counts, bounds, _ = plt.hist([0, 1, 1, 2, 4], bins=2)\nprint(counts, bounds)',
    );
    expect(bars).toMatchObject({ x: [1, 3], y: [3, 2], widths: [2] });
  });

  test('of several groups stand side by side', async () => {
    const series = await seriesOf('plt.hist([[0, 1], [1, 1]], bins=[0, 1, 2], label=["a", "b"])');
    const rounded = (places: readonly unknown[]) => places.map((place) => Number(Number(place).toFixed(9)));
    expect(series.map(({ label, x, y }) => [label, rounded(x), y])).toEqual([
      ['a', [0.3, 1.3], [1, 1]],
      ['b', [0.7, 1.7], [0, 2]],
    ]);
  });

  test('of a density cover an area of one', async () => {
    const [bars] = await seriesOf('plt.hist([0, 1, 1, 2, 4], bins=4, density=True)');
    expect(bars?.y.reduce<number>((sum, height) => sum + Number(height), 0)).toBeCloseTo(1, 12);
  });

  test('lie down', async () => {
    const [bars] = await seriesOf('plt.barh([1, 2], [3, 4])');
    expect(bars).toMatchObject({ x: [1, 2], y: [3, 4], horizontal: true });
  });
});

describe('grids', () => {
  test('an image keeps its values, or its colours as bytes', async () => {
    const [values, colours] = await seriesOf(
      'plt.imshow([[0, 1], [2, 3]], cmap="gray")\nplt.show()\nplt.imshow(torch.tensor([[[0.0, 0.5, 1.0]]]))',
    );
    expect(values).toMatchObject({
      y: [0, 1, 2, 3],
      columns: 2,
      cmap: 'gray',
      extent: [-0.5, 1.5, 1.5, -0.5],
    });
    expect(colours).toMatchObject({ y: [0, 128, 255], columns: 1, channels: 3 });
  });

  test('with the origin below, the last row is on top', async () => {
    const [image] = await seriesOf('plt.imshow([[0, 1], [2, 3]], origin="lower")');
    expect(image).toMatchObject({ y: [2, 3, 0, 1], extent: [-0.5, 1.5, -0.5, 1.5] });
  });

  test('contours carry the grid and their levels', async () => {
    const [contours] = await seriesOf(
      'x, y = torch.meshgrid(torch.tensor([0., 1., 2.]), torch.tensor([0., 2.]), indexing="xy")\nplt.contour(x, y, x + y, levels=[1, 2], colors="#112233")',
    );
    expect(contours).toMatchObject({
      kind: 'contour',
      x: [0, 1, 2],
      y: [0, 2],
      columns: 3,
      levels: [1, 2],
      color: '#112233',
    });
    expect(contours?.values).toEqual([0, 1, 2, 2, 3, 4]);
  });

  test('a turned grid keeps all of its points', async () => {
    const [contours] = await seriesOf(
      'x, y = torch.meshgrid(torch.tensor([0., 1., 2.]), torch.tensor([0., 2.]), indexing="ij")\nplt.contour(x, y, x + y)',
    );
    expect(contours).toMatchObject({ x: [0, 0, 1, 1, 2, 2], y: [0, 2, 0, 2, 0, 2], columns: 2 });
  });

  test('a surface is seen as matplotlib looks at it, the walls of its box apart', async () => {
    const [figure] = await figuresOf(
      'x, y = torch.meshgrid(torch.arange(3.), torch.arange(3.), indexing="ij")\n' +
        'ax = plt.figure().add_subplot(111, projection="3d")\nax.plot_surface(x, y, x * y)',
    );
    expect(figure).toMatchObject({ projection: '3d', axis: 'off', aspect: 'equal' });
    expect(figure?.series.filter(({ frame }) => frame !== true).map(({ kind }) => kind)).toEqual(['area']);
    expect(figure?.series.filter(({ kind, frame }) => kind === 'area' && frame === true)).toHaveLength(3);
  });
});

describe('axes', () => {
  test('of one figure know their places', async () => {
    const figures = await figuresOf(
      'fig, axes = plt.subplots(1, 2)\naxes[0].plot([1, 2])\naxes[1].plot([2, 1])\nfig.suptitle("both")\nplt.show()\nplt.plot([1, 2])',
    );
    expect(figures.map(({ subplot }) => subplot)).toEqual([
      { figure: 1, rows: 1, columns: 2, index: 1, title: 'both' },
      { figure: 1, rows: 1, columns: 2, index: 2, title: 'both' },
      undefined,
    ]);
  });

  test('keep ticks, direction, unit and whether they are shown', async () => {
    const [figure] = await figuresOf(
      'plt.plot([1, 2])\nplt.xticks([0, 1], ["a", "b"])\nplt.gca().invert_yaxis()\nplt.axis("equal")\nplt.axis("off")',
    );
    expect(figure).toMatchObject({
      xticks: { at: [0, 1], labels: ['a', 'b'] },
      axis: 'off',
    });
  });

  test('refuse words that do not fit the ticks', async () => {
    const { error } = await outcomeOf('plt.plot([1, 2])\nplt.xticks([0, 1], ["a"])');
    expect(error).toMatchObject({ type: 'ValueError', line: 5 });
  });
});
