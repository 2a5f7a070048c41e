/** Types learning rates into section 3.4 and takes a picture of every change: what scripts/screenshots.mjs makes its moving picture of. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { lineOf, moveInto, openWorkbookFile, panelState, runExercise } from './extension.ts';
import { eventually, webview, workbench, type Clip } from './window.ts';

const [width, height] = [1000, 700];
/** Of the panel's column, in pixels. */
const widening = 130;
const PROGRAM = '# %% [3.4] ';

/** The window without its title and status bar. */
const clip: Clip = { x: 0, y: 36, width, height: 640 };

/** What is typed in place of the rate, one after another: better, too large, good. */
const RATES = ['0.3', '2.5', '0.1'];

/** Between keys, and for which a result stands still, in milliseconds. */
const KEY = 120;
const STANDING = 1800;

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Photographs, and notes how long each picture was there until the next one. */
class Film {
  readonly #milliseconds: number[] = [];
  #last = 0;

  constructor(private readonly folder: string) {}

  /** @param milliseconds for which the picture is shown; until the next one by default */
  async take(milliseconds?: number): Promise<void> {
    const now = Date.now();
    const number = this.#milliseconds.length;
    if (number > 0 && this.#last > 0) this.#milliseconds[number - 1] = now - this.#last;
    this.#milliseconds.push(milliseconds ?? 0);
    this.#last = milliseconds === undefined ? now : 0;
    await workbench.screenshot(path.join(this.folder, `${String(number).padStart(3, '0')}.png`), clip);
  }

  async end(): Promise<void> {
    await writeFile(path.join(this.folder, 'milliseconds.json'), JSON.stringify(this.#milliseconds));
  }
}

async function tidy(): Promise<void> {
  await workbench.resize(width, height);
  await vscode.commands.executeCommand('workbench.action.closeSidebar');
  const settings = vscode.workspace.getConfiguration();
  const quiet = {
    'editor.minimap.enabled': false,
    'editor.stickyScroll.enabled': false,
    'editor.occurrencesHighlight': 'off',
    'editor.selectionHighlight': false,
    'editor.cursorBlinking': 'solid',
    'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' },
    'editor.parameterHints.enabled': false,
    'breadcrumbs.enabled': false,
    'workbench.tips.enabled': false,
  };
  for (const [name, value] of Object.entries(quiet))
    await settings.update(name, value, vscode.ConfigurationTarget.Global);
}

/** Selects the rate, types another over it key by key, and follows the run to its end. */
async function typeRate(film: Film, editor: vscode.TextEditor, rate: string): Promise<void> {
  const line = editor.document.lineAt(lineOf(editor.document, PROGRAM) + 1);
  const [, before = '', old = ''] = /^(.*lr=)([\d.]+)/.exec(line.text) ?? [];
  const place = (column: number) => new vscode.Position(line.lineNumber, column);
  editor.selection = new vscode.Selection(place(before.length), place(before.length + old.length));
  await wait(KEY);
  await film.take();
  const { run } = await panelState();
  for (const key of rate) {
    await workbench.type(key);
    await wait(KEY);
    await film.take();
  }
  await follow(film, run, rate);
  await wait(400); // the chart's last frame
  await film.take(STANDING);
}

/** Until the run of the code with this rate is over. */
async function follow(film: Film, before: number | null, rate: string): Promise<void> {
  const end = Date.now() + 20_000;
  for (;;) {
    await film.take();
    const { run, status, outdated } = await panelState();
    if (run !== before && status !== 'running' && !outdated) return;
    if (Date.now() > end) throw new Error(`no run with lr=${rate}: ${String(run)} ${status}`);
  }
}

export async function run(): Promise<void> {
  const folder = process.env['D2L_SCREENSHOT'];
  if (!folder) throw new Error('D2L_SCREENSHOT does not name the folder for the pictures');
  await tidy();
  const editor = await openWorkbookFile('3.4-linear-regression-scratch.py');
  moveInto(editor, PROGRAM);
  const { status, results } = await runExercise();
  if (status !== 'ok') throw new Error(`the run ended ${status}: ${results.error?.message}`);
  await workbench.dragLeftEdge('.part.auxiliarybar', -widening);
  const weights = () => webview.text('table.weights-table');
  await eventually('the weights', weights, (text) => text.includes('b'));
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  const top = Math.max(0, lineOf(editor.document, PROGRAM) - 4);
  editor.revealRange(new vscode.Range(top, 0, top, 0), vscode.TextEditorRevealType.AtTop);
  await vscode.commands.executeCommand('notifications.clearAll');
  await wait(1200); // fonts and the chart's last frame
  const film = new Film(folder);
  await film.take(STANDING);
  for (const rate of RATES) await typeRate(film, editor, rate);
  await film.end();
}
