import type { Sample } from './sample.ts';

/** What is told of a series of measurements; all in their unit, milliseconds unless the case says otherwise. */
export interface Summary {
  readonly median: number;
  /** First and third quartile: half of all measurements lie between them. */
  readonly low: number;
  readonly high: number;
  readonly samples: number;
}

export function summarize(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  return {
    median: quantile(sorted, 0.5),
    low: quantile(sorted, 0.25),
    high: quantile(sorted, 0.75),
    samples: sorted.length,
  };
}

/** A summary of each label, in the order of their first samples. */
export function summarizeByLabel(samples: readonly Sample[]): ReadonlyMap<string, Summary> {
  const values = new Map<string, number[]>();
  for (const { label, milliseconds } of samples)
    values.set(label, [...(values.get(label) ?? []), milliseconds]);
  return new Map([...values].map(([label, series]) => [label, summarize(series)]));
}

/** Linear interpolation between the two nearest ranks; NaN when there are no values. */
function quantile(sorted: readonly number[], share: number): number {
  const position = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(position)] ?? NaN, sorted[Math.ceil(position)] ?? NaN];
  return below + (above - below) * (position - Math.floor(position));
}
