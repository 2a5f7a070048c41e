/** What is told of a network after its fit: epoch by epoch, its layers, what it takes for what, what it translates. */

import { commonestConfusions, predictionsSentence } from '../training/protocol/confusions.ts';
import { areEpochsTold, epochRows } from '../training/protocol/epochs.ts';
import type { FitSummary, Layers, Predictions, Translation } from '../training/protocol/protocol.ts';
import { visibleLine } from '../text/visible.ts';
import { english, type Translate } from '../advice/translate.ts';
import { ENGLISH, type Words } from '../advice/words.ts';
import { formatReal } from './numbers.ts';
import { aligned } from './table.ts';

/** Lines of epochs, the last ones, and of layers, the first ones. */
const MOST_EPOCHS = 10;
const MOST_LAYERS = 16;

/** Pairs of classes that are taken for each other. */
const MOST_CONFUSIONS = 3;

/** A line for each epoch of a network, or of a fit that measures more than its loss; none of another. */
export function epochTable(
  { curves, unit, layers, epochTimes = [] }: FitSummary,
  { t, plural }: Words = ENGLISH,
): string[] {
  const courses = Object.entries(curves).map(([label, points]) => ({ label, points }));
  if (unit === 'step' || !(areEpochsTold(courses) || layers !== undefined)) return [];
  const took = new Map(epochTimes);
  const rows = epochRows(courses);
  const left = rows.length - MOST_EPOCHS;
  const lines = rows
    .slice(-MOST_EPOCHS)
    .map(({ epoch, values }) => [
      String(epoch),
      ...values.map((value) => (value === null ? '-' : formatReal(value, 4))),
      secondsOf(took.get(epoch)),
    ]);
  const head = [t('epoch'), ...courses.map(({ label }) => visibleLine(label)), t('seconds')];
  return [
    ...aligned([head, ...lines]),
    ...(left > 0 ? [`  ${plural(left, '{0} earlier epoch', '{0} earlier epochs')}`] : []),
  ];
}

function secondsOf(milliseconds: number | undefined): string {
  return milliseconds === undefined ? '-' : formatReal(milliseconds / 1000, 3);
}

export function layerTable({ layers, more, parameters }: Layers, { t, plural }: Words = ENGLISH): string[] {
  const rows = layers
    .slice(0, MOST_LAYERS)
    .map((layer) => [
      `${layer.name} ${layer.type}`,
      layer.shape === null ? '-' : layer.shape.join(' x '),
      String(layer.parameters),
    ]);
  const left = layers.length - rows.length + more;
  const all = plural(parameters, '{0} parameter in all', '{0} parameters in all');
  return [
    ...aligned([[t('layer'), t('output'), t('parameters')], ...rows]),
    `  ${[all, ...(left > 0 ? [plural(left, '{0} more layer', '{0} more layers')] : [])].join('; ')}`,
  ];
}

export function predictionLines(predictions: Predictions, t: Translate = english): string[] {
  const confusions = commonestConfusions(predictions, MOST_CONFUSIONS).map(
    ({ truth, predicted, count: times }) => `  ${t('{0} x {1} taken for {2}', times, truth, predicted)}`,
  );
  return [predictionsSentence(predictions, t), ...confusions];
}

/** `go . -> va ! (right: va !, BLEU 1)` */
export function translationLine(
  { source, translation, reference, bleu }: Translation,
  t: Translate = english,
): string {
  const judged = bleu === null ? '' : ` (${t('right: {0}; BLEU {1}', reference, formatReal(bleu, 3))})`;
  return `${source} -> ${translation}${judged}`;
}
