/** The line that says whether the workbook's exercise is solved. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/checks/verdict.ts';
import type { PanelState } from '../../src/run-model/state.ts';
import { SCENES } from './scenes.ts';
import { SOLVED, UNSOLVED } from './fake-verdicts.ts';
import { openPage, type Page } from './page.ts';

const { missing: MISSING } = UNSOLVED;

let page: Page;

async function show(verdict: Verdict | null): Promise<HTMLElement> {
  const state: PanelState = { ...SCENES['ok']!(), verdict };
  await page.show(state);
  return page.root.querySelector<HTMLElement>('.verdict')!;
}

beforeEach(() => {
  page = openPage();
});

describe('the verdict', () => {
  it('is absent where there is nothing to judge', async () => {
    expect((await show(null)).hidden).toBe(true);
  });

  it('lists all that is missing, as text', async () => {
    const line = await show(UNSOLVED);
    expect(line.hidden).toBe(false);
    expect(line.classList.contains('solved')).toBe(false);
    expect(line.textContent).toContain('Not solved yet: 1 of 3.');
    expect([...line.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual(MISSING);
  });

  it('says that it is solved, and goes again', async () => {
    await show(UNSOLVED);
    const line = await show(SOLVED);
    expect(line.classList.contains('solved')).toBe(true);
    expect(line.textContent).toBe('Solved. All three.');
    expect((await show(null)).hidden).toBe(true);
  });

  it('says one missing thing in one line', async () => {
    const line = await show({ ...UNSOLVED, missing: [MISSING[0]!], met: 0, wanted: 1 });
    expect(line.textContent).toBe(`Not solved yet. ${MISSING[0]}`);
  });
});
