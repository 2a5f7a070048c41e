/** Tells VS Code of the debugger: its adapter, and what to debug where no launch.json says so. */

import * as vscode from 'vscode';
import { readCellArgument } from '../arguments.ts';
import { sourceOf } from '../documents.ts';
import type { Editor } from '../editor.ts';
import { placeOfCursor, selectedCell, type DebugPlace } from './places.ts';

const TYPE = 'd2l';

/** Until something is debugged, nothing of the debugger is loaded. */
export function registerDebugging(load: () => Promise<Editor>): vscode.Disposable {
  const { debug } = vscode;
  return vscode.Disposable.from(
    debug.registerDebugAdapterDescriptorFactory(TYPE, {
      createDebugAdapterDescriptor: async () => {
        const [{ D2lDebugSession }, { EditorDebuggee }, { controller, notebooks }] = await Promise.all([
          import('../../debugger/adapter.ts'),
          import('./debuggee.ts'),
          load(),
        ]);
        const session = new D2lDebugSession(new EditorDebuggee(controller, notebooks), vscode.l10n.t);
        return new vscode.DebugAdapterInlineImplementation(session);
      },
    }),
    debug.registerDebugConfigurationProvider(
      TYPE,
      {
        provideDebugConfigurations: () => [theOneAtTheCursor()],
        resolveDebugConfiguration: (_folder, configuration) => resolved(configuration),
      },
      vscode.DebugConfigurationProviderTriggerKind.Initial,
    ),
    debug.registerDebugConfigurationProvider(
      TYPE,
      { provideDebugConfigurations: async () => [theOneAtTheCursor(), ...named(await load())] },
      vscode.DebugConfigurationProviderTriggerKind.Dynamic,
    ),
  );
}

function theOneAtTheCursor(): vscode.DebugConfiguration {
  return { type: TYPE, request: 'launch', name: vscode.l10n.t('Debug D2L exercise'), program: '${file}' };
}

/** Each exercise of the document in the editor, by its number. */
function named({ controller }: Editor): vscode.DebugConfiguration[] {
  const active = vscode.window.activeTextEditor;
  const source = active === undefined ? undefined : sourceOf(active.document);
  if (source === undefined) return [];
  const runnable = controller.blocksOf(source).filter(({ isRunnable }) => isRunnable);
  const numbers = new Set(runnable.flatMap(({ exercise }) => exercise ?? []));
  return [...numbers].map((exercise) => ({
    ...theOneAtTheCursor(),
    name: vscode.l10n.t('Debug D2L exercise {0}', exercise),
    exercise,
  }));
}

/** F5 without a launch.json gives an empty configuration. */
function resolved(configuration: vscode.DebugConfiguration): vscode.DebugConfiguration {
  const place = placeOfCursor();
  const whole = configuration.type === '' || !configuration.type ? theOneAtTheCursor() : configuration;
  if (place === undefined || (whole.program !== undefined && whole.program !== '${file}')) return whole;
  return { line: place.line, ...whole, program: place.uri.toString() };
}

/** Debugs the exercise at a place of a document, or a cell of a notebook. */
export async function startDebugging({ uri, line }: DebugPlace): Promise<void> {
  const configuration = { ...theOneAtTheCursor(), program: uri.toString(), line };
  await vscode.debug.startDebugging(vscode.workspace.getWorkspaceFolder(uri), configuration);
}

/** Debugs a cell: the one whose menu was used, else the one that is selected. */
export async function debugCell(argument: unknown): Promise<void> {
  const used = readCellArgument(argument);
  const uri =
    used === undefined
      ? selectedCell(vscode.window.activeNotebookEditor)?.document.uri
      : vscode.Uri.parse(used, true);
  if (uri !== undefined) await startDebugging({ uri, line: 1 });
}
