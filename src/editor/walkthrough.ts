/** Steps of the walkthrough that are done by what the learner does, whether its page is open by then or not. */

import * as vscode from 'vscode';

/** Context keys that package.json names as events of the steps. */
export type Deed = 'd2l.ranAgain' | 'd2l.usedControl' | 'd2l.solved';

/** Milliseconds after the opening of a page: VS Code makes what listens when the first walkthrough is shown, which takes time. */
const TELL_AGAIN = [300, 1500, 5000];

/**
 * VS Code ticks a step when its key *becomes* true. A key that is true already when the walkthrough is first shown is taken for
 * an event that is over, and its step can never be ticked in that window. So no key stays true: each is set for a moment when
 * something was done, and again when a page opens that may be the walkthrough.
 */
export class Walkthrough implements vscode.Disposable {
  private readonly done = new Set<Deed>();
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();
  private readonly listener = vscode.window.tabGroups.onDidChangeTabs(({ opened, changed }) => {
    const isPage = ({ input }: vscode.Tab): boolean => input === undefined;
    if (this.done.size > 0 && [...opened, ...changed].some(isPage)) this.tellLater();
  });

  dispose(): void {
    this.listener.dispose();
    for (const timer of this.timers) clearTimeout(timer);
  }

  /** The learner has done it; told once. */
  reach(deed: Deed): void {
    if (this.done.has(deed)) return;
    this.done.add(deed);
    void tell(deed);
  }

  private tellLater(): void {
    for (const pause of TELL_AGAIN) {
      const timer = setTimeout(() => {
        this.timers.delete(timer);
        for (const deed of this.done) void tell(deed);
      }, pause);
      this.timers.add(timer);
    }
  }
}

async function tell(deed: Deed): Promise<void> {
  await vscode.commands.executeCommand('setContext', deed, true);
  await vscode.commands.executeCommand('setContext', deed, false);
}
