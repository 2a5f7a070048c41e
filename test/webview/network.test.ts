/** The sections of networks: layers, predictions, translations. */
import { expect, it } from 'vitest';
import { predictionsSentence } from '../../src/training/protocol/confusions.ts';
import { after, ended, fitEvents, started } from './fake-feed.ts';
import type { RunEvent } from '../../src/training/protocol/protocol.ts';
import { LAYERS, NETWORKS, PREDICTIONS } from './network-scenes.ts';
import { drawn, openPage } from './page.ts';

const SECTIONS = ['epochs', 'layers', 'predictions', 'translations'];

function rowsOf(section: HTMLElement): string[][] {
  return [...section.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );
}

it('are not there for a linear regression', async () => {
  const page = openPage();
  await page.show(after([started(), ...fitEvents(), ended()]));
  expect(SECTIONS.filter((id) => !page.section(id).hidden)).toEqual([]);
  expect(page.section('loss').querySelector('h2')?.textContent).toBe('Loss');
});

it('a table has each layer with the shape of its output and its parameters', async () => {
  const page = openPage();
  await page.show(NETWORKS['classifier']!());
  const rows = rowsOf(page.section('layers'));
  expect(rows[0]).toEqual(['net.0', 'Conv2d', '256×6×28×28', '156']);
  expect(rows[3]).toEqual(['net.2.conv', 'Conv2d', '', '2,416']);
  expect(page.section('layers').querySelector('.sentence')?.textContent).toBe(
    '6,582 parameters in all. The shapes are those of its first minibatch.',
  );
});

it('a classifier has its confusion matrix, and the pictures that it gets most wrong', async () => {
  const page = openPage();
  drawn.length = 0;
  await page.show(NETWORKS['classifier']!());
  const section = page.section('predictions');
  expect(rowsOf(section)[6]).toEqual(['shirt', '6', '5', '4', '3', '2', '', '86', '', '', '']);
  expect(section.querySelectorAll('td.right')).toHaveLength(10);
  const pictures = [...section.querySelectorAll('.worst-pictures li')];
  expect(pictures.map(({ textContent }) => textContent)).toEqual([
    'shirttaken for t-shirt0.04 %',
    'ankle boottaken for sneaker0.3 %',
    'coattaken for pullover2 %',
    'dresstaken for shirt11 %',
    'pulloverwith 48 %',
  ]);
  const images = drawn.filter(({ name }) => name === 'putImageData');
  expect(images).toHaveLength(5);
  const { width, height, data } = images[0]!.words[0] as ImageData;
  const middle = PREDICTIONS.worst[0]!.pixels[14 * 28 + 14]!;
  expect([width, height]).toEqual([28, 28]);
  expect([...data.slice(4 * (14 * 28 + 14), 4 * (14 * 28 + 15))]).toEqual([middle, middle, middle, 255]);
});

it('says how many are right, and which classes are confused most', () => {
  expect(predictionsSentence(PREDICTIONS)).toMatch(
    /^\d+\.\d % of the first 1024 of 10000 validation pictures are right\. Most often wrong: shirt taken for /,
  );
  const two = { classes: ['a', 'b'], counts: [3, 0, 0, 1], examined: 4, total: 4, worst: [] };
  expect(predictionsSentence(two)).toBe('100 % of 4 validation pictures are right.');
});

it('sentences stand beside their translations', async () => {
  const page = openPage();
  await page.show(NETWORKS['translator']!());
  expect(rowsOf(page.section('translations'))).toEqual([
    ['go .', 'va !', 'va !', '1'],
    ['i lost .', "j'ai perdu .", "j'ai perdu .", '1'],
    ["he's calm .", '<unk> <unk> .', 'il est calme .', '0.43'],
    ["i'm home .", '(nothing)', 'je suis chez moi .', '0'],
  ]);
});

it('a line for each epoch, newest first, has what was measured', async () => {
  const page = openPage();
  await page.show(NETWORKS['classifier']!());
  const rows = rowsOf(page.section('epochs'));
  expect(rows.map(([epoch]) => epoch)).toEqual(['8/8', '7/8', '6/8', '5/8', '4/8', '3/8', '2/8', '1/8']);
  expect(rows[7]).toEqual(['1/8', '2.048', '2.133', '0.4154', '9.0 s']);
  const headings = [...page.section('epochs').querySelectorAll('thead th')].map((cell) => cell.textContent);
  expect(headings).toEqual(['epoch', 'train', 'validation', 'validation accuracy', 'time']);
});

it('says how long an epoch takes, and while it trains how long it will take', async () => {
  const page = openPage();
  const begun = [
    started(),
    { type: 'fitStarted', run: 1, fit: 0, model: 'LeNet', epochs: 10 },
    { type: 'layers', run: 1, fit: 0, layers: LAYERS },
  ] satisfies RunEvent[];
  const told = () => page.section('epochs').querySelector('.sentence')?.textContent;
  await page.show(after(begun));
  expect(told()).toBe('Epoch 1 of 10.');
  const times = [9000, 3000, 3000, 3000, 3000, 3000].map((time, index) => [index + 1, time] as const);
  await page.show(after([...begun, { type: 'epochTimes', run: 1, fit: 0, times }]));
  expect(told()).toBe('Epoch 7 of 10; 3.0 s an epoch, about 12.0 s left.');
  await page.show(NETWORKS['classifier']!());
  expect(told()).toBe('8 epochs, 4.7 s an epoch.');
});
