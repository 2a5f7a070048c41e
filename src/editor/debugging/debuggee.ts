/** The exercises of documents, as programs that can be debugged. */

import * as vscode from 'vscode';
import type { Debuggee, LaunchConfiguration, Program, ProgramListener } from '../../debugger/debuggee.ts';
import type { DebugSetup } from '../../training/protocol/protocol.ts';
import { sourceOf } from '../documents.ts';
import type { RunController } from '../run-controller.ts';
import type { BlockTarget } from '../shown-exercise.ts';
import type { SourceDocument } from '../source-document.ts';

/** `untitled:Untitled-1`, `vscode-vfs://…`; on Windows a drive is one letter. */
const URI = /^[a-z][\w+.-]+:/i;

export class ExerciseDebuggee implements Debuggee {
  constructor(private readonly controller: RunController) {}

  async start(
    configuration: LaunchConfiguration,
    setup: DebugSetup,
    listener: ProgramListener,
  ): Promise<Program> {
    const source = await sourceNamed(configuration.program);
    const target = this.#target(source, configuration);
    const { onEvent, onDebug } = listener;
    return new Promise((resolve, reject) => {
      const ended = this.controller.debug(source, target, {
        setup,
        onEvent,
        onDebug,
        begun: (run) =>
          resolve({
            command: (command) => run.command({ type: 'debug', command }),
            stop: () => run.stop(),
            ended: run.ended.then(() => undefined),
          }),
      });
      // Where it has begun these say nothing any more.
      ended.then(() => reject(new Error(vscode.l10n.t('The engine could not be started.'))), reject);
    });
  }

  #target(source: SourceDocument, { exercise, line }: LaunchConfiguration): BlockTarget {
    if (exercise === undefined) return { line: line ?? cursorLine(source) };
    const block = this.controller.blocksOf(source).find((one) => one.isRunnable && one.exercise === exercise);
    if (block === undefined)
      throw new Error(vscode.l10n.t('{0} has no exercise {1}.', source.title, exercise));
    return { block: block.index };
  }
}

/** @throws Error where nothing in it can be run */
async function sourceNamed(program: string | undefined): Promise<SourceDocument> {
  if (program === undefined) throw new Error(vscode.l10n.t('Open a document with an exercise to debug it.'));
  const uri = URI.test(program) ? vscode.Uri.parse(program, true) : vscode.Uri.file(program);
  const source = sourceOf(await vscode.workspace.openTextDocument(uri));
  if (source === undefined)
    throw new Error(vscode.l10n.t('Exercises of Python and Markdown files can be debugged.'));
  return source;
}

function cursorLine({ uri }: SourceDocument): number {
  const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  return (shown?.selection.active.line ?? 0) + 1;
}
