/** Files that the panel makes of an exercise, by the editor's own save dialog: also where the workspace is elsewhere. */

import * as vscode from 'vscode';
import { linkless } from '../text/markdown.ts';
import { reasonOf } from '../text/reason.ts';
import type { ExerciseRecord } from './exercise-record.ts';

export interface OfferedFile {
  /** What it shows, as a part of its name: `runs`. */
  readonly subject?: string;
  /** The whole name, where it has one. */
  readonly name?: string;
  readonly format: keyof typeof FILTERS;
  readonly content: Uint8Array | string;
}

const FILTERS = {
  csv: 'CSV',
  json: 'JSON',
  svg: 'SVG',
  png: 'PNG',
  html: 'HTML',
  jpg: 'JPEG',
  pdf: 'PDF',
  svgz: 'SVG',
};

/** Asks where, beside the document unless the learner wants it elsewhere; resolves with the place, undefined when nothing was written. */
export async function saveFile(
  { document, state }: ExerciseRecord,
  { subject = 'file', format, content, name: given }: OfferedFile,
): Promise<vscode.Uri | undefined> {
  const own = vscode.Uri.parse(document.uri, true);
  const folder =
    own.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(own, '..');
  const name = given ?? `${fileName(state.exercise?.id ?? '', document.title)}-${subject}.${format}`;
  const target = await vscode.window.showSaveDialog({
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) }),
    filters: { [FILTERS[format]]: [format] },
  });
  if (target === undefined) return undefined;
  try {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    await vscode.workspace.fs.writeFile(target, bytes);
    return target;
  } catch (error) {
    const why = reasonOf(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('The file was not written: {0}', linkless(why)));
    return undefined;
  }
}

/** `linear-regression-3.4.6`: what every file system takes. */
function fileName(exercise: string, title: string): string {
  const stem = title.replace(/\.[^.]*$/, '');
  return [stem, exercise]
    .filter((part) => part !== '')
    .join('-')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-');
}
