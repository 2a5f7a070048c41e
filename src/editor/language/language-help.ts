/** Completion, hover and signature help from what the engine's modules say of themselves. */

import * as vscode from 'vscode';
import {
  completionsAt,
  describeAt,
  signatureAt,
  type Completion,
  type Signature,
} from '../../language/answers.ts';
import {
  markdownOf,
  parameterDoc,
  parameterName,
  parameterTexts,
  signatureText,
} from '../../language/documentation.ts';
import { Names, type Form, type NameEntry, type NameTable } from '../../language/names.ts';
import { sourceTextAt } from './source-text.ts';

const { CompletionItemKind } = vscode;

const KINDS: Readonly<Record<NameEntry['kind'], vscode.CompletionItemKind>> = {
  module: CompletionItemKind.Module,
  class: CompletionItemKind.Class,
  function: CompletionItemKind.Function,
  attribute: CompletionItemKind.Property,
  value: CompletionItemKind.Constant,
};

/** @throws an error of the file system, or a SyntaxError, when the list of names cannot be read */
export async function openLanguageHelp(distribution: vscode.Uri): Promise<LanguageHelp> {
  const file = vscode.Uri.joinPath(distribution, 'language/names.json');
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  return new LanguageHelp(new Names(JSON.parse(text) as NameTable));
}

export class LanguageHelp {
  constructor(private readonly names: Names) {}

  completions(
    document: vscode.TextDocument,
    position: vscode.Position,
    { triggerKind }: vscode.CompletionContext,
  ): vscode.CompletionItem[] {
    const source = sourceTextAt(document, position);
    if (source === undefined) return [];
    const asked = triggerKind === vscode.CompletionTriggerKind.Invoke;
    return completionsAt(this.names, source.text, source.at, asked).map(toItem);
  }

  hover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const source = sourceTextAt(document, position);
    if (source === undefined) return undefined;
    const found = describeAt(this.names, source.text, source.at);
    if (found === undefined) return undefined;
    const range = new vscode.Range(source.positionAt(found.from), source.positionAt(found.to));
    return new vscode.Hover(describe(found.name, found.entry), range);
  }

  signature(document: vscode.TextDocument, position: vscode.Position): vscode.SignatureHelp | undefined {
    const source = sourceTextAt(document, position);
    const found = source && signatureAt(this.names, source.text, source.at);
    return found && toSignatureHelp(found);
  }
}

function toItem({ name, entry, guessed }: Completion): vscode.CompletionItem {
  const item = new vscode.CompletionItem(
    guessed ? { label: name, description: vscode.l10n.t('if this is a tensor') } : name,
    KINDS[entry.kind],
  );
  // Names that end in `_` change their tensor and stand after the others; guesses after everything.
  item.sortText = `${guessed ? 'z' : ''}${name.endsWith('_') ? '2' : '1'}${name}`;
  const [form] = entry.forms ?? [];
  if (form) item.detail = signatureText(name, form);
  item.documentation = new vscode.MarkdownString(markdownOf(entry.doc));
  return item;
}

function describe(name: string, entry: NameEntry): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  const heads = (entry.forms ?? []).map((form) => signatureText(name, form));
  const type = entry.type ? `: ${entry.type}` : '';
  const kind = entry.kind === 'module' || entry.kind === 'class' ? `${entry.kind} ` : '';
  text.appendCodeblock(
    heads.length > 0 ? heads.map((head) => kind + head).join('\n') : kind + name + type,
    'python',
  );
  return text.appendMarkdown(markdownOf(entry.doc));
}

function toSignatureHelp({ name, entry, form, parameter }: Signature): vscode.SignatureHelp {
  const help = new vscode.SignatureHelp();
  help.signatures = (entry.forms ?? []).map((each) => toSignature(name, each, entry.doc));
  help.activeSignature = form;
  help.activeParameter = parameter;
  return help;
}

function toSignature(name: string, form: Form, doc: string): vscode.SignatureInformation {
  const [summary = ''] = doc.split('\n\n');
  const signature = new vscode.SignatureInformation(
    signatureText(name, form),
    new vscode.MarkdownString(markdownOf(summary)),
  );
  signature.parameters = parameterTexts(form).map(
    (text) => new vscode.ParameterInformation(text, parameterDoc(doc, parameterName(text))),
  );
  return signature;
}
