/** Modal dialogs: VS Code shows none under test, so they are answered here. */
import * as vscode from 'vscode';

type Ask = (text: string, options: vscode.MessageOptions, ...items: string[]) => Thenable<string | undefined>;

/** Answers every modal dialog by its first button. `said`: what they say; returns what ends it. */
export function answerDialogs(said: string[]): () => void {
  const { window } = vscode;
  const { showInformationMessage, showWarningMessage } = window;
  const answered =
    (shown: Ask): Ask =>
    (text, options, ...items) => {
      if (!options.modal) return shown(text, options, ...items);
      said.push(`${text} ${options.detail}`);
      return Promise.resolve(items[0]);
    };
  Object.assign(window, {
    showInformationMessage: answered(showInformationMessage),
    showWarningMessage: answered(showWarningMessage),
  });
  return () => Object.assign(window, { showInformationMessage, showWarningMessage });
}
