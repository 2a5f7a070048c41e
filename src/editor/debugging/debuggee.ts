/** What of the editor's documents can be debugged: exercises, and cells of notebooks. */

import path from 'node:path';
import * as vscode from 'vscode';
import type { Debuggee, LaunchConfiguration, Program, ProgramListener } from '../../debugger/debuggee.ts';
import type { DebugSetup } from '../../training/protocol/protocol.ts';
import { sourceOf } from '../documents.ts';
import type { Notebooks } from '../notebook/notebooks.ts';
import type { RunController } from '../run-controller.ts';
import type { BlockTarget } from '../shown-exercise.ts';
import type { SourceDocument } from '../source-document.ts';
import type { Debugging } from './debugging.ts';
import { cellOf } from './places.ts';

/** `untitled:Untitled-1`, `vscode-vfs://…`; on Windows a drive is one letter. */
const URI = /^[a-z][\w+.-]+:/i;

/** Starts what is debugged. Resolves when its run has ended, or will not begin. */
type Start = (debugging: Debugging) => Promise<void>;

export class EditorDebuggee implements Debuggee {
  constructor(
    private readonly controller: RunController,
    private readonly notebooks: Notebooks,
  ) {}

  titleOf(document: string): string {
    const cell = URI.test(document) ? cellOf(vscode.Uri.parse(document, true)) : undefined;
    if (cell === undefined) return path.basename(document);
    const notebook = path.basename(cell.notebook.uri.path);
    return `${notebook}: ${vscode.l10n.t('Cell {0}', cell.index + 1)}`;
  }

  async start(
    configuration: LaunchConfiguration,
    setup: DebugSetup,
    { onEvent, onDebug }: ProgramListener,
  ): Promise<Program> {
    const start = await this.#startOf(configuration);
    return new Promise((resolve, reject) => {
      const ended = start({ setup, onEvent, onDebug, begun: resolve });
      // Where it has begun these say nothing any more.
      ended.then(() => reject(new Error(vscode.l10n.t('The engine could not be started.'))), reject);
    });
  }

  /** @throws Error where nothing can be run */
  async #startOf(configuration: LaunchConfiguration): Promise<Start> {
    const { program } = configuration;
    if (program === undefined)
      throw new Error(vscode.l10n.t('Open a document with an exercise to debug it.'));
    const uri = URI.test(program) ? vscode.Uri.parse(program, true) : vscode.Uri.file(program);
    const cell = cellOf(uri);
    if (cell !== undefined) return (debugging) => this.notebooks.debug(cell, debugging);
    const source = sourceOf(await vscode.workspace.openTextDocument(uri));
    if (source === undefined)
      throw new Error(
        vscode.l10n.t('Exercises in Python and Markdown, and cells of notebooks can be debugged.'),
      );
    const target = this.#target(source, configuration);
    return (debugging) => this.controller.debug(source, target, debugging);
  }

  #target(source: SourceDocument, { exercise, line }: LaunchConfiguration): BlockTarget {
    if (exercise === undefined) return { line: line ?? cursorLine(source) };
    const block = this.controller.blocksOf(source).find((one) => one.isRunnable && one.exercise === exercise);
    if (block === undefined)
      throw new Error(vscode.l10n.t('{0} has no exercise {1}.', source.title, exercise));
    return { block: block.index };
  }
}

function cursorLine({ uri }: SourceDocument): number {
  const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  return (shown?.selection.active.line ?? 0) + 1;
}
