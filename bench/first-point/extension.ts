/** The extension before anything has asked for it. */
import * as vscode from 'vscode';
import type { Testing } from '../../src/extension.ts';

/** @throws Error when something has activated it: nothing of what follows would be cold */
export function sleepingExtension(): vscode.Extension<{ readonly testing: Testing }> {
  const extension = vscode.extensions.getExtension<{ testing: Testing }>('d2l-exercises.d2l-exercises');
  if (extension === undefined) throw new Error('the extension is not installed');
  if (extension.isActive) throw new Error('the extension is active already');
  return extension;
}

/** Milliseconds of the system's clock, the same in every process. */
export const now = (): number => performance.timeOrigin + performance.now();
