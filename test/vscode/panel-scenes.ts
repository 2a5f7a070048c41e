/** The panel's designed states, shown in the real webview in any theme. */
import * as vscode from 'vscode';
import { SCENES } from '../webview/scenes.ts';
import { testing } from './extension.ts';
import { eventually, webview } from './window.ts';

/** A theme's name, and the class by which webviews are told of its kind. */
export const DARK = ['Default Dark Modern', 'vscode-dark'] as const;

/** Beside the dark theme, in which all rules are checked. */
export const OTHER_THEMES = {
  light: ['Default Light Modern', 'vscode-light'],
  'high contrast': ['Default High Contrast', 'vscode-high-contrast'],
  'high contrast light': ['Default High Contrast Light', 'vscode-high-contrast-light'],
} as const;

export async function useTheme([name, mark]: readonly [string, string]): Promise<void> {
  const settings = vscode.workspace.getConfiguration('workbench');
  await settings.update('colorTheme', name, vscode.ConfigurationTarget.Global);
  const classes = async () => String(await webview.evaluate('document.body.className')).split(' ');
  await eventually(name, classes, (found) => found.includes(mark));
}

const SIDE_BY_SIDE = 'fits side by side';

/** What the page itself remembers is chosen where a state has several fits. */
const chooseFits = (value: string): string => `(() => {
  const choice = document.querySelector('.loss .fit-choice:not([hidden])');
  if (choice === null || choice.value === '${value}') return false;
  choice.value = '${value}';
  choice.dispatchEvent(new Event('change'));
  return true;
})()`;

/** Shows a made-up state and waits until the page has drawn it. */
export async function showScene(name: string): Promise<void> {
  const { showPanelState } = await testing();
  showPanelState(SCENES[name]!());
  await drawn();
  const chosen = await webview.evaluate(chooseFits(name === SIDE_BY_SIDE ? 'each' : '3'));
  if (chosen === true) await drawn();
}

async function drawn(): Promise<void> {
  await webview.evaluate('new Promise((done) => setTimeout(() => requestAnimationFrame(done), 50))');
}
