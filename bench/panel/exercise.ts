/** Section 3.4's program with five epochs, in a file of its own. */
import type * as vscode from 'vscode';
import { moveInto, openPython, runExercise } from '../../test/vscode/extension.ts';

export const HEADING = '# %% [3.4] ';

export const PROGRAM = [
  '# %% Set-up',
  'import torch',
  'from d2l import torch as d2l',
  `${HEADING}Linear regression from scratch`,
  'model = d2l.LinearRegressionScratch(2, lr=0.03)',
  'data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2)',
  'trainer = d2l.Trainer(max_epochs=5)',
  'trainer.fit(model, data)',
];

export async function openExercise(): Promise<vscode.TextEditor> {
  const editor = await openPython(...PROGRAM);
  moveInto(editor, HEADING);
  await runExercise();
  return editor;
}
