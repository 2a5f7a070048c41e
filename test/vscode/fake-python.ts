/** A Python of the workspace with a fake torch in it: any `python3` will do. */
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';

/** A virtual environment, as far as it looks like one. @returns path of its Python */
export function makeFakePython(): string {
  const extension = vscode.extensions.getExtension('d2l-exercises.d2l-exercises')!.extensionPath;
  const packages = path.join(extension, 'test', 'engine', 'pytorch', 'fake');
  const folder = path.join(
    vscode.workspace.workspaceFolders![0]!.uri.fsPath,
    `.venv-${randomUUID().slice(0, 8)}`,
  );
  const python = path.join(folder, 'bin', 'python');
  mkdirSync(path.dirname(python), { recursive: true });
  writeFileSync(path.join(folder, 'pyvenv.cfg'), '');
  writeFileSync(python, `#!/bin/sh\nPYTHONDONTWRITEBYTECODE=1 PYTHONPATH='${packages}' exec python3 "$@"\n`);
  chmodSync(python, 0o755);
  return python;
}
