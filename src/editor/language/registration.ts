/** Registers the help with Python code. What gives it loads when it is first asked for. */

import * as vscode from 'vscode';
import { SELECTOR } from '../documents.ts';
import { readSettings } from '../settings.ts';
import type { LanguageHelp } from './language-help.ts';
import { otherServerHelps } from './other-servers.ts';

/** @param distribution folder of the built extension */
export function registerLanguageHelp(
  distribution: vscode.Uri,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  let loading: Promise<LanguageHelp | undefined> | undefined;
  const load = async (): Promise<LanguageHelp | undefined> => {
    const { openLanguageHelp } = await import('./language-help.ts');
    return openLanguageHelp(distribution);
  };
  const helpFor = async (document: vscode.TextDocument): Promise<LanguageHelp | undefined> => {
    if (!isWanted(document)) return undefined;
    return (loading ??= load().catch((error: unknown) => void log.error(String(error))));
  };
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(
      SELECTOR,
      {
        provideCompletionItems: async (document, position, _, context) =>
          (await helpFor(document))?.completions(document, position, context),
      },
      '.',
    ),
    vscode.languages.registerHoverProvider(SELECTOR, {
      provideHover: async (document, position) => (await helpFor(document))?.hover(document, position),
    }),
    vscode.languages.registerSignatureHelpProvider(
      SELECTOR,
      {
        provideSignatureHelp: async (document, position) =>
          (await helpFor(document))?.signature(document, position),
      },
      '(',
      ',',
    ),
  );
}

function isWanted(document: vscode.TextDocument): boolean {
  const configuration = vscode.workspace.getConfiguration('d2l', document);
  const { languageHelp } = readSettings((name) => configuration.get(name));
  return languageHelp === 'on' || (languageHelp === 'auto' && !otherServerHelps());
}
