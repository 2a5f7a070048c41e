/** What a classifier takes for what, in numbers and words. */

import { english, type Translate } from '../../advice/translate.ts';
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
export function predictionsSentence(predictions: Predictions, t: Translate = english): string {
  const { examined } = predictions;
  const share = Number(((100 * rightOnes(predictions)) / Math.max(1, examined)).toPrecision(3));
  const [worst] = commonestConfusions(predictions, 1);
  return [
    rightSentence(predictions, share, t),
    worst === undefined
      ? ''
      : t('Most often wrong: {0} taken for {1} ({2}).', worst.truth, worst.predicted, worst.count),
  ]
    .filter(Boolean)
    .join(' ');
}

/** @param share of those that are right, in per cent */
function rightSentence({ examined, total, data }: Predictions, share: number, t: Translate): string {
  const isOfTraining = data === 'training';
  if (examined < total)
    return isOfTraining
      ? t('{0} % of the first {1} of {2} training pictures are right.', share, examined, total)
      : t('{0} % of the first {1} of {2} validation pictures are right.', share, examined, total);
  return isOfTraining
    ? t('{0} % of {1} training pictures are right.', share, total)
    : t('{0} % of {1} validation pictures are right.', share, total);
}
