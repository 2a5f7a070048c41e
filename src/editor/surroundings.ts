/** What the editor's parts have of the program around them, where that differs between Node and a browser. */
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';

/** To be called first. Under Node there is nothing to prepare. @param _extension its folder */
export function prepareSurroundings(_extension: vscode.Uri): void {}

/** The table of what calls take (`dist/language/calls.json`). */
export function callsText(extension: vscode.Uri): string {
  return readFileSync(vscode.Uri.joinPath(extension, 'dist/language/calls.json').fsPath, 'utf8');
}
