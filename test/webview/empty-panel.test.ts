import { expect, describe, it, beforeEach } from 'vitest';
import { EMPTY_STATE } from '../../src/run-model/state.ts';
import { FRESH } from './fake-feed.ts';
import { buttonNamed, isShown, openPage, type Page } from './page.ts';

let page: Page;

beforeEach(() => {
  page = openPage();
});

describe('the page without an exercise', () => {
  it('offers the workbook and nothing to run', async () => {
    await page.show(EMPTY_STATE);
    page.press('Open the workbook');
    expect(page.sent).toEqual([{ type: 'openWorkbook' }]);
    expect(isShown(page.section('loss'))).toBe(false);
    expect(buttonNamed(page.root, 'Run').hasAttribute('disabled')).toBe(true);
  });

  it('offers to run an exercise that has not been run', async () => {
    await page.show(FRESH);
    page.press('Run exercise');
    expect(page.sent).toEqual([{ type: 'run' }]);
    expect(page.root.textContent).toContain('3.4.6 · Learning rates');
  });
});

describe('the empty panel', () => {
  const words = (): string => page.root.querySelector('.empty')?.textContent ?? '';
  const exercises = [
    { id: '8-1', title: 'Planck', line: 3 },
    { id: '8-2', title: '', line: 20 },
  ];

  it('names the exercises of whatever document is open, and leads to them', async () => {
    await page.show({ ...FRESH, exercises, exercise: exercises[0]! });
    const links = [...page.root.querySelectorAll('.exercises .link')];
    expect(links.map((entry) => entry.textContent)).toEqual(['8-1 \u00b7 Planck', '8-2']);
    expect(links.map((entry) => entry.hasAttribute('aria-current'))).toEqual([true, false]);
    (links[1] as HTMLElement).click();
    expect(page.sent).toEqual([{ type: 'openLocation', document: FRESH.document, line: 20 }]);
  });

  it('says that it runs again while one types only where it does', async () => {
    const again = 'runs again as you type';
    await page.show(FRESH);
    expect(words()).toContain(again);
    for (const other of [
      { engine: { kind: 'python', name: 'PyTorch 2.9.0' } as const },
      { live: false },
      { isCell: true },
    ]) {
      await page.show({ ...FRESH, ...other });
      expect(words()).toContain('Run this exercise to see');
      expect(words()).not.toContain(again);
    }
  });

  it('says what to do where there is no code, and names no single section', async () => {
    await page.show(EMPTY_STATE);
    expect(words()).not.toMatch(/section 3\.4\b/);
    expect(isShown(buttonNamed(page.root, 'Open the workbook'))).toBe(true);
    await page.show({ ...EMPTY_STATE, document: '/a.py', documentName: 'a.py' });
    expect(words()).toContain('Write or paste code');
    expect(isShown(buttonNamed(page.root, 'Open the workbook'))).toBe(true);
  });
});
