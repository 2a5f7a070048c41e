/** CodeLenses above the blocks that can be run. Until a document has one, neither parser nor engine is loaded. */

import * as vscode from 'vscode';
import { EXERCISE_WORDS } from '../exercises/exercise-words.ts';
import { SELECTOR, sourceOf } from './documents.ts';
import type { Editor } from './editor.ts';
import type { BlockArgument } from './arguments.ts';
import type { Lens } from './lenses.ts';

/**
 * Every document with a block to run has one of these: a cell's marker or another comment that names an exercise, a
 * fence, an import of PyTorch or of the book's package, a call that trains.
 */
const POSSIBLE_BLOCK = new RegExp(
  [
    '^#\\s*(?:%%|In\\s?\\[|<codecell>)',
    '^#[#=*~_ -]*[\\[第제]\\s*\\d',
    `^#[#=*~_ -]*(?:${EXERCISE_WORDS})[\\s.:#(]{0,3}\\d`,
    '^[> \\t]*(?:```|~~~)',
    '^[ \\t]*(?:import|from)[ \\t].*\\b(?:torch|d2l)\\b',
    '\\.(?:fit|backward)\\s*\\(',
  ].join('|'),
  'imu',
);

class Lenses implements vscode.CodeLensProvider {
  readonly #changes = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.#changes.event;
  #connected = false;

  constructor(private readonly load: () => Promise<Editor>) {}

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const source = sourceOf(document);
    if (source === undefined || !POSSIBLE_BLOCK.test(document.getText())) return [];
    const editor = await this.load();
    this.#connect(editor);
    return editor.lensesOf(source).map((lens) => toCodeLens(lens, document.uri));
  }

  #connect(editor: Editor): void {
    if (this.#connected) return;
    this.#connected = true;
    editor.onDidChange(() => this.#changes.fire());
  }
}

function toCodeLens(lens: Lens, uri: vscode.Uri): vscode.CodeLens {
  const { block, key } = lens;
  const argument: BlockArgument & { key?: string } = {
    uri: uri.toString(),
    block,
    ...(key === undefined ? {} : { key }),
  };
  return new vscode.CodeLens(new vscode.Range(lens.line - 1, 0, lens.line - 1, 0), {
    title: lens.title,
    tooltip: lens.tooltip,
    command: lens.command,
    arguments: [argument],
  });
}

export function registerCodeLenses(load: () => Promise<Editor>): vscode.Disposable {
  return vscode.languages.registerCodeLensProvider(SELECTOR, new Lenses(load));
}
