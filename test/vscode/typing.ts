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
/**
 * A sample that comes later than so many milliseconds counts for no more: the machine had given the processor to
 * somebody else. Without other programs none does.
 */
const LATE = 1;
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

/** A stretch of time in which the host was in the extension's code or in what that called. */
interface Stretch {
  /** On the processor. */
  readonly milliseconds: number;
  /** By the clock. */
  readonly elapsed: number;
  /** Time by stack, from the extension's own function inwards. */
  readonly stacks: ReadonlyMap<string, number>;
}

const nameOf = ({ functionName, lineNumber, url }: Profiler.ProfileNode['callFrame']): string =>
  `${functionName || '(anonymous)'} ${url.split('/').at(-1)}:${lineNumber + 1}`;

function stretches({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile, folder: string): Stretch[] {
  const ours = new Map<number, string>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const mark = (id: number, above: string): void => {
    const node = byId.get(id);
    if (node === undefined || ours.has(id)) return;
    const stack = `${above} > ${nameOf(node.callFrame)}`;
    ours.set(id, stack);
    node.children?.forEach((child) => mark(child, stack));
  };
  for (const { id, callFrame } of nodes) if (callFrame.url.includes(folder)) mark(id, '');
  const found: Stretch[] = [];
  let current = new Map<string, number>();
  let milliseconds = 0;
  let elapsed = 0;
  const end = (): void => {
    if (milliseconds > 0) found.push({ milliseconds, elapsed, stacks: current });
    current = new Map();
    milliseconds = elapsed = 0;
  };
  samples.forEach((sample, index) => {
    const stack = ours.get(sample);
    if (stack === undefined) return end();
    const passed = (timeDeltas[index + 1] ?? 0) / 1000;
    const spent = Math.min(passed, LATE);
    elapsed += passed;
    milliseconds += spent;
    current.set(stack, (current.get(stack) ?? 0) + spent);
  });
  end();
  return found;
}

/** The stacks in which most of the time went, longest first. */
function heaviest({ stacks }: Stretch): string[] {
  return [...stacks]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 8)
    .map(([stack, milliseconds]) => `${milliseconds.toFixed(1)} ms${stack}`);
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
    const all = stretches(profile, `${folder}/dist/`).sort((a, b) => b.milliseconds - a.milliseconds);
    results.push({
      pace,
      keystrokes: KEYSTROKES,
      longest: all.slice(0, 5).map(({ milliseconds }) => milliseconds),
      elapsed: Math.max(0, ...all.map(({ elapsed }) => elapsed)),
      heaviest: all.slice(0, 1).flatMap(heaviest),
      perKeystroke: all.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / KEYSTROKES,
    });
  }
  await writeFile(file, JSON.stringify({ lines: editor.document.lineCount, results }));
  await closeEditors();
}
