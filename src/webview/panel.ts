/** The panel's host side: shows one state wherever the panel is open, and has done what the learner asks for there. */

import type * as vscode from 'vscode';
import { EMPTY_STATE, type PanelState } from '../run-model/state.ts';
import { StateStore, type StateChange } from '../run-model/store.ts';
import type { PanelActions, WishMessage } from './protocol/messages.ts';
import { PanelPlaces, type RevealOptions } from './panel-places.ts';
import { isAbout } from './protocol/read-message.ts';

/**
 * Shows a state and each of its changes. Whose state that is the editor says with {@link show}; it changes the state
 * itself, never the panel's copy, as there is none.
 */
export class PanelHost
  implements vscode.WebviewViewProvider, vscode.WebviewPanelSerializer, vscode.Disposable
{
  #store = new StateStore(EMPTY_STATE);
  #unsubscribe: () => void = () => undefined;
  /** Fields that changed in this turn: pages draw themselves once for all of them. */
  #changedFields: Partial<PanelState> | undefined;
  /** Pages may be told: what the state does not have is not there. Before, it may not have come yet. */
  #begun = false;
  #actions: PanelActions | undefined;
  readonly #places: PanelPlaces;

  /** `distribution`: the extension's `dist` folder, which holds `webview/panel.js` and `webview/style.css`. */
  constructor(distribution: vscode.Uri) {
    this.#places = new PanelPlaces(distribution, {
      state: () => (this.#begun ? this.state : null),
      received: (message) => this.#receive(message),
    });
  }

  get state(): PanelState {
    return this.#store.state;
  }

  /** All is there: what nobody has said is so, and is shown. Before, pages stay blank until there is an exercise. */
  begin(): void {
    if (this.#begun) return;
    this.#begun = true;
    this.#places.hydrateAll();
  }

  /** What the learner asks for in the panel is done by these from now on. */
  connect(actions: PanelActions): vscode.Disposable {
    this.#actions = actions;
    return {
      dispose: () => {
        if (this.#actions === actions) this.#actions = undefined;
      },
    };
  }

  /** Shows this state from now on, in place of the one before. */
  show(store: StateStore): void {
    this.#unsubscribe();
    this.#store = store;
    this.#changedFields = undefined;
    this.#unsubscribe = store.subscribe((change) => {
      if (this.#begun) this.#tell(change);
    });
    if (this.#begun) this.#places.post({ type: 'state', state: store.state });
    else if (store.state.exercise !== null) this.begin();
  }

  /** Whether it is this state that is shown. */
  shows(store: StateStore): boolean {
    return store === this.#store;
  }

  /** Shows the panel, the tab when one is open, else the view, and scrolls to a section of the page if one is named. */
  async reveal(options: RevealOptions = {}): Promise<void> {
    await this.#places.reveal(options);
  }

  /** Opens the panel as an editor tab beside the code, in place of the view, or shows the one that is open. */
  openToSide({ preserveFocus = true }: Pick<RevealOptions, 'preserveFocus'> = {}): void {
    this.#places.openToSide(preserveFocus);
  }

  deserializeWebviewPanel(tab: vscode.WebviewPanel): Promise<void> {
    this.#places.restoreTab(tab);
    return Promise.resolve();
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.#places.adoptView(view);
  }

  dispose(): void {
    this.#unsubscribe();
    this.#places.dispose();
  }

  #tell(change: StateChange): void {
    if (change.type !== 'change') {
      this.#tellFields();
      this.#places.post(change);
      return;
    }
    if (this.#changedFields === undefined) queueMicrotask(() => this.#tellFields());
    this.#changedFields = { ...this.#changedFields, ...change.change };
  }

  #tellFields(): void {
    const change = this.#changedFields;
    this.#changedFields = undefined;
    if (change !== undefined) this.#places.post({ type: 'change', change });
  }

  #receive(message: WishMessage): void {
    if (this.#actions === undefined || !isAbout(this.state, message)) return;
    // TypeScript does not see that the action is that of the message's own type.
    (this.#actions[message.type] as (message: WishMessage) => void)(message);
  }
}
