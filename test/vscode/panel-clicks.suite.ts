/** Every control of the panel that changes nothing in the code, pressed as a learner does: past runs, files, the chart, sliders, Stop. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { isActive } from '../../src/run-model/state.ts';
import {
  closeEditors,
  endOfRun,
  moveInto,
  openPython,
  panelState,
  replaceIn,
  runExercise,
} from './extension.ts';
import { eventually, webview, windowIsReachable, workbench } from './window.ts';

const HEADING = '# %% [3.4.6] ';
const PROGRAM = [
  '# %% Set-up for presses',
  'import torch',
  'from d2l import torch as d2l',
  `${HEADING}Learning rates`,
  'model = d2l.LinearRegressionScratch(2, lr=0.03)',
  'data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2)',
  'd2l.Trainer(max_epochs=3).fit(model, data)',
];

const ROW = '.runs-table tbody tr:first-child';
const RESET_ZOOM = '.loss vscode-button[aria-label="Reset zoom"]';

function isHidden(selector: string): Promise<unknown> {
  return webview.evaluate(`document.querySelector(${JSON.stringify(selector)}).hidden`);
}

/** Chooses an item of a menu and takes the name that the dialog offers; returns what was written. */
async function saved(section: string, item: string): Promise<string> {
  await webview.evaluate(
    `[...document.querySelectorAll('section.${section} .menu-item')].find((entry) => entry.textContent === '${item}\u2026').click()`,
  );
  const offered = () =>
    workbench.evaluate("document.querySelector('.quick-input-widget input')?.value ?? ''");
  const ending = `.${item.toLowerCase()}`;
  await eventually('the name in the dialog', offered, (name) => String(name).endsWith(ending));
  await workbench.press('Enter');
  const find = async () => vscode.workspace.findFiles(`*${ending}`);
  const [file] = await eventually('the file', find, (files) => files.length === 1);
  const content = async () => Buffer.from(await vscode.workspace.fs.readFile(file!)).toString();
  const text = await eventually('its content', content, (written) => written !== '');
  await vscode.workspace.fs.delete(file!);
  return text;
}

describe('presses in the panel', () => {
  let editor: vscode.TextEditor;

  before(async function () {
    this.timeout(60_000);
    if (!windowIsReachable) return this.skip();
    editor = await openPython(...PROGRAM);
    moveInto(editor, HEADING);
    await runExercise();
    const before = (await panelState()).run;
    await replaceIn(editor, HEADING, 'lr=0.03', 'lr=0.1');
    await endOfRun(before);
    await vscode.commands.executeCommand('notifications.clearAll');
  });
  after(closeEditors);

  it('name a run, pin it and let it go', async () => {
    await webview.click(`${ROW} [data-focus^="name"]`);
    await webview.fill('.name-field', 'faster');
    await workbench.press('Enter');
    await eventually('the name', panelState, ({ history }) => history.at(-1)?.name === 'faster');
    const legend = () => webview.text('.loss .legend');
    for (const pinned of [true, false]) {
      await webview.click(`${ROW} [aria-pressed="${String(!pinned)}"]`);
      await eventually('the pin', panelState, ({ history }) => history.at(-1)?.pinned === pinned);
      await eventually('the legend', legend, (text) => text.includes('faster') === pinned);
    }
  });

  it('write the runs and the chart to files', async () => {
    assert.match(
      await saved('runs', 'CSV'),
      /^run,name,changed,status,.*\r\n1,,.*\r\n2,faster,lr 0\.03 -> 0\.1,ok,/,
    );
    const { format, runs } = JSON.parse(await saved('runs', 'JSON')) as { format: string; runs: unknown[] };
    assert.deepEqual([format, runs.length], ['d2l-exercises runs', 2]);
    const picture = await saved('loss', 'SVG');
    assert.match(picture, /^<svg [^]*<polyline [^]*<\/svg>\s*$/);
  });

  it('hide a curve and show it again', async () => {
    const entry = '.loss .legend button.entry';
    for (const pressed of ['false', 'true']) {
      await webview.click(entry);
      assert.equal(await webview.attribute(entry, 'aria-pressed'), pressed);
    }
  });

  it('zoom into the chart by mouse and by keys, and out again', async () => {
    assert.equal(await isHidden(RESET_ZOOM), true);
    await webview.drag('.loss-chart .u-over', 0.2, 0.6);
    await eventually(
      'the zoom',
      () => isHidden(RESET_ZOOM),
      (hidden) => hidden === false,
    );
    await webview.click(RESET_ZOOM);
    await eventually(
      'all epochs',
      () => isHidden(RESET_ZOOM),
      (hidden) => hidden === true,
    );
    await webview.evaluate("document.querySelector('.loss-chart').focus()");
    await workbench.press('+');
    await eventually(
      'the zoom',
      () => isHidden(RESET_ZOOM),
      (hidden) => hidden === false,
    );
    await workbench.press('Escape');
    await eventually(
      'all epochs',
      () => isHidden(RESET_ZOOM),
      (hidden) => hidden === true,
    );
  });

  it('open the table behind the chart, and fold a section', async () => {
    const table = 'section.loss vscode-button[aria-label="Table"]';
    await webview.click(table);
    assert.ok((await webview.count('section.loss .series-table tbody tr')) >= 3);
    await webview.click(table);
    assert.equal(await webview.count('section.loss .series-table'), 0);
    const isOpen = () => webview.evaluate("document.querySelector('section.runs details').open");
    for (const open of [false, true]) {
      await webview.click('section.runs summary');
      assert.equal(await isOpen(), open);
    }
  });

  it('drag a slider: many runs, of which the history keeps the last', async () => {
    const { history, run } = await panelState();
    await webview.drag('.slider[aria-label="lr"]', 0.5, 0.7);
    const summary = async () => {
      const { history: runs, parameters, status, run: last } = await panelState();
      const wanted = parameters.find(({ name }) => name === 'lr')?.override;
      return { count: runs.length, lr: runs.at(-1)?.parameters['lr'], wanted, status, last };
    };
    const ended = await eventually(
      'the run of the last value',
      summary,
      ({ count, lr, wanted, status }) => count > history.length && lr === wanted && !isActive(status),
    );
    assert.equal(ended.count, history.length + 1);
    assert.notEqual(ended.wanted, null);
    assert.ok(ended.last! > run! + 1, 'nothing ran while the slider moved');
    await webview.click('vscode-button[aria-label="Reset"]');
    await eventually('the code\u2019s value', panelState, ({ parameters }) =>
      parameters.every((p) => p.override === null),
    );
    await endOfRun(ended.last);
  });

  it('stop a run', async () => {
    await eventually('the end of earlier runs', panelState, ({ status }) => status === 'ok');
    await replaceIn(editor, HEADING, 'max_epochs=3', 'max_epochs=300000');
    await eventually('the run', panelState, ({ status }) => status === 'running');
    await webview.click('header vscode-button:has-text("Stop")');
    await eventually('the end', panelState, ({ status }) => status === 'stopped');
    await replaceIn(editor, HEADING, 'max_epochs=300000', 'max_epochs=3');
  });

  it('stop a sweep, whose results so far stay', async function () {
    this.timeout(90_000);
    await replaceIn(editor, HEADING, 'max_epochs=3', 'max_epochs=3000');
    await webview.click('.tool-place [aria-label^="Sweep lr"]');
    await webview.click('.sweep-form vscode-button[aria-label="Run sweep"]');
    await eventually('the sweep', panelState, ({ sweep }) => sweep?.status === 'running');
    await webview.click('.sweep .actions vscode-button[aria-label="Stop sweep"]');
    const { sweep } = await eventually('its end', panelState, (state) => state.sweep?.status === 'stopped');
    assert.ok(sweep!.runs.length < sweep!.values.length);
    await eventually(
      'the words',
      () => webview.text('.sweep-status'),
      (text) => /^lr: Stopped after \d+ of 9 runs/.test(text),
    );
  });
});

/** The innermost element with the focus, what it is called, and whether something around it shows that. */
const FOCUSED = `(() => {
  let at = document.activeElement;
  let name = '';
  while (at !== null) {
    name ||= at.getAttribute('aria-label') ?? at.textContent.trim().slice(0, 40);
    if (!at.shadowRoot?.activeElement) break;
    at = at.shadowRoot.activeElement;
  }
  const { outlineStyle, outlineWidth } = getComputedStyle(at);
  const box = at.getBoundingClientRect();
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.setProperty('color', 'var(--vscode-focusBorder)');
  const focusColor = getComputedStyle(probe).color;
  probe.remove();
  const ring = outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
  const around = getComputedStyle(at.parentElement ?? at).borderTopColor === focusColor;
  return { name, shown: ring || around, right: box.right, html: at.outerHTML.slice(0, 200) };
})()`;

describe('the panel by keyboard', () => {
  it('shows where the focus is, and nothing beyond its edge', async function () {
    if (!windowIsReachable) return this.skip();
    const editor = await openPython(...PROGRAM);
    moveInto(editor, HEADING);
    await runExercise();
    await vscode.commands.executeCommand('d2l.panel.focus');
    await webview.evaluate("document.querySelector('header .link').focus()");
    const seen: { name: string; shown: boolean; right: number; html: string }[] = [];
    for (let presses = 0; presses < 24; presses += 1) {
      await workbench.press('Tab');
      seen.push((await webview.evaluate(FOCUSED)) as (typeof seen)[number]);
    }
    const width = Number(await webview.evaluate('innerWidth'));
    assert.deepEqual(
      seen.filter(({ shown }) => !shown),
      [],
      'no ring',
    );
    assert.deepEqual(
      seen.filter(({ right }) => right > width),
      [],
      'cut off',
    );
    assert.ok(new Set(seen.map(({ html }) => html)).size > 15, 'the focus is caught');
    await closeEditors();
  });
});
