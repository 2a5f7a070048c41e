/** The notice at the start of a window that a run goes on at a Jupyter server. */

import * as vscode from 'vscode';
import { readBlocks } from '../../exercises/blocks.ts';
import { sourceOf } from '../documents.ts';
import { readKeys } from '../targets.ts';
import type { EngineSelection } from './engine-selection.ts';
import { ServerRuns, type ServerRun } from './server-runs.ts';

/** In the workspace's storage. */
const KEY = 'd2l.serverRun';

export function serverRuns(
  storage: vscode.Memento,
  engines: EngineSelection,
  log: (text: string) => void,
): ServerRuns {
  return new ServerRuns({
    t: vscode.l10n.t,
    load: () => readRun(storage.get(KEY)),
    save: (run) => void storage.update(KEY, run),
    find: ({ name }) => engines.leftRun(name),
    offer: async (text, button) => (await vscode.window.showInformationMessage(text, button)) === button,
    show,
    log,
  });
}

function readRun(value: unknown): ServerRun | undefined {
  const { uri, name, title, key } = Object(value) as Readonly<Record<keyof ServerRun, unknown>>;
  const isRun = [uri, name, title, key].every((text) => typeof text === 'string');
  return isRun ? ({ uri, name, title, key } as ServerRun) : undefined;
}

/** Opens the document and runs the block; where that is gone, what is at the cursor. */
async function show({ uri, key }: ServerRun): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  await vscode.window.showTextDocument(document);
  const source = sourceOf(document);
  if (source === undefined) return;
  const block = readKeys(readBlocks(source.text(), source.kind, source.name)).indexOf(key);
  await vscode.commands.executeCommand('d2l.runExercise', ...(block < 0 ? [] : [{ uri, block }]));
}
