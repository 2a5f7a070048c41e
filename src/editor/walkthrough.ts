/** Steps of the walkthrough that are done by what the learner does, whether its page is open by then or not. */

import * as vscode from 'vscode';

/** Context keys that package.json names as events of the steps. */
export type Deed = 'd2l.ranAgain' | 'd2l.usedControl' | 'd2l.solved';

/** Milliseconds after the opening of a page: VS Code reads the walkthroughs of extensions when it is first shown, which takes time. */
const TELL_AGAIN = [300, 1500, 5000];

/**
 * VS Code ticks a step when its key *becomes* true while the walkthrough is there. What happened before its page was first opened
 * is taken for an event that is over, and its step is then never ticked in that window. So keys are set for a moment only, and
 * only once there is a page; what was done before is told then.
 */
export class Walkthrough implements vscode.Disposable {
  readonly #done = new Set<Deed>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  readonly #listener = vscode.window.tabGroups.onDidChangeTabs(({ opened, changed }) => {
    if (this.#done.size > 0 && [...opened, ...changed].some(isWalkthrough)) this.#tellLater();
  });

  dispose(): void {
    this.#listener.dispose();
    for (const timer of this.#timers) clearTimeout(timer);
  }

  /** The learner has done it. */
  reach(deed: Deed): void {
    if (this.#done.has(deed)) return;
    this.#done.add(deed);
    if (vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(isWalkthrough))) this.#tellLater();
  }

  #tellLater(): void {
    for (const pause of TELL_AGAIN) {
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        for (const deed of this.#done) void tell(deed);
      }, pause);
      this.#timers.add(timer);
    }
  }
}

/** VS Code names no kind of its own pages; in English the title tells them apart. */
function isWalkthrough({ input, label }: vscode.Tab): boolean {
  const isEnglish = vscode.env.language.startsWith('en');
  return input === undefined && (!isEnglish || /^(?:Welcome|Walkthrough)/.test(label));
}

async function tell(deed: Deed): Promise<void> {
  await vscode.commands.executeCommand('setContext', deed, true);
  await vscode.commands.executeCommand('setContext', deed, false);
}
