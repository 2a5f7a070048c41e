/** Takes pictures of the graph and of models while they learn: what scripts/screenshots.mjs runs inside VS Code. */
import * as vscode from 'vscode';
import { moveInto, openPanel, openPython, openWorkbookFile, panelState, runExercise } from './extension.ts';
import { CLASSES, CNN, LINEAR, MLP, moons, TWICE } from './looked-programs.ts';
import { eventually, webview, workbench, type Clip } from './window.ts';

const THEMES = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  contrast: 'Default High Contrast',
  'contrast-light': 'Default High Contrast Light',
} as const;

/** High contrast is for looking at, not for the guide. */
const isForGuide = (theme: string): boolean => theme === 'dark' || theme === 'light';

const graphs: Readonly<Record<string, readonly string[]>> = { mlp: MLP, cnn: CNN, freed: TWICE };
const trainings: Readonly<Record<string, readonly string[]>> = {
  '3.4': LINEAR,
  mlp: moons(300),
  cnn: CLASSES,
};

export async function run(): Promise<void> {
  const [guide, other] = [process.env['D2L_SCREENSHOT'], process.env['D2L_PHOTOS']];
  if (!guide) throw new Error('D2L_SCREENSHOT does not name a folder');
  const places = { guide, other: other ?? null };
  await workbench.resize(1440, 1300);
  await vscode.commands.executeCommand('workbench.action.closeSidebar');
  await openPanel('d2l.openToSide');
  const editor = await openWorkbookFile('3.4-linear-regression-scratch.py');
  moveInto(editor, '# %% [3.4] ');
  await runExercise();
  await photographGraph('3.4', places);
  for (const [name, lines] of Object.entries(graphs)) {
    await runProgram(lines);
    await photographGraph(name, places);
  }
  await webview.evaluate(`document.querySelector('section.learning details').open = true`);
  for (const [name, lines] of Object.entries(trainings)) {
    await runProgram(lines);
    await eventually(
      'the steps',
      () => webview.count('section.learning .figure-view, section.learning canvas'),
      (count) => count > 0,
    );
    await photograph(`learning-${name}`, 'section.learning', places);
  }
}

interface Places {
  readonly guide: string;
  /** For pictures that are only looked at. */
  readonly other: string | null;
}

async function runProgram(lines: readonly string[]): Promise<void> {
  const editor = await openPython(...lines);
  moveInto(editor, '# %% ');
  await runExercise();
}

async function photographGraph(name: string, places: Places): Promise<void> {
  await vscode.commands.executeCommand('d2l.showGraph');
  await eventually(
    'the graph',
    async () => (await panelState()).results.graph,
    (graph) => graph !== undefined,
  );
  await eventually(
    'its drawing',
    () => webview.count('section.graph .box'),
    (count) => count > 0,
  );
  await photograph(`graph-${name}`, 'section.graph', places);
}

async function photograph(name: string, section: string, places: Places): Promise<void> {
  const themes = vscode.workspace.getConfiguration('workbench');
  for (const [kind, theme] of Object.entries(THEMES)) {
    const folder = isForGuide(kind) ? places.guide : places.other;
    if (folder === null) continue;
    await themes.update('colorTheme', theme, vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand('notifications.clearAll');
    await webview.evaluate(`document.querySelector('${section}').scrollIntoView({ block: 'start' })`);
    await new Promise((resolve) => setTimeout(resolve, 1200)); // the theme, fonts and the last frames
    await workbench.screenshot(`${folder}/${name}-${kind}.png`, await placeOf(section));
  }
}

/** Where in the window a section of the panel is. */
async function placeOf(section: string): Promise<Clip> {
  const rectangle = (selector: string): string => `(({ x, y, width, height }) => ({ x, y, width, height }))(
    document.querySelector('${selector}').getBoundingClientRect())`;
  const page = (await workbench.evaluate(rectangle('iframe.webview'))) as Clip;
  const part = (await webview.evaluate(rectangle(section))) as Clip;
  const y = page.y + Math.max(0, part.y);
  const bottom = Math.min(page.y + page.height, page.y + part.y + part.height);
  return { x: page.x + part.x, y, width: part.width, height: bottom - y };
}
