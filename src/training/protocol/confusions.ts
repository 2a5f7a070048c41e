/** What a classifier takes for what, in numbers and words. */

import type { Predictions } from './network.ts';

export interface Confusion {
  readonly truth: string;
  readonly predicted: string;
  readonly count: number;
}

/** Examples that were taken for what they are. */
function rightOnes({ classes, counts }: Predictions): number {
  return classes.reduce((sum, _, index) => sum + (counts[index * classes.length + index] ?? 0), 0);
}

/** The pairs of classes that are taken for each other most often, most often first. */
export function commonestConfusions({ classes, counts }: Predictions, most: number): readonly Confusion[] {
  const size = classes.length;
  const wrong = counts.flatMap((count, at): Confusion[] => {
    const [row, column] = [Math.floor(at / size), at % size];
    if (row === column || count === 0) return [];
    return [{ truth: classes[row] ?? '', predicted: classes[column] ?? '', count }];
  });
  return wrong.toSorted((a, b) => b.count - a.count).slice(0, most);
}

/** `83.2 % of 1024 of the 10000 validation pictures are right. Most often wrong: shirt taken for t-shirt (31).` */
export function predictionsSentence(predictions: Predictions): string {
  const { examined, total, data = 'validation' } = predictions;
  const share = Number(((100 * rightOnes(predictions)) / Math.max(1, examined)).toPrecision(3));
  const of = examined < total ? `the first ${examined} of ${total}` : `${total}`;
  const [worst] = commonestConfusions(predictions, 1);
  const confused =
    worst === undefined
      ? ''
      : ` Most often wrong: ${worst.truth} taken for ${worst.predicted} (${worst.count}).`;
  return `${share} % of ${of} ${data} pictures are right.${confused}`;
}
