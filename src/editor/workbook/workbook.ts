/** The learner's workbook: its sections, how far the learner is, and the way to an exercise. */

import * as vscode from 'vscode';
import { isInWorkbook } from '../../checks/checks.ts';
import { readBlocks } from '../../exercises/blocks.ts';
import type { BlockArgument } from '../arguments.ts';
import type { ExerciseRecord } from '../exercise-record.ts';
import type { Storage } from '../history/exercise-store.ts';
import { WorkbookFiles } from './files.ts';
import { foldHints } from './hints.ts';
import { folderFor } from './open-workbook.ts';
import { ORIGINAL_SCHEME, Originals } from './originals.ts';
import { readSection, type WorkbookSection } from './outline.ts';
import { Progress, type ExerciseProgress } from './progress.ts';
import { SECTION_FILES } from './sections.ts';
import { linkless } from '../../text/markdown.ts';

export class Workbook implements vscode.Disposable {
  readonly #changes = new vscode.EventEmitter<void>();
  /** Sections, or the progress with one of them, are not what they were. */
  readonly onDidChange = this.#changes.event;
  readonly progress: Progress;
  readonly files: WorkbookFiles;
  readonly #originals: Originals;
  #outline: Promise<readonly WorkbookSection[]> | undefined;
  readonly #disposables: vscode.Disposable[];

  constructor(extension: vscode.Uri, storage: Storage) {
    const changed = (): void => this.#changes.fire();
    this.#originals = new Originals(extension, vscode.env.language);
    this.files = new WorkbookFiles(this.#originals);
    this.progress = new Progress(storage, changed);
    const watcher = vscode.workspace.createFileSystemWatcher(
      `**/{${SECTION_FILES.join(',')}}`,
      false,
      true,
      false,
    );
    this.#disposables = [
      this.#changes,
      vscode.workspace.registerTextDocumentContentProvider(ORIGINAL_SCHEME, this.#originals),
      watcher,
      watcher.onDidCreate(changed),
      watcher.onDidDelete(changed),
      vscode.workspace.onDidChangeWorkspaceFolders(changed),
    ];
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /** The sections of the workbook; none while the workspace has no copy of it. */
  async sections(): Promise<readonly WorkbookSection[]> {
    return (await this.files.find()) === undefined ? [] : this.#allSections();
  }

  /** How far each exercise is, by its number; nothing while there is no workbook. */
  async report(): Promise<Readonly<Record<string, ExerciseProgress>>> {
    const exercises = (await this.sections()).flatMap((section) => section.exercises);
    return Object.fromEntries(exercises.map(({ id }) => [id, this.progress.of(id)]));
  }

  /** The panel shows the exercise of this record. */
  shown(record: ExerciseRecord): void {
    const exercise = exerciseOf(record);
    if (exercise !== null) this.progress.reach(exercise, 'opened');
  }

  /** A run of the record's exercise has ended, and was judged if there is a check. */
  finished(record: ExerciseRecord): void {
    const exercise = exerciseOf(record);
    if (exercise !== null) this.progress.reach(exercise, record.state.verdict?.solved ? 'solved' : 'ran');
  }

  /** Shows an exercise in the learner's file; returns its block, undefined when it cannot be shown. */
  async open(exercise: string): Promise<BlockArgument | undefined> {
    const section = (await this.#allSections()).find(({ exercises }) =>
      exercises.some(({ id }) => id === exercise),
    );
    if (section === undefined) return undefined;
    const document = await this.#documentOf(section);
    if (document === undefined) return undefined;
    const blocks = readBlocks(document.getText(), 'python', document.uri.path);
    const block = blocks.find((candidate) => candidate.exercise === exercise);
    await showAt(document, (block?.headingLine ?? 1) - 1);
    if (block === undefined) {
      void this.#tellGone(exercise, section);
      return undefined;
    }
    this.progress.reach(exercise, 'opened');
    return { uri: document.uri.toString(), block: block.index };
  }

  /** Shows the learner's file beside the original. */
  async compare({ file }: WorkbookSection): Promise<void> {
    const folder = await this.files.find();
    if (folder === undefined) return;
    const title = vscode.l10n.t('{0}: original and yours', file);
    const learners = vscode.Uri.joinPath(folder, file);
    const original = await this.files.originalOf(file, folder);
    await vscode.commands.executeCommand('vscode.diff', original, learners, title);
  }

  /** Puts the original beside the learner's file, and shows it. */
  async restore({ file }: WorkbookSection): Promise<void> {
    const folder = await this.files.find();
    if (folder === undefined) return;
    await vscode.window.showTextDocument(await this.files.copyBeside(file, folder));
    await foldHints();
  }

  #allSections(): Promise<readonly WorkbookSection[]> {
    return (this.#outline ??= this.#readAll());
  }

  async #readAll(): Promise<readonly WorkbookSection[]> {
    const sections = await Promise.all(
      SECTION_FILES.map(async (name) => readSection(name, await this.#originals.read(name))),
    );
    return sections.filter((section) => section !== undefined);
  }

  /** The learner's copy, made when there is none. */
  async #documentOf({ file }: WorkbookSection): Promise<vscode.TextDocument | undefined> {
    const folder = await folderFor(this.files);
    if (folder === undefined) return undefined;
    await this.files.copy(file, folder);
    return vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, file));
  }

  async #tellGone(exercise: string, section: WorkbookSection): Promise<void> {
    const compare = vscode.l10n.t('Compare with the original');
    const text = vscode.l10n.t(
      'Your {0} has no exercise {1} any more.',
      linkless(section.file),
      linkless(exercise),
    );
    if ((await vscode.window.showWarningMessage(text, compare)) === compare) await this.compare(section);
  }
}

/** The exercise of a record of the workbook; null: it belongs to another document, or to none. */
function exerciseOf({ document, plan: { exercise } }: ExerciseRecord): string | null {
  return exercise !== null && isInWorkbook(document.title, exercise) ? exercise : null;
}

/** Shows a document from `line` (0-based) on; hints are folded unless it was open already. */
async function showAt(document: vscode.TextDocument, line: number): Promise<void> {
  const wasOpen = vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .some(
      ({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === document.uri.toString(),
    );
  const place = new vscode.Range(line, 0, line, 0);
  const editor = await vscode.window.showTextDocument(document, { selection: place });
  if (!wasOpen) await foldHints();
  editor.revealRange(place, vscode.TextEditorRevealType.AtTop);
}
