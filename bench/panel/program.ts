/** What bench/panel.mjs runs inside VS Code: each part gives lines to print and the targets that it missed. */
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import * as vscode from 'vscode';
import { openPanel } from '../../test/vscode/extension.ts';
import { workbench } from '../../test/vscode/window.ts';
import { timeDrawing } from './drawing.ts';
import { timeKeystrokes } from './keystrokes.ts';
import type { Measured } from './measured.ts';
import { watchMemory } from './memory.ts';

async function measure(): Promise<readonly Measured[]> {
  await workbench.resize(1440, 900);
  await openPanel('d2l.openPanel');
  return [await timeKeystrokes(), await timeDrawing(), await watchMemory()];
}

export async function run(): Promise<void> {
  const file = process.env['D2L_BENCH_RESULTS'];
  if (!file) throw new Error('D2L_BENCH_RESULTS does not name the file for the results');
  const machine = `${cpus().length} x ${cpus()[0]?.model ?? 'processor'}, VS Code ${vscode.version} served to a headless browser`;
  try {
    const measured = await measure();
    const lines = [machine, ...measured.flatMap((part) => ['', ...part.lines])];
    await writeFile(file, JSON.stringify({ lines, missed: measured.flatMap(({ missed }) => missed) }));
  } catch (error) {
    const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    await writeFile(
      file,
      JSON.stringify({ lines: [machine, failure], missed: ['the bench did not come to its end'] }),
    );
  }
}
