/** Activation: creates the parts and connects them. The editor's parts and the engine load when first needed. */

import * as vscode from 'vscode';
import { registerCodeLenses } from './editor/code-lenses.ts';
import { registerCommands } from './editor/commands.ts';
import { registerDataSetsView } from './editor/data-sets/view.ts';
import type { Editor } from './editor/editor.ts';
import { registerDebugging } from './editor/debugging/registration.ts';
import { registerLanguageHelp } from './editor/language/registration.ts';
import { registerNotebooks } from './editor/notebook/registration.ts';
import { prepareSurroundings } from './editor/surroundings.ts';
import { VariablesView } from './editor/variables/view.ts';
import { registerWorkbookView } from './editor/workbook/tree-view.ts';
import { registerWorkbookCommands } from './editor/workbook/workbook-commands.ts';
import type { DataSet } from './data/data-set.ts';
import type { Engine } from './training/threads/engine.ts';
import { StateStore } from './run-model/store.ts';
import { PanelHost } from './webview/panel.ts';
import { TAB_ID, VIEW_ID } from './webview/panel-places.ts';
import type { PanelState } from './run-model/state.ts';

/** What the end-to-end tests may ask; returned by activation under test only. */
export interface Testing {
  /** What the panel shows. */
  panelState(): PanelState;
  /** Puts a made-up state into the panel. */
  showPanelState(state: PanelState): void;
  /** How far each exercise of the workbook is, as the tree shows it. */
  progress(): Promise<Readonly<Record<string, string>>>;
  /** What of it the workspace's storage has. */
  storedProgress(): unknown;
  /** Whether parser and controller have been loaded. */
  isLoaded(): boolean;
  /** Whether the engine has been loaded. */
  isEngineLoaded(): boolean;
  /** Puts another list in the place of the data sets' own. */
  replaceDataSets(catalog: readonly DataSet[]): Promise<void>;
}

let engine: Promise<Engine> | undefined;
let editor: Promise<Editor> | undefined;

export function activate(context: vscode.ExtensionContext): { readonly testing: Testing } | undefined {
  prepareSurroundings(context.extensionUri);
  const log = vscode.window.createOutputChannel('D2L Exercises', { log: true });
  const distribution = vscode.Uri.joinPath(context.extensionUri, 'dist');
  const panel = new PanelHost(distribution);
  const dataSets = vscode.Uri.joinPath(context.globalStorageUri, 'data-sets');
  const loadEngine = (): Promise<Engine> => (engine ??= createEngine(distribution, dataSets, log));
  const load = (): Promise<Editor> =>
    (editor ??= createEditor(context, {
      panel,
      engine: loadEngine,
      log,
      extension: context.extensionUri,
      dataSets,
      storage: context.workspaceState,
      secrets: context.secrets,
      version: String((context.extension.packageJSON as { version?: unknown }).version),
    }).catch((error: unknown) => {
      panel.begin();
      throw error;
    }));
  const variables = new VariablesView(load);
  context.subscriptions.push(
    log,
    panel,
    registerCodeLenses(load),
    registerDebugging(load),
    registerLanguageHelp(distribution, log),
    registerNotebooks(load),
    registerCommands({
      load,
      panel,
      variables,
      log,
      extension: context.extensionUri,
      storage: context.globalStorageUri,
    }),
    registerWorkbookCommands(load),
    registerWorkbookView(load),
    registerDataSetsView(load),
    variables,
    vscode.window.registerWebviewViewProvider(VIEW_ID, {
      resolveWebviewView: async (view) => {
        panel.resolveWebviewView(view);
        await load();
      },
    }),
    vscode.window.registerWebviewPanelSerializer(TAB_ID, {
      deserializeWebviewPanel: async (tab) => {
        await panel.deserializeWebviewPanel(tab);
        await load();
      },
    }),
  );
  if (context.extensionMode !== vscode.ExtensionMode.Test) return undefined;
  return { testing: testingOf(context, panel, load, () => editor !== undefined) };
}

export async function deactivate(): Promise<void> {
  (await editor)?.interrupt();
  await (await engine)?.dispose();
}

async function createEditor(
  context: vscode.ExtensionContext,
  parts: ConstructorParameters<typeof Editor>[0],
): Promise<Editor> {
  const { Editor } = await import('./editor/editor.ts');
  const editor = new Editor(parts);
  context.subscriptions.push(editor);
  return editor;
}

async function createEngine(
  distribution: vscode.Uri,
  dataSets: vscode.Uri,
  log: vscode.LogOutputChannel,
): Promise<Engine> {
  const { Engine } = await import('./training/threads/engine.ts');
  return new Engine({
    distribution: distribution.fsPath,
    dataSets: dataSets.fsPath,
    log: (level, text) => log[level](text),
    spare: true,
  });
}

const testingOf = (
  context: vscode.ExtensionContext,
  panel: PanelHost,
  load: () => Promise<Editor>,
  isLoaded: () => boolean,
): Testing => ({
  panelState: () => panel.state,
  showPanelState: (state) => panel.show(new StateStore(state)),
  progress: async () => (await load()).workbook.report(),
  storedProgress: () => context.workspaceState.get('d2l.workbook.progress'),
  isLoaded,
  isEngineLoaded: () => engine !== undefined,
  replaceDataSets: async (catalog) => (await load()).dataSets.replaceCatalog(catalog),
});
