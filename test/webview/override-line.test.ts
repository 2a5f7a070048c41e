import { beforeEach, describe, expect, it } from 'vitest';
import type { PanelParameter } from '../../src/run-model/state.ts';
import { FRESH, PARAMETERS } from './fake-feed.ts';
import { isShown, openPage, type Page } from './page.ts';

const PLAIN = PARAMETERS.map((parameter) => ({ ...parameter, override: null }));

const overridden = (key: string, override: PanelParameter['override']): PanelParameter[] =>
  PLAIN.map((parameter) => (parameter.key === key ? { ...parameter, override } : parameter));

describe('the head’s line about values that are not the code’s', () => {
  let page: Page;
  const line = () => document.querySelector<HTMLElement>('.override-line')!;
  beforeEach(async () => {
    page = openPage();
    await page.show({ ...FRESH, parameters: PLAIN });
  });

  it('says that there are none, in the same place', () => {
    expect(isShown(line())).toBe(true);
    expect(line().textContent).toContain('Runs with the values in the code');
    expect(line().querySelector('[inert]')).not.toBeNull();
  });

  it('tells what runs and what the code says, and offers both ways to agree', async () => {
    const { key, name, value } = PARAMETERS.find(({ kind }) => kind === 'float')!;
    await page.show({ ...FRESH, parameters: overridden(key, 7.5) });
    expect(line().textContent).toContain(`Runs with ${name} = 7.5 (code: ${String(value)})`);
    expect(line().querySelector('.override-words')?.getAttribute('title')).toBe(
      `Runs with ${name} = 7.5, the code says ${String(value)}`,
    );
    expect(line().querySelector('[inert]')).toBeNull();
    for (const button of line().querySelectorAll('button')) button.click();
    expect(page.sent.slice(-2)).toEqual([{ type: 'applyToCode' }, { type: 'resetOverrides' }]);
  });
});

describe('the state of a run whose code has changed since', () => {
  it('says so', async () => {
    const page = openPage();
    await page.show({
      ...FRESH,
      status: 'ok',
      results: { ...FRESH.results, milliseconds: 8 },
      outdated: true,
    });
    expect(document.querySelector('.status')?.textContent).toBe('8.0 ms, before the last change');
  });
});
