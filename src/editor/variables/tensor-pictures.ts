/** Tensors that are pictures, as files that VS Code's own preview of images shows. */

import * as vscode from 'vscode';
import { png } from '../png.ts';
import { TabNames } from './tab-names.ts';
import { elementsOf, layoutOf, pictureOf } from './tensor-picture.ts';
import { SCHEME as TABLES } from './tensor-documents.ts';
import type { VariableNode } from '../../run-model/variable-tree.ts';
import type { Variables } from './variables.ts';

const SCHEME = 'd2l-picture';
/** Pictures that are kept for their editors. */
const MOST = 20;

interface PictureFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly made: number;
}

export class TensorPictures implements vscode.Disposable, vscode.FileSystemProvider {
  /** By the path of the file. */
  readonly #files = new Map<string, PictureFile>();
  readonly #names = new TabNames();
  readonly #changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changes.event;
  readonly #disposables: vscode.Disposable[];

  constructor(private readonly variables: Variables) {
    this.#disposables = [
      this.#changes,
      vscode.workspace.registerFileSystemProvider(SCHEME, this, { isReadonly: true, isCaseSensitive: true }),
      variables.onDidChange(() => this.#refresh()),
    ];
  }

  /** Shows the tensor at a path of the tree as a picture beside the code; returns whether it is one. */
  async open(path: string): Promise<boolean> {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${this.#names.of(path)}.png` });
    if (!(await this.#draw(uri, path))) return false;
    // Where the code is in front it stays beside it; where a table is, in its place.
    const isTable = vscode.window.activeTextEditor?.document.uri.scheme === TABLES;
    const viewColumn = isTable ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
    await vscode.commands.executeCommand('vscode.open', uri, { preview: true, viewColumn });
    return true;
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  // -------------------------------------------------------------- files, to be read only

  stat(uri: vscode.Uri): vscode.FileStat {
    const { bytes, made } = this.#file(uri);
    return { type: vscode.FileType.File, size: bytes.length, ctime: made, mtime: made };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    return this.#file(uri).bytes;
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  #file(uri: vscode.Uri): PictureFile {
    const file = this.#files.get(uri.path);
    if (file === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  }

  /** Another run has ended: the pictures that are open show its values. */
  #refresh(): void {
    for (const [path, file] of this.#files)
      void this.#draw(vscode.Uri.from({ scheme: SCHEME, path }), file.path);
  }

  async #draw(uri: vscode.Uri, path: string): Promise<boolean> {
    const node = this.variables.find(path);
    const bytes = node === undefined ? null : await this.#pngOf(node);
    if (bytes === null) return false;
    this.#files.delete(uri.path);
    this.#files.set(uri.path, { path, bytes, made: Date.now() });
    const [oldest] = this.#files.keys();
    if (this.#files.size > MOST && oldest !== undefined) this.#files.delete(oldest);
    this.#changes.fire([{ type: vscode.FileChangeType.Changed, uri }]);
    return true;
  }

  /** Null: it is no picture, or its elements cannot be had. */
  async #pngOf(node: VariableNode): Promise<Uint8Array | null> {
    const layout = layoutOf(node.variable.tensor?.shape ?? []);
    if (layout === null) return null;
    const tensor = await this.variables.tensorOf(node, elementsOf(layout));
    if (tensor === undefined || tensor.elements.length < elementsOf(layout)) return null;
    return png(pictureOf(tensor, layout));
  }
}
