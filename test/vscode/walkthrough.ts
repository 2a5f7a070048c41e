/** Takes the pictures of the walkthrough: what scripts/screenshots.mjs runs inside VS Code. */
import * as vscode from 'vscode';
import { endOfRun, moveInto, panelState, replaceIn } from './extension.ts';
import { eventually, webview, workbench, type Clip } from './window.ts';

const THEMES = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  hc: 'Default High Contrast',
} as const;

const [width, height] = [1000, 640];
/** Of the panel's column, in pixels. */
const widening = 130;
const PROGRAM = '# %% [3.4] ';
const EXERCISE = '# %% [3.4.6] ';

/** The window without its title and status bar. */
const clip: Clip = { x: 0, y: 36, width, height: 470 };

/** What has to be done for each picture. */
const STEPS: Readonly<Record<string, () => Promise<void>>> = {
  open: openWorkbook,
  run: runProgram,
  change: changeRate,
  panel: showControls,
  solve: solveExercise,
};

async function tidy(): Promise<void> {
  await workbench.resize(width, height);
  const settings = vscode.workspace.getConfiguration();
  const quiet = {
    'editor.minimap.enabled': false,
    'editor.stickyScroll.enabled': false,
    'editor.occurrencesHighlight': 'off',
    'editor.wordWrap': 'on',
    'breadcrumbs.enabled': false,
    'workbench.tips.enabled': false,
  };
  for (const [name, value] of Object.entries(quiet))
    await settings.update(name, value, vscode.ConfigurationTarget.Global);
}

async function openWorkbook(): Promise<void> {
  await vscode.commands.executeCommand('d2l.workbook.focus');
  await eventually(
    'the sections',
    () => workbench.texts('.pane-body .monaco-list-row'),
    (rows) => rows.length >= 7,
  );
  await workbench.click('.pane-body .monaco-list-row:has-text("3.4 ")');
  await vscode.commands.executeCommand('d2l.workbook.openExercise', '3.4.6');
}

async function runProgram(): Promise<void> {
  const before = (await panelState()).run;
  await vscode.commands.executeCommand('d2l.workbook.runExercise', '3.4');
  await endOfRun(before);
  await vscode.commands.executeCommand('workbench.action.closeSidebar');
  await workbench.dragLeftEdge('.part.auxiliarybar', -widening);
  await eventually(
    'the weights',
    () => webview.text('table.weights-table'),
    (text) => text.includes('b'),
  );
  toTop(PROGRAM);
}

async function changeRate(): Promise<void> {
  await rerun(() => replaceIn(editor(), PROGRAM, 'lr=0.03', 'lr=2.5'));
  await eventually(
    'the divergence',
    () => webview.text('.sentence'),
    (text) => text.startsWith('Diverged'),
  );
}

async function showControls(): Promise<void> {
  await rerun(() => replaceIn(editor(), PROGRAM, 'lr=2.5', 'lr=0.3'));
  await webview.evaluate("document.querySelector('.weights-table').scrollIntoView({ block: 'start' })");
}

async function solveExercise(): Promise<void> {
  await vscode.commands.executeCommand('d2l.workbook.focus');
  await vscode.commands.executeCommand('d2l.workbook.openExercise', '3.4.6');
  await replaceIn(editor(), EXERCISE, '(0.03,)', '(0.003, 0.3, 2.5)');
  const before = (await panelState()).run;
  await vscode.commands.executeCommand('d2l.workbook.runExercise', '3.4.6');
  await endOfRun(before);
  await webview.evaluate('window.scrollTo(0, 0)');
  toTop(EXERCISE);
}

function editor(): vscode.TextEditor {
  return vscode.window.activeTextEditor!;
}

/** The cell begins near the top, with what stands above its heading. */
function toTop(heading: string): void {
  moveInto(editor(), heading);
  const line = Math.max(0, editor().selection.active.line - 4);
  editor().revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.AtTop);
}

async function rerun(change: () => Promise<void>): Promise<void> {
  const before = (await panelState()).run;
  await change();
  await endOfRun(before);
}

export async function run(): Promise<void> {
  const folder = process.env['D2L_SCREENSHOT'];
  if (!folder) throw new Error('D2L_SCREENSHOT does not name the folder for the pictures');
  await tidy();
  for (const [name, arrange] of Object.entries(STEPS)) {
    await arrange();
    await vscode.commands.executeCommand('notifications.clearAll');
    for (const [theme, title] of Object.entries(THEMES)) {
      const settings = vscode.workspace.getConfiguration('workbench');
      await settings.update('colorTheme', title, vscode.ConfigurationTarget.Global);
      await new Promise((resolve) => setTimeout(resolve, 1200)); // fonts, colours and the chart's last frame
      await workbench.screenshot(`${folder}/${name}-${theme}.png`, clip);
    }
  }
}
