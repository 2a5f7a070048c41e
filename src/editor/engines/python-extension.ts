/**
 * The Pythons that VS Code's Python extension knows, and the one that its settings name. The extension need not be there:
 * what it offers is read as data of a stranger's, and it is only waited for when somebody looks for a Python.
 */

import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Candidate } from '../../interpreters/interpreter.ts';

const EXTENSION = 'ms-python.python';

/** Milliseconds: it may look through the whole machine before it says that it is there. */
const PATIENCE = 5000;

/** The Python that is active for the workspace first, then the others that it has found. */
export async function pythonsOfExtension(): Promise<readonly Candidate[]> {
  const environments = await environmentsOf(vscode.extensions.getExtension(EXTENSION));
  if (environments === undefined) return [];
  const known = Array.isArray(environments['known']) ? environments['known'] : [];
  const paths = known.map(executableOf).filter((file) => file !== undefined);
  const active = activePath(environments);
  const isKnown = active !== undefined && paths.includes(active);
  return [...(isKnown ? [active] : []), ...paths].map((file) => ({ path: file, source: 'pythonExtension' }));
}

/** What `python.defaultInterpreterPath` names, where that is a path. */
export function pythonOfSettings(folder: string | undefined): readonly Candidate[] {
  const value = vscode.workspace.getConfiguration('python').get<unknown>('defaultInterpreterPath');
  if (typeof value !== 'string' || value === '') return [];
  const file = folder === undefined ? value : value.replaceAll('${workspaceFolder}', folder);
  return path.isAbsolute(file) ? [{ path: file, source: 'setting' }] : [];
}

type Environments = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

async function environmentsOf(
  extension: vscode.Extension<unknown> | undefined,
): Promise<Environments | undefined> {
  if (extension === undefined) return undefined;
  try {
    if (!extension.isActive)
      await Promise.race([extension.activate(), sleep(PATIENCE, undefined, { ref: false })]);
    const api = extension.isActive ? extension.exports : undefined;
    return isRecord(api) && isRecord(api['environments']) ? api['environments'] : undefined;
  } catch {
    return undefined;
  }
}

function executableOf(environment: unknown): string | undefined {
  const executable = isRecord(environment) ? environment['executable'] : undefined;
  const uri = isRecord(executable) ? executable['uri'] : undefined;
  return uri instanceof vscode.Uri && uri.scheme === 'file' ? uri.fsPath : undefined;
}

/** It may be the folder of an environment: then it is none of the known executables. */
function activePath(environments: Environments): string | undefined {
  const ask = environments['getActiveEnvironmentPath'];
  if (typeof ask !== 'function') return undefined;
  const active: unknown = Reflect.apply(ask, environments, []);
  return isRecord(active) && typeof active['path'] === 'string' ? active['path'] : undefined;
}
