/** Tells VS Code of the debugger: its adapter, and what to debug where no launch.json says so. */

import * as vscode from 'vscode';
import { sourceOf } from '../documents.ts';
import type { Editor } from '../editor.ts';

const TYPE = 'd2l';

/** Until something is debugged, nothing of the debugger is loaded. */
export function registerDebugging(load: () => Promise<Editor>): vscode.Disposable {
  const { debug } = vscode;
  return vscode.Disposable.from(
    debug.registerDebugAdapterDescriptorFactory(TYPE, {
      createDebugAdapterDescriptor: async () => {
        const [{ D2lDebugSession }, { ExerciseDebuggee }, { controller }] = await Promise.all([
          import('../../debugger/adapter.ts'),
          import('./debuggee.ts'),
          load(),
        ]);
        const session = new D2lDebugSession(new ExerciseDebuggee(controller), vscode.l10n.t);
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
  const active = vscode.window.activeTextEditor;
  const whole = configuration.type === '' || !configuration.type ? theOneAtTheCursor() : configuration;
  if (active === undefined || (whole.program !== undefined && whole.program !== '${file}')) return whole;
  const { document, selection } = active;
  const place = { program: document.uri.toString(), line: selection.active.line + 1 };
  return { ...place, ...whole, program: place.program };
}

/** Debugs the exercise at a line (1-based) of a document. */
export async function startDebugging(uri: vscode.Uri, line: number): Promise<void> {
  const place = { program: uri.toString(), line };
  await vscode.debug.startDebugging(vscode.workspace.getWorkspaceFolder(uri), {
    ...theOneAtTheCursor(),
    ...place,
  });
}
