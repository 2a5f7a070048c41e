/** Takes a picture of each of the panel's states, in each theme and width: what scripts/screenshots.mjs lays out on sheets. */
import path from 'node:path';
import * as vscode from 'vscode';
import { SCENES } from '../webview/scenes.ts';
import { DARK, OTHER_THEMES, showScene, useTheme } from './panel-scenes.ts';
import { openPanel } from './extension.ts';
import { eventually, webview, workbench } from './window.ts';

/** Of the panel, in pixels: the narrowest that VS Code allows, its usual width beside the code, and as an editor tab. */
const WIDTHS = [200, 240, 400, 900];
/** Of the window, in pixels: the longest state fits. */
const HEIGHT = 2600;

/** Makes the panel's tab so wide. */
async function widen(width: number): Promise<void> {
  await workbench.resize(width + 300, HEIGHT);
  const around =
    width +
    300 -
    (await eventually(
      'a width',
      () => webview.width(),
      (found) => found > 0,
    ));
  await workbench.resize(width + around, HEIGHT);
  await eventually(
    'the width',
    () => webview.width(),
    (found) => Math.abs(found - width) < 2,
  );
}

export async function run(): Promise<void> {
  const folder = process.env['D2L_STATES'];
  if (!folder) throw new Error('D2L_STATES does not name the folder for the pictures');
  // `D2L_SCENES=classifier,translator` takes these alone.
  const wanted = process.env['D2L_SCENES']?.split(',');
  const scenes = Object.keys(SCENES).filter((name) => wanted?.includes(name) ?? true);
  await vscode.commands.executeCommand('workbench.action.closeSidebar');
  await vscode.commands.executeCommand('workbench.action.closeAuxiliaryBar');
  await openPanel('d2l.openToSide');
  for (const width of WIDTHS) {
    await widen(width);
    for (const [kind, theme] of Object.entries({ dark: DARK, ...OTHER_THEMES })) {
      await useTheme(theme);
      await vscode.commands.executeCommand('notifications.clearAll');
      for (const name of scenes) {
        await showScene(name);
        await new Promise((resolve) => setTimeout(resolve, 150)); // the chart takes the new width in
        await webview.screenshot(path.join(folder, `${kind.replaceAll(' ', '-')}-${width}`, `${name}.png`));
      }
    }
  }
}
