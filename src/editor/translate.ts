/**
 * Puts a message into the editor's language: `vscode.l10n.t` in the extension, English in unit tests. The pure parts
 * take it as an argument so that they need no editor.
 */
export type Translate = (message: string, ...values: (string | number)[]) => string;
