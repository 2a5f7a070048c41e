/** Where the panel is open: the view in the side panel, or an editor tab in its place; same code, same page. */

import * as vscode from 'vscode';
import { panelHtml } from '../pages/panel-page.ts';
import type { PanelState } from '../run-model/state.ts';
import { displayLanguage } from './display-language.ts';
import type { HostToWebview, SectionId, WebviewToHost, WishMessage } from './protocol/messages.ts';
import { readMessage } from './protocol/read-message.ts';

/** Id of the view in package.json. */
export const VIEW_ID = 'd2l.panel';

/** Type of the editor tab, by which VS Code restores it. */
export const TAB_ID = `${VIEW_ID}.tab`;

/** Context key: the panel is an editor tab. */
const IS_TAB = 'd2l.panelIsTab';

export interface RevealOptions {
  /** Whether the focus stays in the editor. */
  readonly preserveFocus?: boolean;
  readonly section?: SectionId;
}

/** What both kinds of place have in common. */
interface Place {
  readonly webview: vscode.Webview;
  readonly visible: boolean;
}

/** What the places show and whom they tell. */
export interface PlacesHost {
  /** Null: nothing is known yet, and pages stay blank. */
  readonly state: () => PanelState | null;
  /** The learner asks for something in a page. */
  readonly received: (message: WishMessage) => void;
}

export class PanelPlaces implements vscode.Disposable {
  readonly #places = new Set<Place>();
  /** Those whose page takes messages. */
  readonly #ready = new WeakSet<Place>();
  #view: vscode.WebviewView | undefined;
  #tab: vscode.WebviewPanel | undefined;
  /** The section that the next page to be shown scrolls to. */
  #wanted: SectionId | undefined;
  /** Resolves when VS Code knows whether the panel is a tab. */
  #told: Thenable<unknown> = Promise.resolve();

  /** `distribution`: the extension's `dist` folder, which holds `webview/panel.js` and `webview/style.css`. */
  constructor(
    private readonly distribution: vscode.Uri,
    private readonly host: PlacesHost,
  ) {}

  /** Sends a message to all pages that are visible. */
  post(message: HostToWebview): void {
    for (const place of this.#places) postTo(place, message);
  }

  /** Sends the whole state to all pages that are visible. */
  hydrateAll(): void {
    for (const place of this.#places) this.#hydrate(place);
  }

  /** Shows the panel, the tab when one is open, else the view, and scrolls to a section of the page if one is named. */
  async reveal({ preserveFocus = true, section }: RevealOptions): Promise<void> {
    this.#wanted = section;
    await this.#show(preserveFocus);
    for (const place of this.#places) this.#scroll(place);
  }

  async #show(preserveFocus: boolean): Promise<void> {
    await this.#told;
    if (this.#tab !== undefined) {
      this.#tab.reveal(undefined, preserveFocus);
    } else if (this.#view !== undefined && preserveFocus) {
      this.#view.show(true);
    } else {
      await vscode.commands.executeCommand(`${VIEW_ID}.focus`, { preserveFocus });
    }
  }

  /** Opens the panel as an editor tab beside the code, in place of the view, or shows the one that is open. */
  openToSide(preserveFocus: boolean): void {
    if (this.#tab !== undefined) {
      this.#tab.reveal(undefined, preserveFocus);
      return;
    }
    this.#adoptTab(
      vscode.window.createWebviewPanel(
        TAB_ID,
        'D2L Exercises',
        { viewColumn: vscode.ViewColumn.Beside, preserveFocus },
        this.#webviewOptions(),
      ),
    );
  }

  /** VS Code brings the tab back after a reload of the window. */
  restoreTab(tab: vscode.WebviewPanel): void {
    tab.webview.options = this.#webviewOptions();
    this.#adoptTab(tab);
  }

  /** One panel is enough: the view gives way (its `when` in package.json), and so does an earlier tab. */
  #adoptTab(tab: vscode.WebviewPanel): void {
    const former = this.#tab;
    this.#tab = tab;
    former?.dispose();
    this.#tellIsTab();
    const place = {
      webview: tab.webview,
      get visible() {
        return tab.visible;
      },
    };
    tab.onDidDispose(() => {
      if (this.#tab === tab) this.#tab = undefined;
      this.#places.delete(place);
      this.#tellIsTab();
    });
    tab.onDidChangeViewState(() => this.#hydrate(place));
    this.#connect(place);
  }

  #tellIsTab(): void {
    this.#told = vscode.commands.executeCommand('setContext', IS_TAB, this.#tab !== undefined);
  }

  adoptView(view: vscode.WebviewView): void {
    this.#view = view;
    view.webview.options = this.#webviewOptions();
    const place = {
      webview: view.webview,
      get visible() {
        return view.visible;
      },
    };
    view.onDidDispose(() => {
      if (this.#view === view) this.#view = undefined;
      this.#places.delete(place);
    });
    view.onDidChangeVisibility(() => this.#hydrate(place));
    this.#connect(place);
  }

  dispose(): void {
    this.#tab?.dispose();
  }

  #webviewOptions(): vscode.WebviewOptions {
    return { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(this.distribution, 'webview')] };
  }

  #connect(place: Place): void {
    this.#places.add(place);
    place.webview.onDidReceiveMessage((data: unknown) => {
      const message = readMessage(data);
      if (message !== undefined) this.#receive(place, message);
    });
    const uri = (name: string): string =>
      place.webview.asWebviewUri(vscode.Uri.joinPath(this.distribution, 'webview', name)).toString();
    place.webview.html = panelHtml({
      cspSource: place.webview.cspSource,
      script: uri('panel.js'),
      style: uri('style.css'),
      ...displayLanguage(),
    });
  }

  /** What is about the place itself is answered here. */
  #receive(place: Place, message: WebviewToHost): void {
    switch (message.type) {
      case 'ready':
        this.#ready.add(place);
        return this.#hydrate(place);
      case 'openToSide':
        return this.openToSide(false);
      default:
        return this.host.received(message);
    }
  }

  /** What a hidden page missed comes as one whole state. */
  #hydrate(place: Place): void {
    const state = this.host.state();
    if (state === null) return;
    postTo(place, { type: 'state', state });
    this.#scroll(place);
  }

  /** A page that is not there yet scrolls once it is. */
  #scroll(place: Place): void {
    if (this.#wanted === undefined || !place.visible || !this.#ready.has(place)) return;
    postTo(place, { type: 'reveal', section: this.#wanted });
    this.#wanted = undefined;
  }
}

function postTo(place: Place, message: HostToWebview): void {
  if (place.visible) void place.webview.postMessage(message);
}
