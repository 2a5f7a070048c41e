/**
 * Puts a message into the editor's language: `vscode.l10n.t` in the extension, {@link english} elsewhere. The pure parts
 * take it as an argument so that they need no editor.
 */
export type Translate = (message: string, ...values: (string | number)[]) => string;

/** The message as it is written, with its values. */
export const english: Translate = (message, ...values) =>
  message.replace(/\{(\d+)\}/g, (whole, index: string) => String(values[Number(index)] ?? whole));
