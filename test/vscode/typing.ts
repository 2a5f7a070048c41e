/**
 * Types into a file of 5000 lines with live runs on and measures what of the extension host's time is ours: what
 * scripts/typing.mjs runs inside VS Code. A sampling profiler of the host itself tells it.
 */
import { writeFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import type { Profiler } from 'node:inspector';
import * as vscode from 'vscode';
import { closeEditors, endOfRun, openPython, panelState, runExercise } from './extension.ts';

const BLOCKS = 500;
const KEYSTROKES = 100;
/** Microseconds between two samples. */
const INTERVAL = 200;
/** Milliseconds between two keystrokes: faster than the pause after which a live run starts, then slower. */
const PACES = [40, 400];

function program(): string[] {
  const block = (index: number): string[] => [
    `# %% [3.4.${index + 1}] Block ${index + 1}`,
    `lr_${index} = 0.03`,
    'def f(x, scale=2.0, shift=-1):',
    '    return scale * x + shift',
    'values = [1.0, 2.5, -3.0]',
    'total = 0',
    'for value in values:',
    `    total += f(value, scale=${index + 1})`,
    `print(total * lr_${index})`,
    '',
  ];
  return Array.from({ length: BLOCKS }, (_, index) => block(index)).flat();
}

/** Stretches of time, in milliseconds, in which the host was in the extension's code or in what that called. */
function stretches({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile, folder: string): number[] {
  const ours = new Set<number>();
  const children = new Map(nodes.map((node) => [node.id, node.children ?? []]));
  const mark = (id: number): void => {
    if (ours.has(id)) return;
    ours.add(id);
    children.get(id)?.forEach(mark);
  };
  for (const { id, callFrame } of nodes) if (callFrame.url.includes(folder)) mark(id);
  const found: number[] = [];
  let current = 0;
  samples.forEach((sample, index) => {
    const milliseconds = (timeDeltas[index + 1] ?? 0) / 1000;
    if (ours.has(sample)) current += milliseconds;
    else if (current > 0) {
      found.push(current);
      current = 0;
    }
  });
  return current > 0 ? [...found, current] : found;
}

async function typeAt(pace: number): Promise<void> {
  for (let count = 0; count < KEYSTROKES; count += 1) {
    // Digits into a literal: every state of the text runs. Now and then a new line, which moves the cursor.
    await vscode.commands.executeCommand('type', { text: count % 10 === 9 ? '\n' : '1' });
    await new Promise((resolve) => setTimeout(resolve, pace));
  }
}

export async function run(): Promise<void> {
  const file = process.env['D2L_TYPING'];
  if (!file) throw new Error('D2L_TYPING does not name the file for the results');
  const folder = vscode.extensions.getExtension('d2l-exercises.d2l-exercises')?.extensionPath ?? '';
  const editor = await openPython(...program());
  const line = (BLOCKS / 2) * 10 + 1;
  const end = editor.document.lineAt(line).range.end;
  editor.selection = new vscode.Selection(end, end);
  await runExercise();
  const results = [];
  for (const pace of PACES) {
    const profiler = new Session();
    profiler.connect();
    await profiler.post('Profiler.enable');
    await profiler.post('Profiler.setSamplingInterval', { interval: INTERVAL });
    await profiler.post('Profiler.start');
    const before = (await panelState()).run;
    await typeAt(pace);
    const { profile } = await profiler.post('Profiler.stop');
    profiler.disconnect();
    if (pace > 250) await endOfRun(before).catch(() => undefined);
    const all = stretches(profile, `${folder}/dist/`).filter((milliseconds) => milliseconds > 0);
    results.push({
      pace,
      keystrokes: KEYSTROKES,
      longest: Math.max(0, ...all),
      perKeystroke: all.reduce((sum, milliseconds) => sum + milliseconds, 0) / KEYSTROKES,
    });
  }
  await writeFile(file, JSON.stringify({ lines: editor.document.lineCount, results }));
  await closeEditors();
}
