import { beforeEach, describe, expect, it } from 'vitest';
import { CRASH, FRESH, after, ended, started } from './fake-feed.ts';
import { ENGINES, comparisonOf } from './engine-scenes.ts';
import { buttonNamed, isShown, openPage, type Page } from './page.ts';

let page: Page;
beforeEach(() => {
  page = openPage();
});

const scene = (name: string): Promise<void> => page.show(ENGINES[name]!());
const textOf = (selector: string): string | undefined => page.root.querySelector(selector)?.textContent;

describe('who runs the exercise', () => {
  it('is said in the header, and leads to the list of engines', async () => {
    await scene('agreed');
    expect(textOf('.engine')).toContain('Built in');
    page.press('Built in');
    expect(page.sent).toEqual([{ type: 'takeStep', step: 'selectEngine' }]);
  });

  it('is said of results too, and nothing runs while it is typed outside the sandbox', async () => {
    await scene('on-pytorch');
    expect(textOf('.engine')).toContain('PyTorch 2.9.0, Python 3.11');
    expect(textOf('.facts')).toContain('PyTorch 2.9.0, Python 3.11');
    expect(buttonNamed(page.root, 'Live').hasAttribute('disabled')).toBe(true);
    await page.show({ ...ENGINES['agreed']!(), engine: { kind: 'python', name: 'Python' } });
    expect(textOf('.facts')).toContain('built in');
  });
});

describe('what the built-in engine could not do', () => {
  const offer = (): HTMLElement => page.root.querySelector<HTMLElement>('.pytorch-offer')!;

  it('can be run or compared with a PyTorch that is known', async () => {
    await scene('outgrown');
    expect(offer().textContent).toContain('The built-in engine does not have this. PyTorch 2.9.0');
    page.press('Run with PyTorch');
    page.press('Compare with PyTorch');
    expect(page.sent).toEqual([
      { type: 'takeStep', step: 'runWithPyTorch' },
      { type: 'takeStep', step: 'compareWithPyTorch' },
    ]);
  });

  it('is offered after too little time or memory as well, and not after other errors', async () => {
    const name = 'PyTorch 2.9.0, Python 3.11';
    await page.show({ ...after([started(), ended({ status: 'timeout' })]), pytorchOffer: name });
    expect(offer().textContent).toContain('within the time limit');
    const memory = { ...CRASH, type: 'MemoryError', message: 'zeros: the tensor does not fit into memory' };
    await page.show({ ...after([started(), ended({ status: 'error', error: memory })]), pytorchOffer: name });
    expect(offer().textContent).toContain('too little memory');
    const other = { ...CRASH, type: 'ValueError', message: 'no' };
    await page.show({ ...after([started(), ended({ status: 'error', error: other })]), pytorchOffer: name });
    expect(isShown(offer())).toBe(false);
  });

  it('is not offered where no PyTorch is known, or PyTorch itself failed', async () => {
    await page.show({ ...ENGINES['outgrown']!(), pytorchOffer: null });
    expect(isShown(offer())).toBe(false);
    const { results, ...rest } = ENGINES['outgrown']!();
    const pytorch = ENGINES['on-pytorch']!().results.pytorch!;
    await page.show({ ...rest, results: { ...results, pytorch } });
    expect(isShown(offer())).toBe(false);
  });
});

describe('the comparison with PyTorch', () => {
  const part = (): HTMLElement => page.root.querySelector<HTMLElement>('.engine-comparison')!;
  const rows = (): readonly string[] =>
    [...part().querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent).join(' | '),
    );

  it('says what it waits for, and can be stopped', async () => {
    await scene('comparing');
    expect(textOf('.engine-verdict')).toBe('Running: PyTorch 2.9.0, Python 3.11');
    page.press('Stop');
    expect(page.sent).toEqual([{ type: 'engineComparison', wish: 'stop' }]);
  });

  it('has its column where the exercise has not run', async () => {
    await page.show(FRESH);
    expect(page.root.querySelector('.columns.single')).not.toBeNull();
    await scene('comparing');
    expect(part().closest('.columns.single')).toBeNull();
    expect(isShown(part())).toBe(true);
  });

  it('says that they agree, with both beside each other', async () => {
    await scene('agreed');
    expect(textOf('.engine-verdict')).toBe('The same to 1e-6.');
    expect([...part().querySelectorAll('thead th')].map(({ textContent }) => textContent)).toEqual([
      'Built in',
      'PyTorch 2.9.0, Python 3.11',
    ]);
    expect(rows().some((row) => row.startsWith('ended | ok | ok'))).toBe(true);
    expect(rows().some((row) => row.startsWith('w[0] | '))).toBe(true);
    expect(part().querySelectorAll('.legend .entry').length).toBeGreaterThan(1);
    expect(part().querySelector('mark')).toBeNull();
    page.press('Copy for a report');
    page.press('Compare again');
    expect(page.sent).toEqual([
      { type: 'engineComparison', wish: 'copy' },
      { type: 'takeStep', step: 'compareWithPyTorch' },
    ]);
  });

  it('marks the first line in which what they print differs', async () => {
    await scene('parted');
    expect(textOf('.engine-verdict')).toBe('They part: printed text in line 2: loss 0.5 and loss 0.75.');
    expect([...part().querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual([
      'loss 0.5\n',
      'loss 0.75\n',
    ]);
  });

  it('shows the end where one prints more', async () => {
    const lines = Array.from({ length: 50 }, (_, index) => `line ${String(index + 1)}`);
    await page.show({ ...ENGINES['agreed']!(), engineComparison: comparisonOf(lines, lines.slice(0, 40)) });
    expect(part().querySelector('mark')?.textContent).toBe('line 41\n');
    expect(part().querySelector('h3')?.textContent).toBe('Built in, from line 38');
  });

  it('says why there is none, and goes when it is closed', async () => {
    const failed = {
      ...comparisonOf([], []),
      status: 'failed',
      problem: 'No Python <b>here</b>',
      comparison: null,
    } as const;
    await page.show({ ...ENGINES['agreed']!(), engineComparison: failed });
    expect(textOf('.engine-verdict')).toBe('No Python <b>here</b>');
    page.press('Close');
    expect(page.sent).toEqual([{ type: 'engineComparison', wish: 'close' }]);
    await page.show({ ...ENGINES['agreed']!(), engineComparison: null });
    expect(isShown(part())).toBe(false);
  });
});
