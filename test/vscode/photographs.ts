/** Pictures of the window for people who look at them, where `D2L_PHOTOS` names a folder. */
import path from 'node:path';
import * as vscode from 'vscode';
import { windowIsReachable, workbench } from './window.ts';

const folder = process.env['D2L_PHOTOS'];

/** Whether there are any to take. */
export const takesPhotographs = windowIsReachable && folder !== undefined && folder !== '';

const THEMES = { dark: 'Default Dark Modern', light: 'Default Light Modern' };

/** Time for a theme, fonts and the last frame of a chart, in milliseconds. */
const SETTLED = 1200;

/** In a dark and a light theme: `name-dark.png`, `name-light.png`. @param take takes one; of the whole window by default */
export async function photographThemes(
  name: string,
  take: (file: string) => Promise<void> = workbench.screenshot,
): Promise<void> {
  if (!takesPhotographs) return;
  const settings = vscode.workspace.getConfiguration('workbench');
  await vscode.commands.executeCommand('notifications.clearAll');
  for (const [theme, title] of Object.entries(THEMES)) {
    await settings.update('colorTheme', title, vscode.ConfigurationTarget.Global);
    await new Promise((resolve) => setTimeout(resolve, SETTLED));
    await take(path.resolve(folder!, `${name}-${theme}.png`));
  }
  await settings.update('colorTheme', undefined, vscode.ConfigurationTarget.Global);
}
