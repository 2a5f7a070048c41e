/** Two runs of the same code, on the built-in engine and on PyTorch, held beside each other. */

import type { Figure, FitSummary, Real, RunResult, Series, Weight } from '../training/protocol/protocol.ts';
import { listDistance } from './distance.ts';
import { verdictOf, type ComparedPart, type Comparison, type PartKind, type Parting } from './model.ts';
import { textDistance } from './texts.ts';

/** What of a result is compared. */
export type ComparedResult = Pick<
  RunResult,
  'status' | 'error' | 'stdout' | 'displayed' | 'fits' | 'figures'
>;

export function compareResults(one: ComparedResult, other: ComparedResult): Comparison {
  const parts = [
    wholePart('ended', one.status, other.status),
    wholePart('error', errorText(one), errorText(other)),
    textPart('printed', one.stdout, other.stdout),
    textPart('displayed', one.displayed ?? '', other.displayed ?? ''),
    ...pairs(one.fits, other.fits).flatMap(([left, right], index) => fitParts(left, right, index + 1)),
    ...pairs(one.figures, other.figures).map(([left, right], index) => figurePart(left, right, index + 1)),
  ];
  const largest = largestOf(parts.map((part) => part.largest));
  return { verdict: verdictOf(largest), largest, parts };
}

/** The part that one would look at first; undefined: none differs. */
export function firstParting({ parts }: Comparison): ComparedPart | undefined {
  return parts.find(({ first }) => first !== null);
}

function largestOf(distances: readonly (number | null)[]): number | null {
  return distances.reduce<number | null>(
    (most, value) => (most === null || value === null ? null : Math.max(most, value)),
    0,
  );
}

const WHOLE = { kind: 'whole' } as const;

function wholePart(kind: PartKind, one: string, other: string): ComparedPart {
  const same = one === other;
  const first = same ? null : { place: WHOLE, one, other };
  return { kind, number: null, name: '', largest: same ? 0 : null, first };
}

function errorText({ error }: ComparedResult): string {
  return error === null ? '' : `${error.type}: ${error.message}`;
}

function textPart(kind: PartKind, one: string, other: string): ComparedPart {
  return { kind, number: null, name: '', ...textDistance(one, other) };
}

/** Of two lists, as many pairs as the longer one has. */
function pairs<T>(
  one: readonly T[],
  other: readonly T[],
): readonly (readonly [T | undefined, T | undefined])[] {
  return Array.from({ length: Math.max(one.length, other.length) }, (_, index) => [one[index], other[index]]);
}

function fitParts(
  one: FitSummary | undefined,
  other: FitSummary | undefined,
  number: number,
): readonly ComparedPart[] {
  const [curves, others] = [one?.curves ?? {}, other?.curves ?? {}];
  const labels = [...new Set([...Object.keys(curves), ...Object.keys(others)])];
  const [weights, otherWeights] = [one?.weights ?? [], other?.weights ?? []];
  const names = [...new Set([...weights, ...otherWeights].map(({ name }) => name))];
  const weightOf = (list: readonly Weight[], name: string): Weight | undefined =>
    list.find((weight) => weight.name === name);
  return [
    ...labels.map((name) => ({
      kind: 'curve' as const,
      number,
      name,
      ...curveDistance(curves[name], others[name]),
    })),
    ...names.map((name) => ({
      kind: 'weight' as const,
      number,
      name,
      ...weightDistance(weightOf(weights, name), weightOf(otherWeights, name)),
    })),
  ];
}

type Distance = Pick<ComparedPart, 'largest' | 'first'>;
type Points = FitSummary['curves'][string];

function curveDistance(one: Points | undefined, other: Points | undefined): Distance {
  if (one === undefined || other === undefined) return onOneSide(one, other);
  const [x, y] = [0, 1].map((axis) =>
    listDistance(
      one.map((point) => point[axis] ?? 'nan'),
      other.map((point) => point[axis] ?? 'nan'),
    ),
  );
  const largest = Math.max(x?.largest ?? 0, y?.largest ?? 0);
  const index = Math.min(...[x?.first ?? -1, y?.first ?? -1].filter((first) => first >= 0));
  const [left, right] = [one[index], other[index]];
  if (left !== undefined && right !== undefined) {
    const place = { kind: 'point', point: index + 1, x: String(left[0]) } as const;
    const first: Parting = { place, one: String(left[1]), other: String(right[1]) };
    return { largest: one.length === other.length ? largest : null, first };
  }
  return one.length === other.length ? { largest, first: null } : counted('points', one, other);
}

function weightDistance(one: Weight | undefined, other: Weight | undefined): Distance {
  if (one === undefined || other === undefined) return onOneSide(one, other);
  if (one.learned.length !== other.learned.length) return counted('elements', one.learned, other.learned);
  const { largest, first } = listDistance(one.learned, other.learned);
  if (first < 0) return { largest, first: null };
  const place = { kind: 'element', element: first + 1 } as const;
  return { largest, first: { place, one: String(one.learned[first]), other: String(other.learned[first]) } };
}

function figurePart(one: Figure | undefined, other: Figure | undefined, number: number): ComparedPart {
  return { kind: 'figure', number, name: '', ...figureDistance(one, other) };
}

function figureDistance(one: Figure | undefined, other: Figure | undefined): Distance {
  if (one === undefined || other === undefined) return onOneSide(one, other);
  if (one.series.length !== other.series.length) return counted('series', one.series, other.series);
  const all = one.series.map((series, index) => seriesDistance(series, other.series[index], index + 1));
  const largest = largestOf(all.map((part) => part.largest));
  return { largest, first: all.find(({ first }) => first !== null)?.first ?? null };
}

function seriesDistance(one: Series, other: Series | undefined, series: number): Distance {
  if (one.kind !== other?.kind) {
    const first = { place: WHOLE, one: one.kind, other: other?.kind ?? '' };
    return { largest: null, first };
  }
  const [left, right] = [valuesOf(one), valuesOf(other)];
  if (left.length !== right.length) return counted('values', left, right);
  const { largest, first } = listDistance(left, right);
  if (first < 0) return { largest, first: null };
  const place = { kind: 'element', element: first + 1, series } as const;
  return { largest, first: { place, one: String(left[first]), other: String(right[first]) } };
}

function valuesOf({ x, y, values = [] }: Series): readonly Real[] {
  return [...x, ...y, ...values];
}

function onOneSide(one: unknown, other: unknown): Distance {
  const word = (value: unknown): string => (value === undefined ? '' : '…');
  return { largest: null, first: { place: WHOLE, one: word(one), other: word(other) } };
}

type Counted = Extract<Parting['place'], { readonly kind: 'count' }>['of'];

function counted(of: Counted, one: readonly unknown[], other: readonly unknown[]): Distance {
  const first = {
    place: { kind: 'count', of } as const,
    one: String(one.length),
    other: String(other.length),
  };
  return { largest: null, first };
}
