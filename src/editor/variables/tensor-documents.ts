/** Tensors as read-only documents: tables with the theme's colours by value, which the editor scrolls, searches and copies. */

import * as vscode from 'vscode';
import { fromReal } from '../../training/protocol/real.ts';
import type { Real, VariableTensor } from '../../training/protocol/protocol.ts';
import { elementCount, shapeText } from '../../text/shape.ts';
import { visibleLine } from '../../text/visible.ts';
import { pickSlice } from './slice-picker.ts';
import { TabNames } from './tab-names.ts';
import { csvOf, sliceAt, tableOf, type TensorTable } from './tensor-table.ts';
import type { Variables } from './variables.ts';

/** Of the documents' URIs. */
export const SCHEME = 'd2l-tensor';
/** Colours from the least value to the largest, in package.json. */
const HEAT = ['d2l.heat1', 'd2l.heat2', 'd2l.heat3', 'd2l.heat4', 'd2l.heat5'];

/** Elements of a table; and of a line those that are coloured. */
const MOST_ELEMENTS = 2 ** 20;
const MOST_COLOURED = 256;

export class TensorDocuments implements vscode.Disposable, vscode.DocumentSymbolProvider {
  /** Those that were opened, by the path of their document. */
  readonly #tables = new Map<string, TensorTable>();
  readonly #names = new TabNames();
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
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#colour(textEditor)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#colourAll(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === SCHEME) this.#tables.delete(uri.path);
      }),
      variables.onDidChange(() => this.#refresh()),
    ];
  }

  /** Shows the tensor at a path of the tree as a table beside the code; returns whether there is one. */
  async open(path: string): Promise<boolean> {
    const uri = this.#uriOf(path);
    if (!(await this.#take(uri))) return false;
    const isTable = vscode.window.activeTextEditor?.document.uri.scheme === SCHEME;
    const viewColumn = isTable ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
    const editor = await vscode.window.showTextDocument(uri, { preview: true, viewColumn });
    this.#colour(editor);
    return true;
  }

  /** Copies the tensor as comma-separated values; returns whether there is one. */
  async copy(path: string): Promise<boolean> {
    const tensor = await this.#tensorAt(path);
    if (tensor === undefined) return false;
    await vscode.env.clipboard.writeText(csvOf(tensor));
    return true;
  }

  /** Asks for the index of a slice of the tensor in front, and goes there; whether there was one. */
  async goToSlice(wanted?: string): Promise<boolean> {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.uri.scheme !== SCHEME) return false;
    const { fragment, path } = editor.document.uri;
    const shape = this.variables.find(fragment)?.variable.tensor?.shape ?? [];
    const slices = this.#tables.get(path)?.slices ?? [];
    if (slices.length === 0) return false;
    const slice = wanted === undefined ? await pickSlice(shape, slices.length) : sliceAt(shape, wanted);
    const line = slices[slice ?? -1]?.line;
    if (line === undefined) return false;
    editor.selection = new vscode.Selection(line, 0, line, 0);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.AtTop);
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

  /** The path of a variable may hold anything: it is in the fragment as it is, and in the name of the tab made plain. */
  #uriOf(path: string): vscode.Uri {
    return vscode.Uri.from({ scheme: SCHEME, path: `/${this.#names.of(path)}`, fragment: path });
  }

  /** Another run has ended: the open tables show its values. */
  #refresh(): void {
    for (const { document } of vscode.window.visibleTextEditors)
      if (document.uri.scheme === SCHEME) void this.#take(document.uri);
  }

  /** Makes the table of a document; whether there is such a tensor. */
  async #take(uri: vscode.Uri): Promise<boolean> {
    const tensor = await this.#tensorAt(uri.fragment);
    if (tensor === undefined) return false;
    this.#tables.set(uri.path, table(tensor));
    this.#changes.fire(uri);
    return true;
  }

  async #tensorAt(path: string): Promise<VariableTensor | undefined> {
    const node = this.variables.find(path);
    if (node === undefined) return undefined;
    const location = vscode.ProgressLocation.Window;
    const title = vscode.l10n.t('Fetching {0}', visibleLine(path));
    return vscode.window.withProgress({ location, title }, () =>
      this.variables.tensorOf(node, MOST_ELEMENTS),
    );
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
    for (const { start, end } of editor.visibleRanges)
      for (let number = start.line; number <= end.line; number++)
        for (const { value, line, from, to } of shown.cellsIn(number, MOST_COLOURED))
          ranges[levelOf(value, shown)]?.push(new vscode.Range(line, from, line, to));
    this.#heat.forEach((type, level) => editor.setDecorations(type, ranges[level] ?? []));
  }
}

/** Which colour a number has; -1: none, for infinities and NaN, and where all are alike. */
function levelOf(real: Real, { least, most }: TensorTable): number {
  const value = fromReal(real);
  if (!(most > least) || !Number.isFinite(value)) return -1;
  return Math.min(HEAT.length - 1, Math.floor(((value - least) / (most - least)) * HEAT.length));
}

function table(tensor: VariableTensor): TensorTable {
  const count = elementCount(tensor.shape);
  const known = tensor.elements.length;
  const note =
    known === count
      ? ''
      : vscode.l10n.t('The first {0} of {1} elements, shape {2}.', known, count, shapeText(tensor.shape));
  return tableOf(tensor, note);
}
