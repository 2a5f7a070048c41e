/**
 * Fifty programs that draw, compared as numbers with what matplotlib makes of them (`scripts/record-figures.py`): limits,
 * ticks and their words, places of axes, bars, levels, colours, legends and colour bars.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Colorbar, Figure, Real, Series, Ticks } from '../../src/training/protocol/protocol.ts';
import type { Session } from '../../src/training/threads/session.ts';
import { colorMap, partsOf } from '../../src/webview/ui/figures/color-map.ts';
import { each } from '../../src/webview/ui/figures/domain.ts';
import { dataRatio } from '../../src/webview/ui/figures/layout.ts';
import { anchorOf } from '../../src/webview/ui/figures/picture.ts';
import { toNumber } from '../../src/webview/ui/numbers.ts';
import { openSession, run } from './engine.ts';

interface RecordedTicks {
  readonly at: readonly number[];
  readonly words: readonly string[];
  readonly offset: string;
}

/** What `axes_of` of the recording script wrote down. */
interface RecordedAxes {
  readonly xlim: readonly [number, number];
  readonly ylim: readonly [number, number];
  readonly position: readonly [number, number, number, number];
  readonly title: string;
  readonly colorbar: boolean;
  readonly xticks: RecordedTicks;
  readonly yticks: RecordedTicks;
  readonly lines: readonly (readonly [color: string, style: string, marker: string])[];
  readonly bars: readonly (readonly number[])[];
  readonly faces: readonly string[];
  readonly levels: readonly (readonly number[])[];
  readonly 'band colors': readonly (readonly string[])[];
  readonly points: readonly (readonly string[])[];
  readonly legend?: readonly string[];
  readonly 'legend title'?: string;
}

const folder = path.resolve(import.meta.dirname, '../figures');
const recorded = JSON.parse(readFileSync(path.join(folder, 'recorded.json'), 'utf8')) as Readonly<
  Record<string, readonly (readonly RecordedAxes[])[]>
>;
const names = readdirSync(path.join(folder, 'programs')).map((name) => name.replace('.py', ''));

let session: Session;
const drawn = new Map<string, Promise<readonly Figure[]>>();

beforeAll(() => {
  session = openSession();
});

afterAll(() => session.dispose());

/** All axes of a program in matplotlib's order: those drawn over others after them. */
function axesOf(name: string): Promise<readonly Figure[]> {
  const known = drawn.get(name) ?? drawAll(name);
  drawn.set(name, known);
  return known;
}

async function drawAll(name: string): Promise<readonly Figure[]> {
  const { error, figures } = await run(
    session,
    readFileSync(path.join(folder, `programs/${name}.py`), 'utf8'),
  );
  expect(error?.traceback ?? '').toBe('');
  return figures.flatMap((figure) => [figure, ...(figure.twins ?? [])]);
}

function pairs(name: string, ours: readonly Figure[]): readonly (readonly [Figure, RecordedAxes])[] {
  const theirs = (recorded[name] ?? []).flat().filter(({ colorbar }) => !colorbar);
  expect(ours.length).toBe(theirs.length);
  return ours.map((figure, index) => [figure, theirs[index]!]);
}

const flat = (values: readonly Real[] | undefined): number[] => (values ?? []).map(toNumber);

function expectNear(ours: readonly number[], theirs: readonly number[]): void {
  expect(ours).toHaveLength(theirs.length);
  const size = Math.max(...theirs.map(Math.abs), 1e-300);
  theirs.forEach((value, index) => expect(Math.abs((ours[index] ?? NaN) - value) / size).toBeLessThan(1e-6));
}

function expectTicks(ours: Ticks | undefined, theirs: RecordedTicks): void {
  expectNear(flat(ours?.at), theirs.at);
  expect(ours?.labels ?? []).toEqual(theirs.words);
  expect(ours?.offset ?? '').toBe(theirs.words.every((words) => words === '') ? '' : theirs.offset);
}

const CYCLE = '1f77b4 ff7f0e 2ca02c d62728 9467bd 8c564b e377c2 7f7f7f bcbd22 17becf'.split(' ');
const NAMED: Readonly<Record<string, string>> = {
  black: '000000',
  white: 'ffffff',
  red: 'ff0000',
  green: '008000',
  blue: '0000ff',
  gray: '808080',
};

/** `#rrggbb` of a colour as series carry it. */
function hex(color: string | undefined): string {
  const turn = /^C(\d)$/.exec(color ?? '')?.[1];
  return turn === undefined
    ? color?.startsWith('#')
      ? color
      : `#${NAMED[color ?? ''] ?? color}`
    : `#${CYCLE[Number(turn)]}`;
}

function expectColor(ours: string, theirs: string): void {
  const [a, b] = [partsOf(ours), partsOf(theirs)];
  expect(Math.max(...a.map((part, index) => Math.abs(part - (b[index] ?? 999))))).toBeLessThanOrEqual(2);
}

/** Left, lower edge, width and height of each bar. */
function barsOf({ kind, x, y, widths, bases, horizontal }: Series): readonly (readonly number[])[] {
  if (kind !== 'bar') return [];
  const [sizes, starts] = [each(widths, x.length, 0.8), each(bases, x.length, 0)];
  return x.map((place, index) => {
    const [size, start, length] = [sizes[index]!, starts[index]!, toNumber(y[index]!)];
    const low = toNumber(place) - size / 2;
    return horizontal === true ? [start, low, length, size] : [low, start, size, length];
  });
}

const isSpatial = (figure: Figure): boolean => figure.projection === '3d';

describe.each(names)('%s', (name) => {
  test('shows the same part of the numbers, with the same marks', async () => {
    for (const [ours, theirs] of pairs(name, await axesOf(name))) {
      expect(ours.title).toBe(theirs.title);
      if (isSpatial(ours) || ours.layout === 'tight') continue;
      expectNear(flat(ours.xlim ?? []), theirs.xlim);
      expectNear(flat(ours.ylim ?? []), theirs.ylim);
      if (ours.axis === 'off') continue;
      if (!('shares' in ours && ours.shares === 'x')) expectTicks(ours.xticks, theirs.xticks);
      expectTicks(ours.yticks, theirs.yticks);
    }
  });

  test('stands where matplotlib puts it', async () => {
    for (const [ours, theirs] of pairs(name, await axesOf(name))) {
      if (ours.layout === 'tight') continue;
      const [left, bottom, width, height] = flat(ours.position) as [number, number, number, number];
      const [w, h] = flat(ours.size) as [number, number];
      const ratio = (dataRatio(ours) ?? (height * h) / (width * w)) * (w / h);
      const shown = Math.min(width, height / ratio);
      const [across, down] = anchorOf(ours);
      const x = left + (width - shown) * across;
      const y = bottom + (height - shown * ratio) * (1 - down);
      const box = [x, y, shown, shown * ratio];
      if (!isSpatial(ours)) expectNear(box, theirs.position);
    }
  });

  test('has the same bars, levels and colours', async () => {
    for (const [ours, theirs] of pairs(name, await axesOf(name))) {
      const bars = ours.series.flatMap(barsOf);
      if (bars.length > 0) expectNear(bars.flat(), theirs.bars.flat());
      const contours = ours.series.filter(({ kind }) => kind === 'contour');
      contours.forEach((series, index) => {
        expectNear(flat(series.levels), theirs.levels[index] ?? []);
        if (series.ramp === undefined) return;
        const levels = flat(series.levels);
        const middles = levels.slice(1).map((level, at) => (level + levels[at]!) / 2);
        const map = colorMap({ vmin: levels[0]!, vmax: levels.at(-1)!, ...series }, []);
        const shown = (series.filled === true ? middles : levels).map((value) => map(value) ?? '');
        shown.forEach((color, at) => expectColor(color, theirs['band colors'][index]?.[at] ?? ''));
      });
      if (isSpatial(ours)) continue;
      const lines = ours.series.filter(
        ({ kind, frame, x }) => kind === 'line' && frame !== true && x.length > 0,
      );
      for (const [color] of theirs.lines.filter(
        ([, style, marker]) => style !== 'None' || !'None_|'.includes(marker),
      ))
        expect(lines.map((series) => hex(series.color).slice(0, 7))).toContain(color.slice(0, 7));
      const scatter = ours.series.find(({ kind, values }) => kind === 'scatter' && values !== undefined);
      if (scatter === undefined) continue;
      const map = colorMap(scatter, scatter.values ?? []);
      theirs.points[0]?.forEach((color, at) => expectColor(map(toNumber(scatter.values![at]!)) ?? '', color));
    }
  });

  test('names the same in its legend, and explains the same colours', async () => {
    const ours = await axesOf(name);
    for (const [figure, theirs] of pairs(name, ours)) {
      expect(figure.legend?.entries.map(({ label }) => label)).toEqual(theirs.legend);
      expect(figure.legend?.title ?? '').toBe(theirs['legend title'] ?? '');
    }
    const bars = ours.flatMap(({ colorbars = [] }): readonly Colorbar[] => colorbars);
    const theirs = (recorded[name] ?? []).flat().filter(({ colorbar }) => colorbar);
    expect(bars).toHaveLength(theirs.length);
    bars.forEach((bar, index) => {
      const axes = theirs[index]!;
      expectNear([toNumber(bar.vmin), toNumber(bar.vmax)], bar.horizontal === true ? axes.xlim : axes.ylim);
      expectTicks(bar.ticks, bar.horizontal === true ? axes.xticks : axes.yticks);
    });
  });
});
