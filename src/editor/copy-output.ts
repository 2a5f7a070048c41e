/** *Copy output*: what the panel shows of what the exercise printed, as text on the clipboard. */

import * as vscode from 'vscode';
import type { Output } from '../run-model/output.ts';
import { shownResults } from '../run-model/shown-results.ts';
import { visible } from '../text/visible.ts';
import { leftOutText } from '../training/protocol/left-out.ts';
import type { ExerciseRecord } from './exercise-record.ts';

/** `shown`: the exercise in the panel. */
export async function copyOutput(shown: Pick<ExerciseRecord, 'state'> | undefined): Promise<void> {
  const text = shown === undefined ? '' : outputText(shownResults(shown.state).results);
  if (text === '')
    return void vscode.window.showInformationMessage(vscode.l10n.t('This exercise has printed nothing.'));
  await vscode.env.clipboard.writeText(text);
}

/** With control characters made visible: a terminal into which it is pasted is to obey none. */
function outputText({ outputs, outputTail }: Output): string {
  const head = outputs.map(({ text }) => text).join('');
  if (outputTail === null) return visible(head);
  const tail = outputTail.parts.map(({ text }) => text).join('');
  const gap = outputTail.leftOut.characters === 0 ? '' : `\n${leftOutText(outputTail.leftOut)}\n`;
  return visible(`${head}${gap}${tail}`);
}
