/** A figure that the exercise saved, drawn into a file that stays. */

import path from 'node:path';
import * as vscode from 'vscode';
import { drawingReady, figureBytes } from '../training/threads/drawn-figure.ts';
import type { ExerciseRecord } from './exercise-record.ts';
import { saveFile } from './save-file.ts';
import { reasonOf } from '../text/reason.ts';

/** @param name as the exercise gave it; the last file of that name */
export async function keepFigure(record: ExerciseRecord, name: string): Promise<void> {
  const file = record.state.results.figureFiles.findLast((one) => one.name === name);
  if (file === undefined) return;
  try {
    await drawingReady();
    const content = figureBytes(file.drawing, path.join(__dirname, 'engine'));
    await saveFile(record, { name: path.posix.basename(name), format: file.drawing.format, content });
  } catch (error) {
    const why = reasonOf(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('The figure cannot be drawn: {0}', why));
  }
}
