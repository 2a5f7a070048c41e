/** A file that gets another name keeps its past runs: whoever renamed it, and whenever. */

import * as vscode from 'vscode';
import { sourceOf } from '../documents.ts';
import type { ExerciseStore } from './exercise-store.ts';
import type { StoredHistory } from './run-history.ts';
import { likeness } from './likeness.ts';

export interface MovedStore {
  move(from: string, to: string): void;
}

export interface RenameParts {
  readonly histories: ExerciseStore<StoredHistory>;
  /** All that is kept by document, the histories among them. */
  readonly stores: readonly MovedStore[];
  /** What is kept of this document, or of those of this folder, is there now. */
  renamed(uri: string): void;
}

/** Part of its lines that a file may have lost since its last run and still be the same, as Git has it. */
const ALIKE = 0.5;

export function followRenames(parts: RenameParts): vscode.Disposable {
  const move = (from: string, to: string): void => {
    for (const store of parts.stores) store.move(from, to);
    parts.renamed(to);
  };
  const look = (document: vscode.TextDocument): void => void adopt(document, parts, move);
  for (const { document } of vscode.window.visibleTextEditors) look(document);
  return vscode.Disposable.from(
    vscode.workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) move(oldUri.toString(), newUri.toString());
    }),
    vscode.workspace.onDidOpenTextDocument(look),
  );
}

/** A file of which nothing is kept may be one that was renamed on the disk: the kept one is gone, and its code is here. */
async function adopt(
  document: vscode.TextDocument,
  { histories }: RenameParts,
  move: (from: string, to: string) => void,
): Promise<void> {
  const source = sourceOf(document);
  if (source === undefined || document.uri.scheme === 'untitled') return;
  const kept = byDocument(histories);
  if (kept.has(source.uri)) return;
  const lines = document.getText().split(/\r?\n/);
  const alike = [...kept]
    .map(([uri, names]) => ({ uri, part: Math.max(...names.map((name) => partOf(histories, name, lines))) }))
    .filter(({ part }) => part >= ALIKE)
    .sort((a, b) => b.part - a.part);
  for (const { uri } of alike) {
    if (!(await isGone(vscode.Uri.parse(uri, true)))) continue;
    return move(uri, source.uri);
  }
}

/** Names of kept exercises by the URI of their document. */
function byDocument(histories: ExerciseStore<StoredHistory>): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const name of histories.exercises) {
    const uri = name.slice(0, name.indexOf(' '));
    names.set(uri, [...(names.get(uri) ?? []), name]);
  }
  return names;
}

function partOf(histories: ExerciseStore<StoredHistory>, name: string, lines: readonly string[]): number {
  return likeness(histories.load(name)?.last?.lines ?? [], lines);
}

async function isGone(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return false;
  } catch (error) {
    return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
  }
}
