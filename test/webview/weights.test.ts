import { describe, expect, it } from 'vitest';
import type { Weight } from '../../src/training/protocol/protocol.ts';
import {
  MAX_WEIGHT_ROWS,
  largestError,
  weightRows,
  weightsSentence,
} from '../../src/webview/ui/weights/weight-rows.ts';
import { WEIGHTS, after, fitEnded, started } from './fake-feed.ts';
import { SCENES } from './scenes.ts';
import { isShown, openPage } from './page.ts';

function weight(
  name: string,
  shape: readonly number[],
  learned: Weight['learned'],
  truth: Weight['true'] = null,
): Weight {
  const difference = truth?.map((value, index) => Number(learned[index]) - Number(value)) ?? null;
  return { name, shape, learned, true: truth, difference };
}

describe('rows', () => {
  it('name each element by the axes that have more than one', () => {
    const names = (shape: readonly number[], count: number) =>
      weightRows([weight('W', shape, Array<number>(count).fill(0))]).rows.map(({ name }) => name);
    expect(names([2, 1], 2)).toEqual(['W[0]', 'W[1]']);
    expect(names([2, 3], 6)).toEqual(['W[0, 0]', 'W[0, 1]', 'W[0, 2]', 'W[1, 0]', 'W[1, 1]', 'W[1, 2]']);
    expect(names([1, 1], 1)).toEqual(['W']);
    expect(names([], 1)).toEqual(['W']);
  });

  it('are bounded over all weights together', () => {
    const small = weight('W', [10], Array<number>(10).fill(1));
    const { rows, more } = weightRows(Array<Weight>(20).fill(small));
    expect(rows).toHaveLength(MAX_WEIGHT_ROWS);
    expect(more).toBe(200 - MAX_WEIGHT_ROWS);
  });
});

describe('the sentence', () => {
  it('names the largest error and its share of the truth', () => {
    expect(weightsSentence(WEIGHTS)).toBe('Largest error 0.00066 (0.033 %), in w[0].');
  });

  it('finds it beyond the rows shown, and of either sign', () => {
    const truth = Array<number>(100).fill(1);
    const learned = truth.map((value, index) => (index === 90 ? value - 0.5 : value + 0.25));
    expect(largestError([weight('W', [100], learned, truth)])).toMatchObject({
      name: 'W[90]',
      difference: -0.5,
    });
  });

  it('gives no share of a true zero', () => {
    expect(weightsSentence([weight('b', [1], [0.5], [0])])).toBe('Largest error 0.5, in b.');
  });

  it('says when a weight is no number any more, and when there is nothing to compare with', () => {
    const lost: Weight = { name: 'w', shape: [1], learned: ['nan'], true: [1], difference: ['nan'] };
    expect(weightsSentence([weight('b', [1], [3], [1]), lost])).toBe('w is no finite number any more.');
    expect(weightsSentence([weight('b', [2], [3, 4])])).toContain('2 learned values');
    expect(weightsSentence([])).toBe('');
  });
});

describe('the table on the page', () => {
  it('sets learned beside true, with the difference signed and as a bar', async () => {
    const page = openPage();
    await page.show(SCENES['ok']!());
    const rows = [...page.section('weights').querySelectorAll('tbody tr')];
    expect(rows.map((row) => [...row.children].slice(0, 4).map((cell) => cell.textContent))).toEqual([
      ['w[0]', '1.9993', '2', '\u22120.00066'],
      ['w[1]', '\u22123.4000', '\u22123.4', '+2e-5'],
      ['b', '4.2002', '4.2', '+0.0002 0.0048 %'],
    ]);
    const bars = rows.map((row) => row.querySelector<HTMLElement>('.bar > span'));
    expect(bars.map((bar) => bar?.className)).toEqual(['below', 'above', 'above']);
    expect(bars.map((bar) => bar?.style.width)).toEqual(['50.0%', '1.5%', '15.2%']);
  });

  it('has headings for screen readers in both directions', async () => {
    const page = openPage();
    await page.show(SCENES['ok']!());
    const table = page.section('weights').querySelector('.weights-table')!;
    expect(table.querySelectorAll('thead th[scope=col]')).toHaveLength(4);
    expect(table.querySelectorAll('tbody th[scope=row]')).toHaveLength(3);
    expect(table.querySelector('caption')?.textContent).not.toBe('');
  });

  it('leaves the columns of the truth out where the data has none', async () => {
    const page = openPage();
    const weights = [weight('weight', [2], [1, 2])];
    await page.show(after([started(), fitEnded(0, 1, weights)]));
    const headings = [...page.section('weights').querySelectorAll('.weights-table thead th')].map(
      (th) => th.textContent,
    );
    expect(headings).toEqual(['weight', 'learned']);
  });

  it('goes away with a run that learned nothing', async () => {
    const page = openPage();
    await page.show(SCENES['ok']!());
    await page.show(SCENES['figures']!());
    expect(isShown(page.section('weights'))).toBe(false);
  });
});

describe('a weight of many elements without a truth', () => {
  const biases = weight(
    '0.bias',
    [256],
    [...Array(256).keys()].map((index) => (index - 100) / 100),
  );
  const shown = async (...weights: Weight[]) => {
    const page = openPage();
    await page.show(after([started(), fitEnded(0, 1, weights)]));
    return page.section('weights');
  };

  it('is told by mean, spread and a histogram instead of rows', async () => {
    const part = await shown(biases);
    const rows = [...part.querySelectorAll('.summaries-table tbody tr:not(:has(.values-place))')];
    expect(rows.map((row) => [...row.children].slice(0, 5).map((cell) => cell.textContent))).toEqual([
      ['0.bias', '0.27', '0.74', '\u22121', '1.6'],
    ]);
    expect(rows[0]?.querySelectorAll('.histogram > span')).toHaveLength(16);
    expect(part.querySelectorAll('.weights-table tbody tr')).toHaveLength(0);
    expect(part.querySelector('.values')?.textContent).toBe('');
  });

  it('shows its values when it is unfolded, and leaves small ones their rows', async () => {
    const part = await shown(biases, weight('1.bias', [2], [1, 2]));
    const details = part.querySelector('details.values, .values-place details') as HTMLDetailsElement;
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
    expect(part.querySelector('.values')?.textContent.split('\n')).toHaveLength(256);
    expect(part.querySelectorAll('.weights-table tbody tr')).toHaveLength(2);
  });

  it('is not called true', async () => {
    const heading = (part: HTMLElement) => part.querySelector('h2')?.textContent;
    expect(heading(await shown(biases))).toBe('Learned weights');
    expect(heading(await shown(...WEIGHTS))).toBe('Learned and true');
  });
});

it('a difference keeps its digits, however small it is', async () => {
  const page = openPage();
  const small = weight('w', [1], [2 + 3.14e-7], [2]);
  await page.show(after([started(), fitEnded(0, 1, [small])]));
  const cells = [...page.section('weights').querySelectorAll('tbody tr:first-child > *')];
  expect(cells[3]?.textContent).toMatch(/^\+3\.14e-7/);
});
