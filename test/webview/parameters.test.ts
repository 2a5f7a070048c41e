import { beforeEach, describe, expect, it } from 'vitest';
import type { PanelParameter } from '../../src/run-model/state.ts';
import {
  parseValue,
  positionOf,
  rangeAround,
  steppedFloat,
  steppedInteger,
  valueAt,
  valueText,
} from '../../src/webview/ui/parameters/parameter-value.ts';
import { DOCUMENT, FRESH, PARAMETERS } from './fake-feed.ts';
import { buttonNamed, isShown, openPage, settled, type Page } from './page.ts';

describe('text of a field', () => {
  it.each([
    ['float', '1e-3', 0.001],
    ['float', ' -.5 ', -0.5],
    ['float', '1_000.5', 1000.5],
    ['float', '\u22123', -3],
    ['integer', '32', 32],
    ['integer', '1_000', 1000],
    ['vector', '2, -3.4', [2, -3.4]],
    ['vector', '[1,2]', [1, 2]],
    ['string', 'cpu', 'cpu'],
  ] as const)('of kind %s: %j is %j', (kind, text, value) => {
    expect(parseValue(kind, text)).toEqual({ value });
  });

  it.each([
    ['float', ''],
    ['float', '0x10'],
    ['float', 'inf'],
    ['float', '1e999'],
    ['float', '1,5'],
    ['integer', '1.5'],
    ['integer', '1e300'],
    ['vector', '1, , 2'],
    ['vector', ''],
  ] as const)('of kind %s: %j is refused with a reason', (kind, text) => {
    expect(parseValue(kind, text)).toEqual({ problem: expect.stringMatching(/needed, such as/) as string });
  });

  it('reads back what it shows', () => {
    for (const value of [0.03, 1e-7, -3.4, 1e22])
      expect(parseValue('float', valueText(value))).toEqual({ value });
    expect(parseValue('vector', valueText([2, -3.4]))).toEqual({ value: [2, -3.4] });
  });
});

describe('the slider', () => {
  it('covers two powers of ten either way of a small positive value', () => {
    const range = rangeAround(0.03);
    expect(range.log).toBe(true);
    expect(valueAt(0, range)).toBeCloseTo(3e-4);
    expect(valueAt(1, range)).toBeCloseTo(3);
    expect(positionOf(0.03, range)).toBeCloseTo(0.5);
    expect(valueAt(0.5, range)).toBe(0.03);
  });

  it.each([4.2, -2, 0])('is linear about %d', (code) => {
    const range = rangeAround(code);
    expect(range.log).toBe(false);
    expect(positionOf(code, range)).toBeCloseTo(0.5);
    expect(valueAt(0.5, range)).toBeCloseTo(code);
    expect(valueAt(0, range)).toBeLessThan(valueAt(1, range));
  });

  it('lies at its end for values beyond it', () => {
    expect(positionOf(1e9, rangeAround(0.03))).toBe(1);
    expect(positionOf(-1, rangeAround(0.03))).toBe(0);
  });

  it('range over orders of magnitude for a rate of any size, and never below zero', () => {
    expect(rangeAround(2, 'lr')).toEqual({ least: 0.02, most: 200, log: true });
    expect(rangeAround(0, 'weight_decay')).toEqual({ least: 0, most: 1, log: false });
    expect(rangeAround(2, 'b')).toEqual({ least: -2, most: 6, log: false });
  });
});

describe('steps', () => {
  it('of an integer stop at zero, unless it is negative already', () => {
    expect([
      steppedInteger(5, 1),
      steppedInteger(1, -1),
      steppedInteger(0, -1),
      steppedInteger(-1, -1),
    ]).toEqual([6, 0, 0, -2]);
  });

  it('of a float are one unit of its last digit', () => {
    expect([
      steppedFloat(0.03, 1),
      steppedFloat(4.2, -1),
      steppedFloat(10, 1),
      steppedFloat(1e-7, 1),
    ]).toEqual([0.04, 4.1, 11, 2e-7]);
  });
});

type Field = HTMLElement & { value: string; checked: boolean };

describe('controls on the page', () => {
  let page: Page;

  beforeEach(async () => {
    page = openPage();
    await page.show(FRESH);
  });

  function field(tag: string, name: string): Field {
    const found = page.section('parameters').querySelector<Field>(`${tag}[aria-label="${name}"]`);
    if (found === null) throw new Error(`no ${tag} named ${name}`);
    return found;
  }

  function type(name: string, text: string): void {
    const element = field('vscode-text-field', name);
    element.value = text;
    element.dispatchEvent(new Event('change'));
  }

  function withOverrides(
    overrides: Readonly<Record<string, PanelParameter['value']>>,
  ): readonly PanelParameter[] {
    return PARAMETERS.map((one) => ({ ...one, override: overrides[one.key] ?? null }));
  }

  it('leave out for a notebook’s cell what it has not: sweeps, a seed, live runs, files', async () => {
    const { root } = page;
    expect(root.querySelector('.cell')).toBeNull();
    await page.show({ ...FRESH, isCell: true });
    const labels = [...root.querySelectorAll('.cell .file-only')].map(
      (element) => element.getAttribute('aria-label') ?? element.textContent,
    );
    expect(labels).toEqual(
      expect.arrayContaining(['Live', 'Save as HTML', 'Sweep lr…', expect.stringContaining('seed')]),
    );
    expect(buttonNamed(root, 'max_epochs: one more').closest('.file-only')).toBeNull();
  });

  it('fit the kind of the parameter and show its value', () => {
    expect(field('vscode-text-field', 'lr').value).toBe('0.1');
    expect(field('input', 'lr').getAttribute('aria-valuetext')).toBe('0.1');
    expect(field('vscode-text-field', 'w[0]').value).toBe('2');
    expect(field('vscode-text-field', 'w[1]').value).toBe('-3.4');
    expect(field('vscode-checkbox', 'shuffle').checked).toBe(true);
    expect(field('vscode-text-field', 'device').value).toBe('cpu');
    expect(isShown(buttonNamed(page.root, 'max_epochs: one more'))).toBe(true);
  });

  it('are grouped by call, hyperparameters first, with links to their lines', () => {
    const groups = [...page.section('parameters').querySelectorAll<HTMLElement>('.group')];
    expect(groups.map((group) => group.textContent)).toEqual([
      'LinearRegressionScratch(…) · line 86',
      'Trainer(…) · line 88',
      'SyntheticRegressionData(…) · line 87',
      'Trainer(…) · line 88',
    ]);
    groups[1]?.click();
    page.press('sigma');
    expect(page.sent).toEqual([
      { type: 'openLocation', document: DOCUMENT, line: 88 },
      { type: 'openLocation', document: DOCUMENT, line: 86 },
    ]);
  });

  it('send what was typed once it is done, with its type', async () => {
    type('lr', '2');
    type('max_epochs', '7');
    type('w[1]', '1, 2, 3');
    type('device', 'gpu');
    const box = field('vscode-checkbox', 'shuffle');
    box.checked = false;
    box.dispatchEvent(new Event('change'));
    await settled();
    expect(page.sent).toEqual([
      { type: 'override', key: 'LinearRegressionScratch.lr', value: 2, moving: false },
      { type: 'override', key: 'Trainer.max_epochs', value: 7, moving: false },
      { type: 'override', key: 'SyntheticRegressionData.w', value: [1, 2, 3], moving: false },
      { type: 'override', key: 'Trainer.device', value: 'gpu', moving: false },
      { type: 'override', key: 'SyntheticRegressionData.shuffle', value: false, moving: false },
    ]);
  });

  it('change vectors element by element', async () => {
    type('w[1]', '-4');
    await settled();
    const w = { type: 'override', key: 'SyntheticRegressionData.w', moving: false };
    expect(page.sent).toEqual([{ ...w, value: [2, -4] }]);
    field('vscode-text-field', 'w[0]').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ArrowUp', cancelable: true }),
    );
    await settled();
    expect(page.sent.at(-1)).toEqual({ ...w, value: [3, -4] });
    type('w[0]', 'one');
    expect(field('vscode-text-field', 'w[0]').getAttribute('aria-invalid')).toBe('true');
    const long = PARAMETERS.map((one) => (one.name === 'w' ? { ...one, value: [...Array(20).keys()] } : one));
    await page.show({ ...FRESH, parameters: long });
    expect(field('vscode-text-field', 'w').value).toBe([...Array(20).keys()].join(', '));
  });

  it('stand by their call even where it is named twice, those that do not affect the result last and folded', async () => {
    const base = PARAMETERS[0]!;
    const parameters: PanelParameter[] = [
      { ...base, override: null },
      { ...base, key: 'Trainer.max_epochs', name: 'max_epochs', group: 'Trainer', override: null, line: 90 },
      {
        ...base,
        key: 'normal.requires_grad',
        name: 'requires_grad',
        group: 'normal',
        kind: 'boolean',
        value: true,
      },
      { ...base, key: 'LinearRegressionScratch.sigma', name: 'sigma', override: null, line: 15 },
      { ...base, key: 'plot.xlabel', name: 'xlabel', group: 'plot', kind: 'string', value: 'x' },
    ];
    await page.show({ ...FRESH, parameters });
    const names = [...page.section('parameters').querySelectorAll('.group, .parameter-name')];
    expect(names.map((name) => name.textContent)).toEqual([
      'seed',
      'LinearRegressionScratch(\u2026) · line 86',
      'lr',
      'sigma',
      'Trainer(\u2026) · line 90',
      'max_epochs',
      'normal(\u2026) · line 86',
      'requires_grad',
      'plot(\u2026) · line 86',
      'xlabel',
    ]);
    // Where a narrow panel has to break a name, it does so between its words.
    const epochs = names.find((name) => name.textContent === 'max_epochs');
    expect(epochs?.innerHTML).toBe('max_<wbr>epochs');
    const folded = page.section('parameters').querySelector<HTMLDetailsElement>('details.formal')!;
    expect(folded.open).toBe(false);
    expect(folded.querySelectorAll('.parameter')).toHaveLength(2);
    expect(folded.querySelector('summary')?.textContent).toBe('2 settings that do not affect the result');
  });

  it('refuse what is no value and say why', async () => {
    type('lr', 'fast');
    await settled();
    expect(page.sent).toEqual([]);
    expect(field('vscode-text-field', 'lr').getAttribute('aria-invalid')).toBe('true');
    expect(field('vscode-text-field', 'lr').title).toContain('A number is needed');
    type('lr', '0.5');
    expect(field('vscode-text-field', 'lr').getAttribute('aria-invalid')).toBe('false');
  });

  it('send a slider’s newest value once a frame', async () => {
    const thumb = field('input', 'sigma');
    for (const position of ['120', '140', '200']) {
      thumb.value = position;
      thumb.dispatchEvent(new Event('input'));
    }
    await settled();
    const sigma = { type: 'override', key: 'LinearRegressionScratch.sigma', value: 1 };
    expect(page.sent).toEqual([{ ...sigma, moving: true }]);
    thumb.dispatchEvent(new Event('change'));
    await settled();
    expect(page.sent.at(-1)).toEqual({ ...sigma, moving: false });
  });

  it('step by buttons and by arrow keys', async () => {
    page.press('max_epochs: one more');
    await settled();
    const epochs = field('vscode-text-field', 'max_epochs');
    epochs.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', cancelable: true }));
    await settled();
    expect(page.sent.map((message) => ('value' in message ? message.value : undefined))).toEqual([6, 5]);
  });

  it('mark what differs from the code, and take one difference away', async () => {
    const marks = [...page.section('parameters').querySelectorAll<HTMLElement>('.changed-mark')].filter(
      isShown,
    );
    expect(marks).toHaveLength(1);
    expect(marks[0]?.title).toContain('Differs from the code: 0.03');
    expect(marks[0]?.getAttribute('aria-label')).toContain('lr');
    marks[0]?.click();
    await settled();
    expect(page.sent).toEqual([
      { type: 'override', key: 'LinearRegressionScratch.lr', value: 0.03, moving: false },
    ]);
  });

  it('are reset and applied together, when something was changed', async () => {
    page.press('Reset');
    page.press('Apply to code');
    expect(page.sent).toEqual([{ type: 'resetOverrides' }, { type: 'applyToCode' }]);
    await page.show({ ...FRESH, parameters: withOverrides({}) });
    expect(buttonNamed(page.root, 'Reset').hasAttribute('disabled')).toBe(true);
    page.press('Reset');
    expect(page.sent).toHaveLength(2);
  });

  it('keep their elements when a value or a line changes', async () => {
    const before = field('vscode-text-field', 'lr');
    const moved = withOverrides({ 'LinearRegressionScratch.lr': 1 }).map((one) => ({
      ...one,
      line: one.line + 3,
    }));
    await page.show({ ...FRESH, parameters: moved });
    expect(field('vscode-text-field', 'lr')).toBe(before);
    expect(before.value).toBe('1');
    expect(page.section('parameters').textContent).toContain('LinearRegressionScratch(…) · line 89');
  });

  it('follow another set of parameters', async () => {
    await page.show({ ...FRESH, parameters: PARAMETERS.slice(5) });
    expect(() => field('vscode-text-field', 'lr')).toThrow();
    expect(field('vscode-text-field', 'max_epochs').value).toBe('5');
  });

  it('set the seed, within what torch and numpy take', async () => {
    type('seed', '7');
    type('seed', '-1');
    expect(field('vscode-text-field', 'seed').value).toBe('7');
    page.press('seed: one more');
    await settled();
    expect(page.sent).toEqual([
      { type: 'setSeed', seed: 7 },
      { type: 'setSeed', seed: 8 },
    ]);
  });
});
