/** What a learner sees without scrolling, where the focus goes, and that there is one panel: in a narrow panel beside the code. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeEditors,
  endOfRun,
  moveInto,
  openPanel,
  openPython,
  openWorkbookFile,
  panelState,
  replaceIn,
  runExercise,
} from './extension.ts';
import { eventually, webview, windowIsReachable, workbench } from './window.ts';

/** CSS pixels of the panel that everything of the first screen has to be within. */
const [WIDTH, HEIGHT] = [300, 900];

interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

function boxOf(selector: string): Promise<Box> {
  const expression = `(({ top, bottom, left, right }) => ({ top, bottom, left, right }))(
    document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect())`;
  return webview.evaluate(expression) as Promise<Box>;
}

async function isInView(selector: string): Promise<void> {
  const { top, bottom, left, right } = await boxOf(selector);
  const told = `${selector}: ${JSON.stringify({ top, bottom, left, right })}`;
  assert.ok(bottom > top && top >= 0 && bottom <= HEIGHT, told);
  assert.ok(left >= 0 && right <= WIDTH + 1, told);
}

describe('the first screen of a narrow panel', () => {
  let editor: vscode.TextEditor;

  before(async function () {
    this.timeout(90_000);
    if (!windowIsReachable) return this.skip();
    editor = await openWorkbookFile('3.4-linear-regression-scratch.py');
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await openPanel('d2l.openPanel');
    await narrow();
    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
  });
  after(async () => {
    if (!windowIsReachable) return;
    await workbench.resize(1280, 800);
    await closeEditors();
  });

  /** The panel is in the secondary side bar, whose left edge is moved. */
  async function narrow(): Promise<void> {
    await workbench.resize(1280, HEIGHT + 140);
    await workbench.dragLeftEdge('.part.auxiliarybar', Math.round((await webview.width()) - WIDTH));
    await eventually(
      'the width',
      () => webview.width(),
      (width) => Math.abs(width - WIDTH) <= 4,
    );
  }

  async function run(heading: string): Promise<void> {
    moveInto(editor, heading);
    const { status } = await runExercise();
    assert.equal(status, 'ok');
    await eventually(
      'the curve',
      () => webview.count('.loss-chart canvas'),
      (count) => count > 0,
    );
    await webview.evaluate('new Promise((done) => setTimeout(() => requestAnimationFrame(done), 100))');
  }

  for (const heading of ['# %% [3.4] ', '# %% [3.4.6] ']) {
    it(`has the curve and the learning rate together: ${heading}`, async () => {
      await run(heading);
      assert.equal(await webview.evaluate('scrollY'), 0);
      await isInView('.loss-chart');
      const { parameters } = await panelState();
      if (parameters.some(({ name }) => name === 'lr')) await isInView('.parameter:has([aria-label="lr"])');
    });
  }

  it('has them after a divergence with its hint too', async () => {
    const heading = '# %% [3.4] ';
    moveInto(editor, heading);
    const before = (await panelState()).run;
    await replaceIn(editor, heading, 'lr=0.03', 'lr=2.5');
    await endOfRun(before);
    await eventually(
      'the divergence',
      () => webview.text('.status'),
      (text) => text.startsWith('Diverged'),
    );
    await isInView('.loss-chart');
    await isInView('.parameter:has([aria-label="lr"])');
    await replaceIn(editor, heading, 'lr=2.5', 'lr=0.03');
  });

  it('is where another exercise begins, however far down the one before was', async () => {
    await run('# %% [3.4] ');
    await webview.evaluate('window.scrollTo(0, 100000)');
    assert.notEqual(await webview.evaluate('scrollY'), 0);
    moveInto(editor, '# %% [3.4.6] ');
    await eventually('the other exercise', panelState, ({ exercise }) => exercise?.id === '3.4.6');
    await eventually(
      'its top',
      () => webview.evaluate('scrollY'),
      (y) => y === 0,
    );
  });

  it('is not wider than the panel, tables included', async () => {
    await run('# %% [3.4] ');
    await workbench.dragLeftEdge('.part.auxiliarybar', 40);
    const tables = async () =>
      (await webview.evaluate(
        "[...document.querySelectorAll('.scroll')].filter((place) => place.scrollWidth > place.clientWidth + 1).map((place) => `${place.getAttribute('aria-label')}: ${place.scrollWidth} > ${place.clientWidth}`)",
      )) as string[];
    await eventually('the tables', tables, (wide) => wide.length === 0, 5);
    assert.equal(
      await webview.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth'),
      true,
    );
  });
});

describe('the focus', () => {
  afterEach(closeEditors);

  it('goes to the panel that was asked for, so that Tab moves in it and the code stays', async function () {
    if (!windowIsReachable) return this.skip();
    const editor = await openPython('# %% [3.4.6] Focus', 'lr = 0.03');
    const text = editor.document.getText();
    for (const open of ['d2l.openPanel', 'd2l.openToSide'] as const) {
      if (open === 'd2l.openToSide') await vscode.commands.executeCommand(open);
      await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
      await vscode.commands.executeCommand('d2l.openPanel');
      await eventually(
        'the focus in the panel',
        () => workbench.evaluate("document.activeElement?.matches('iframe.webview') ?? false"),
        (isThere) => isThere === true,
      );
      await eventually(
        'a focused control',
        async () => {
          await workbench.press('Tab');
          return webview.evaluate('document.activeElement !== document.body');
        },
        (isThere) => isThere === true,
      );
      assert.equal(editor.document.getText(), text);
    }
  });
});

describe('the panel as a tab', () => {
  after(closeEditors);

  it('stands there instead of the view, and the view is there again when it is closed', async function () {
    if (!windowIsReachable) return this.skip();
    await openPython('# %% [3.4.6] One panel', 'lr = 0.03');
    await openPanel('d2l.openPanel');
    const panels = () =>
      workbench.evaluate(
        '[...document.querySelectorAll(\'iframe.webview[src*="extensionId=d2l-exercises"]\')].filter((frame) => frame.checkVisibility({ visibilityProperty: true }) && frame.getBoundingClientRect().width > 0).length',
      );
    await eventually('one panel', panels, (count) => count === 1);
    await vscode.commands.executeCommand('d2l.openToSide');
    await eventually(
      'the tab',
      () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).map(({ label }) => label),
      (labels) => labels.includes('D2L Exercises'),
    );
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.equal(await panels(), 1);
    await vscode.commands.executeCommand('d2l.openToSide');
    assert.equal(await panels(), 1);
    await closeEditors();
    await openPanel('d2l.openPanel');
    await eventually('the view', panels, (count) => count === 1);
  });
});
