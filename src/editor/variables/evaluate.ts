/** The line in which an expression over the names of a run is typed, with names and attributes that complete it. */

import * as vscode from 'vscode';
import { visibleLine } from '../../text/visible.ts';
import type { NamesOfRun } from './names-of-run.ts';
import type { VariableNode } from '../../run-model/variable-tree.ts';
import type { Variables } from './variables.ts';

/** What an item of the list does when it is chosen. */
interface Choice extends vscode.QuickPickItem {
  readonly act?: 'evaluate' | 'runAgain';
  /** What the line holds when it is chosen. */
  readonly text?: string;
}

/** Completions that are shown, and expressions that are remembered. */
const MOST = { completions: 50, remembered: 20 };
/** Milliseconds between a keystroke and the question for completions. */
const PAUSE = 80;

/** Expressions that were evaluated, the latest first. */
const remembered: string[] = [];

/**
 * Asks for an expression and evaluates it; one that fails can be mended.
 * @param wanted evaluated at once, if given
 * @returns the variable that shows the value; undefined: none
 */
export function evaluateInLine(variables: Variables, wanted = ''): Promise<VariableNode | undefined> {
  return new Promise((resolve) => {
    const line = new ExpressionLine(variables, resolve);
    line.show(wanted);
  });
}

class ExpressionLine {
  readonly #pick = vscode.window.createQuickPick<Choice>();
  #timer: NodeJS.Timeout | undefined;
  #cancellation = new vscode.CancellationTokenSource();
  #result: VariableNode | undefined;

  constructor(
    private readonly variables: Variables,
    private readonly done: (result: VariableNode | undefined) => void,
  ) {
    const pick = this.#pick;
    pick.title = vscode.l10n.t('Evaluate over the names of {0}', visibleLine(variables.source));
    pick.placeholder = vscode.l10n.t('An expression: X.shape, net(X)[:2], (y - y_hat).abs().max()');
    pick.onDidChangeValue((text) => this.#typed(text));
    pick.onDidAccept(() => void this.#chosen(pick.activeItems[0]));
    pick.onDidHide(() => this.#close());
  }

  show(text: string): void {
    this.#pick.value = text;
    this.#list(text, []);
    this.#pick.show();
    if (text !== '') void this.#evaluate(text);
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#cancellation.cancel();
    this.#pick.dispose();
    this.done(this.#result);
  }

  #typed(text: string): void {
    clearTimeout(this.#timer);
    this.#list(text, []);
    const { names } = this.variables;
    if (names !== null && /[\p{L}_.]\w*$/u.test(text))
      this.#timer = setTimeout(() => void this.#complete(names, text), PAUSE);
  }

  async #complete(names: NamesOfRun, text: string): Promise<void> {
    const found = await names.complete(text);
    if (this.#pick.value === text && !this.#pick.busy) this.#list(text, found);
  }

  /** The expression itself first, so that Enter evaluates it; then what it can go on with, or what was typed before. */
  #list(text: string, completions: readonly string[]): void {
    const evaluates = text.trim() === '' ? [] : [evaluating(text)];
    const known = text.trim() === '' ? remembered.map(repeating) : [];
    const further = completions
      .slice(0, MOST.completions)
      .map((name): Choice => completing(text, name))
      .filter((choice) => choice.text !== text);
    this.#pick.items = [...evaluates, ...known, ...further];
  }

  async #chosen(choice: Choice | undefined): Promise<void> {
    if (this.#pick.busy || choice === undefined) return;
    if (choice.act === 'evaluate') return this.#evaluate(choice.text ?? '');
    if (choice.act === 'runAgain') return this.#runAgain(choice.text ?? '');
    if (choice.text === undefined) return;
    this.#pick.value = choice.text;
    this.#typed(choice.text);
  }

  async #evaluate(text: string): Promise<void> {
    this.#cancellation = new vscode.CancellationTokenSource();
    const answered = await this.#busily(() => this.variables.evaluate(text, this.#cancellation.token));
    if (answered.kind === 'answered') {
      remember(text);
      this.#result = answered.value;
      this.#pick.hide();
    } else if (answered.kind === 'gone') this.#pick.items = [this.#gone(text)];
    else if (answered.kind === 'failed') this.#pick.items = [evaluating(text, answered.text)];
  }

  #gone(text: string): Choice {
    const { names, source } = this.variables;
    const why =
      names === null
        ? vscode.l10n.t('Nothing has run since the view of variables was opened.')
        : vscode.l10n.t(
            'The names of {0} are gone: something else has run since, or nobody asked for ten minutes.',
            source,
          );
    const again: Choice = {
      ...evaluating(text, why),
      description: vscode.l10n.t('run the exercise and evaluate'),
      act: 'runAgain',
    };
    return names === null || names.runAgain !== undefined ? again : evaluating(text, why);
  }

  async #runAgain(text: string): Promise<void> {
    const run = async (): Promise<unknown> =>
      this.variables.names?.runAgain?.() ?? vscode.commands.executeCommand('d2l.runExercise');
    await this.#busily(run);
    await this.#evaluate(text);
  }

  /** Escape ends what takes long. */
  async #busily<A>(work: () => Promise<A>): Promise<A> {
    this.#pick.busy = true;
    try {
      return await work();
    } finally {
      this.#pick.busy = false;
    }
  }
}

/** The label is the text itself, so that VS Code keeps it in front. @param mistake what came of it */
function evaluating(text: string, mistake = ''): Choice {
  return {
    label: visibleLine(text.trim()),
    description: vscode.l10n.t('evaluate'),
    ...(mistake === '' ? {} : { detail: `$(error) ${visibleLine(mistake)}` }),
    iconPath: new vscode.ThemeIcon('symbol-operator'),
    act: 'evaluate',
    text,
    alwaysShow: true,
  };
}

function repeating(text: string): Choice {
  return { ...evaluating(text), iconPath: new vscode.ThemeIcon('history') };
}

/** @param name dotted as in the text */
function completing(text: string, name: string): Choice {
  const typed = /[\w.]*$/u.exec(text)?.[0].length ?? 0;
  const whole = `${text.slice(0, text.length - typed)}${name}`;
  const iconPath = new vscode.ThemeIcon('symbol-field');
  return { label: visibleLine(whole), iconPath, text: whole, alwaysShow: true };
}

function remember(text: string): void {
  const others = remembered.filter((one) => one !== text);
  remembered.splice(0, remembered.length, text, ...others.slice(0, MOST.remembered - 1));
}
