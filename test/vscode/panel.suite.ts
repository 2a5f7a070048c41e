/** The panel's designed states in the real webview: what axe-core finds, in every kind of theme, and a clean console. */
import assert from 'node:assert/strict';
import { EMPTY_STATE } from '../../src/run-model/state.ts';
import { SCENES } from '../webview/scenes.ts';
import { closeEditors, openPanel, testing } from './extension.ts';
import { DARK, OTHER_THEMES, showScene, useTheme } from './panel-scenes.ts';
import {
  accessibilityProblems,
  emulateMedia,
  eventually,
  takeConsole,
  webview,
  windowIsReachable,
} from './window.ts';

/** Between them they hold everything that has a colour of its own. */
const COLOURFUL = [
  'fresh',
  'ok',
  'diverged',
  'timeout',
  'error',
  'unparsed',
  'compared',
  'figures',
  'unsolved',
  'solved',
  'four pins',
  'sweep form',
  'sweep with an error',
];

/** Rule, impact and first element, one to a line; minor ones are advice. */
async function problems(rules?: readonly string[]): Promise<string[]> {
  const found = await accessibilityProblems(rules);
  return found.map(({ rule, impact, elements }) => `${impact} ${rule}, ${elements.length}: ${elements[0]}`);
}

describe('the panel', () => {
  before(async function () {
    if (!windowIsReachable) return this.skip();
    await takeConsole();
    await openPanel('d2l.openToSide');
  });

  after(async () => {
    if (!windowIsReachable) return;
    await useTheme(DARK);
    (await testing()).showPanelState(EMPTY_STATE);
    await closeEditors();
  });

  for (const name of Object.keys(SCENES)) {
    it(`breaks no rule of accessibility: ${name}`, async () => {
      await showScene(name);
      assert.deepEqual(await problems(), []);
    });
  }

  for (const [kind, theme] of Object.entries(OTHER_THEMES)) {
    it(`has enough contrast in ${kind}`, async () => {
      await useTheme(theme);
      const found: string[] = [];
      for (const name of COLOURFUL) {
        await showScene(name);
        found.push(...(await problems(['color-contrast'])).map((problem) => `${name}: ${problem}`));
      }
      assert.deepEqual(found, []);
    });
  }

  it('writes what is less important in another colour than the rest, in light themes too', async () => {
    await useTheme(OTHER_THEMES.light);
    await showScene('ok');
    const [dim, plain] = (await webview.evaluate(
      "['.status-line .facts', 'h1'].map((selector) => getComputedStyle(document.querySelector(selector)).color)",
    )) as string[];
    assert.notEqual(dim, plain);
    await useTheme(DARK);
  });

  it('shows all of four pinned runs, however narrow it is', async () => {
    await showScene('four pins');
    const cut = await webview.evaluate(
      "(() => { const table = document.querySelector('.weights .scroll'); return table.scrollWidth - table.clientWidth; })()",
    );
    assert.equal(cut, 0);
  });

  it('stands still where the system asks for less motion', async () => {
    const turning = (): Promise<unknown> =>
      webview.evaluate("getComputedStyle(document.querySelector('.status .codicon')).animationName");
    await showScene('starting');
    assert.notEqual(await turning(), 'none');
    await emulateMedia({ reducedMotion: 'reduce' });
    try {
      assert.equal(await turning(), 'none');
    } finally {
      await emulateMedia({ reducedMotion: null });
    }
  });

  it('tells curves and sliders apart in forced colours', async () => {
    await emulateMedia({ forcedColors: 'active' });
    try {
      await showScene('compared');
      assert.deepEqual(await problems(['color-contrast']), []);
      const colors = await webview.evaluate(
        "[...document.querySelectorAll('.loss .swatch')].map((swatch) => getComputedStyle(swatch).borderTopColor)",
      );
      assert.equal(new Set(colors as string[]).size, 3);
      assert.equal(
        await webview.evaluate("getComputedStyle(document.querySelector('.slider')).forcedColorAdjust"),
        'none',
      );
    } finally {
      await emulateMedia({ forcedColors: null });
    }
  });

  it('has written nothing to the console, where a broken policy would be told', async () => {
    assert.deepEqual(await takeConsole(), []);
    await webview.evaluate(
      "document.head.append(Object.assign(document.createElement('style'), { textContent: 'p {}' }))",
    );
    const told = await eventually('the refusal of a style', takeConsole, (lines) => lines.length > 0);
    assert.match(told.join(), /Content Security Policy/);
  });
});
