/** Made-up states of networks: a classifier of pictures, a language model, a translator. */

import type {
  JudgedPicture,
  Layers,
  Matrices,
  Predictions,
  RunEvent,
  Translation,
} from '../../src/training/protocol/protocol.ts';
import type { PanelState } from '../../src/run-model/state.ts';
import { after, ended, started } from './fake-feed.ts';

const EPOCHS = [0, 1, 2, 3, 4, 5, 6, 7];

const CLASSES = [
  't-shirt',
  'trouser',
  'pullover',
  'dress',
  'coat',
  'sandal',
  'shirt',
  'sneaker',
  'bag',
  'ankle boot',
];

export const LAYERS: Layers = {
  layers: [
    { name: 'net.0', type: 'Conv2d', shape: [256, 6, 28, 28], parameters: 156 },
    { name: 'net.1', type: 'Sigmoid', shape: [256, 6, 28, 28], parameters: 0 },
    { name: 'net.2', type: 'Sequential', shape: [256, 400], parameters: 2416 },
    { name: 'net.2.conv', type: 'Conv2d', shape: null, parameters: 2416 },
    { name: 'net.3', type: 'Linear', shape: [256, 10], parameters: 4010 },
  ],
  more: 0,
  parameters: 6582,
};

const conv = (outer: number, inner: number): Matrices => ({
  kind: 'filters',
  name: outer === 6 ? 'net.0' : 'net.2.conv',
  rows: 5,
  columns: 5,
  across: Math.min(8, inner),
  all: [outer, inner],
  values: [...Array(outer * Math.min(8, inner) * 25).keys()].map(
    (at) => Math.sin(at * 0.37 + (at % 5)) * 0.4,
  ),
});

/** The second layer has more inputs than are told. */
export const MATRICES: readonly Matrices[] = [
  conv(6, 1),
  conv(16, 12),
  {
    kind: 'attention',
    name: 'decoder.attention',
    rows: 3,
    columns: 4,
    across: 1,
    all: [10, 1],
    values: [...Array(8 * 12).keys()].map((at) => (at % 4 === Math.floor(at / 4) % 3 ? 0.7 : 0.1)),
  },
];

function picture(index: number, truth: number, predicted: number, probability: number): JudgedPicture {
  const pixels = [...Array(28 * 28).keys()].map((at) => {
    const [x, y] = [at % 28, Math.floor(at / 28)];
    return Math.hypot(x - 14, (y - 14) * (1 + index / 8)) < 9 ? 90 + ((x * 7 + y * 5) % 160) : 0;
  });
  return { index, columns: 28, pixels, channels: 1, truth, predicted, probability };
}

export const PREDICTIONS: Predictions = {
  classes: CLASSES,
  counts: CLASSES.flatMap((_, row) =>
    CLASSES.map((_, column) => {
      if (row === column) return 80 + row;
      return row === 6 && column < 5 ? 6 - column : (row + column) % 4 === 0 ? 2 : 0;
    }),
  ),
  examined: 1024,
  total: 10_000,
  worst: [
    picture(17, 6, 0, 0.0004),
    picture(2, 9, 7, 0.003),
    picture(300, 4, 2, 0.02),
    picture(64, 3, 6, 0.11),
    picture(7, 2, 2, 0.48),
  ],
};

const TRANSLATIONS: readonly Translation[] = [
  { source: 'go .', translation: 'va !', reference: 'va !', bleu: 1 },
  { source: 'i lost .', translation: "j'ai perdu .", reference: "j'ai perdu .", bleu: 1 },
  { source: "he's calm .", translation: '<unk> <unk> .', reference: 'il est calme .', bleu: 0.43 },
  { source: "i'm home .", translation: '', reference: 'je suis chez moi .', bleu: 0 },
];

function curvesOf(labels: Readonly<Record<string, (epoch: number) => number>>): readonly RunEvent[] {
  return EPOCHS.map((epoch) => ({
    type: 'points',
    run: 1,
    fit: 0,
    curves: Object.entries(labels).map(([label, value]) => ({
      label,
      points: [[epoch + 1, value(epoch + 1)]],
    })),
  }));
}

function fitted(model: string, labels: Parameters<typeof curvesOf>[0], ...more: readonly RunEvent[]) {
  return after([
    started(),
    { type: 'fitStarted', run: 1, fit: 0, model, epochs: EPOCHS.length },
    { type: 'layers', run: 1, fit: 0, layers: LAYERS },
    ...curvesOf(labels),
    {
      type: 'epochTimes',
      run: 1,
      fit: 0,
      times: EPOCHS.map((epoch) => [epoch + 1, epoch === 0 ? 9000 : 4700]),
    },
    { type: 'fitEnded', run: 1, fit: 0, epochs: EPOCHS.length, weights: [] },
    ...more,
    ended({ milliseconds: 42_000 }),
  ]);
}

export const NETWORKS: Readonly<Record<string, () => PanelState>> = {
  classifier: () =>
    fitted(
      'LeNet',
      {
        train_loss: (x) => 2.3 * Math.exp(-x / 3) + 0.4,
        val_loss: (x) => 2.3 * Math.exp(-x / 3.2) + 0.45,
        val_acc: (x) => 0.84 - 0.7 * Math.exp(-x / 2),
      },
      { type: 'predictions', run: 1, fit: 0, predictions: PREDICTIONS },
      { type: 'matrices', run: 1, fit: 0, matrices: MATRICES },
    ),
  'language model': () =>
    fitted('RNNLM', {
      train_ppl: (x) => 4 + 24 * Math.exp(-x / 2),
      val_ppl: (x) => 7 + 21 * Math.exp(-x / 2),
    }),
  translator: () =>
    fitted(
      'Seq2Seq',
      { train_loss: (x) => 3 / x, val_loss: (x) => 3.4 / x + 0.2 },
      { type: 'translations', run: 1, translations: TRANSLATIONS },
    ),
};
