/** Tensors as read-only documents: tables with the theme's colours by value, which the editor scrolls, searches and copies. */

import * as vscode from 'vscode';
import { fromReal } from '../../training/protocol/real.ts';
import type { VariableTensor } from '../../training/protocol/protocol.ts';
import { shapeText } from '../../text/shape.ts';
import { csvOf, tableOf, type TensorTable } from './tensor-table.ts';
import type { VariableNode } from './variable-tree.ts';
import type { Variables } from './variables.ts';

const SCHEME = 'd2l-tensor';
/** Colours from the least value to the largest, in package.json. */
const HEAT = ['d2l.heat1', 'd2l.heat2', 'd2l.heat3', 'd2l.heat4', 'd2l.heat5'];

export class TensorDocuments implements vscode.Disposable, vscode.DocumentSymbolProvider {
  /** Those that were opened, by the path of their document. */
  readonly #tables = new Map<string, TensorTable>();
  readonly #heat = HEAT.map((id) =>
    vscode.window.createTextEditorDecorationType({ backgroundColor: new vscode.ThemeColor(id) }),
  );
  readonly #changes = new vscode.EventEmitter<vscode.Uri>();
  readonly #disposables: vscode.Disposable[];

  constructor(private readonly variables: Variables) {
    this.#disposables = [
      ...this.#heat,
      this.#changes,
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
        onDidChange: this.#changes.event,
        provideTextDocumentContent: ({ path }) => this.#tables.get(path)?.text ?? '',
      }),
      vscode.languages.registerDocumentSymbolProvider({ scheme: SCHEME }, this),
      vscode.window.onDidChangeVisibleTextEditors((editors) =>
        editors.forEach((editor) => this.#colour(editor)),
      ),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#colourAll(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === SCHEME) this.#tables.delete(uri.path);
      }),
      variables.onDidChange(() => this.#refresh()),
    ];
  }

  /** Shows the tensor at a path of the tree as a table beside the code; returns whether there is one. */
  async open(path: string): Promise<boolean> {
    const tensor = this.#find(path);
    if (tensor === undefined) return false;
    const uri = uriOf(path);
    this.#tables.set(uri.path, table(tensor));
    this.#changes.fire(uri);
    const isTable = vscode.window.activeTextEditor?.document.uri.scheme === SCHEME;
    const viewColumn = isTable ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
    await vscode.window.showTextDocument(uri, { preview: true, viewColumn });
    return true;
  }

  /** Copies the tensor as comma-separated values; returns whether there is one. */
  async copy(path: string): Promise<boolean> {
    const tensor = this.#find(path);
    if (tensor === undefined) return false;
    await vscode.env.clipboard.writeText(csvOf(tensor));
    return true;
  }

  /** The slices of a tensor with more than two dimensions, to go to: `Ctrl+Shift+O`. */
  provideDocumentSymbols(document: vscode.TextDocument): vscode.DocumentSymbol[] {
    const slices = this.#tables.get(document.uri.path)?.slices ?? [];
    return slices.map(({ line, name }, index) => {
      const end = (slices[index + 1]?.line ?? document.lineCount) - 1;
      const whole = new vscode.Range(line, 0, Math.max(line, end), 0);
      const head = new vscode.Range(line, 0, line, 0);
      return new vscode.DocumentSymbol(name, '', vscode.SymbolKind.Array, whole, head);
    });
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /** Another run has ended: the open tables show its values. */
  #refresh(): void {
    for (const { document } of vscode.window.visibleTextEditors) {
      const { uri } = document;
      const tensor = uri.scheme === SCHEME ? this.#find(uri.fragment) : undefined;
      if (tensor === undefined) continue;
      this.#tables.set(uri.path, table(tensor));
      this.#changes.fire(uri);
    }
  }

  #find(path: string): VariableTensor | undefined {
    const search = (nodes: readonly VariableNode[]): VariableNode | undefined => {
      for (const node of nodes) {
        const found = node.path === path ? node : search(node.parts);
        if (found !== undefined) return found;
      }
      return undefined;
    };
    return search(this.variables.tree)?.variable.tensor;
  }

  #colourAll(document: vscode.TextDocument): void {
    if (document.uri.scheme !== SCHEME) return;
    for (const editor of vscode.window.visibleTextEditors)
      if (editor.document === document) this.#colour(editor);
  }

  #colour(editor: vscode.TextEditor): void {
    const { uri } = editor.document;
    const shown = uri.scheme === SCHEME ? this.#tables.get(uri.path) : undefined;
    if (shown === undefined) return;
    const ranges: vscode.Range[][] = HEAT.map(() => []);
    const levels = levelsOf(shown);
    shown.cells.forEach(({ line, from, to }, index) => {
      ranges[levels[index] ?? -1]?.push(new vscode.Range(line, from, line, to));
    });
    this.#heat.forEach((type, level) => editor.setDecorations(type, ranges[level] ?? []));
  }
}

/** Which colour each cell has; -1: none, for infinities and NaN, and where all are alike. */
function levelsOf({ cells }: TensorTable): number[] {
  const values = cells.map(({ value }) => fromReal(value));
  const finite = values.filter(Number.isFinite);
  const least = finite.reduce((found, value) => Math.min(found, value), Infinity);
  const most = finite.reduce((found, value) => Math.max(found, value), -Infinity);
  if (!(most > least)) return values.map(() => -1);
  return values.map((value) => {
    if (!Number.isFinite(value)) return -1;
    return Math.min(HEAT.length - 1, Math.floor(((value - least) / (most - least)) * HEAT.length));
  });
}

function table(tensor: VariableTensor): TensorTable {
  const count = tensor.shape.reduce((product, size) => product * size, 1);
  const known = tensor.elements.length;
  const note =
    known === count
      ? ''
      : vscode.l10n.t('The first {0} of {1} elements, shape {2}.', known, count, shapeText(tensor.shape));
  return tableOf(tensor, note);
}

/** The path of a variable may hold anything: it is in the fragment as it is, and in the name of the tab made plain. */
function uriOf(path: string): vscode.Uri {
  const name = path.replace(/[^\p{L}\p{N}_.[\]-]/gu, '_');
  return vscode.Uri.from({ scheme: SCHEME, path: `/${name}`, fragment: path });
}
