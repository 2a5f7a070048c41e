/** Takes pictures of the way from a missing data set to a trained network: what scripts/screenshots.mjs runs inside VS Code. */
import * as vscode from 'vscode';
import { openPanel } from './extension.ts';
import { takeSevenSteps } from './seven-steps.ts';
import { workbench } from './window.ts';

/** The guide shows these. */
const SHOWN = ['missing', 'trained'];

export async function run(): Promise<void> {
  const place = process.env['D2L_SCREENSHOT'];
  if (!place) throw new Error('D2L_SCREENSHOT does not name the pictures');
  await workbench.resize(1280, 900);
  await vscode.workspace
    .getConfiguration('editor')
    .update('minimap.enabled', false, vscode.ConfigurationTarget.Global);
  await vscode.commands.executeCommand('workbench.action.closeSidebar');
  await openPanel('d2l.openPanel');
  await takeSevenSteps(async (step) => {
    if (!SHOWN.includes(step)) return;
    await vscode.commands.executeCommand('notifications.clearAll');
    await new Promise((resolve) => setTimeout(resolve, 1000)); // fonts and the chart's last frame
    await workbench.screenshot(`${place}-${step}.png`);
  });
}
