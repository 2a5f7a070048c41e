/** Whether somebody else helps with Python in this window. */

import * as vscode from 'vscode';

/** Language servers of their own. */
const SERVERS = [
  'ms-python.vscode-pylance',
  'ms-pyright.pyright',
  'detachhead.basedpyright',
  'astral-sh.ty',
  'meta.pyrefly',
];

const isActive = (id: string): boolean => vscode.extensions.getExtension(id)?.isActive ?? false;

/** The Python extension brings Jedi, unless its setting says otherwise. */
function pythonExtensionHelps(): boolean {
  const chosen = vscode.workspace.getConfiguration('python').get('languageServer');
  return isActive('ms-python.python') && chosen !== 'None';
}

export function otherServerHelps(): boolean {
  return SERVERS.some(isActive) || pythonExtensionHelps();
}
