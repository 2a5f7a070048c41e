/** The panel's host side: one state, shown by the view in the side panel and by editor tabs, same code, same page. */

import * as vscode from 'vscode';
import type { ParameterValue } from '../exercises/model.ts';
import type { RunEvent } from '../training/protocol/protocol.ts';
import { panelHtml } from '../pages/panel-page.ts';
import {
  isSweepMessage,
  type HistoryMessage,
  type HostToWebview,
  type OpenLocationMessage,
  type OverrideMessage,
  type SectionId,
  type Step,
  type SweepMessage,
  type WebviewToHost,
} from './messages.ts';
import { readMessage } from './read-message.ts';
import { reduce } from '../run-model/reduce.ts';
import { EMPTY_STATE, isActive, isValueOf, type PanelState } from '../run-model/state.ts';
import { withSweepRun, type SweepRun } from '../run-model/sweep.ts';

/** Id of the view in package.json. */
export const VIEW_ID = 'd2l.panel';

/** Type of the editor tab, by which VS Code restores it. */
export const TAB_ID = `${VIEW_ID}.tab`;

/** Context key: the panel is an editor tab. */
const IS_TAB = 'd2l.panelIsTab';

/** A parameter's new value, as the panel's control gives it; equal to the code's value: no override any more. */
export interface OverrideEvent {
  readonly key: string;
  readonly value: ParameterValue;
  /** A slider is on its way: more values follow. */
  readonly moving: boolean;
}

export interface LocationEvent {
  /** As a frame, a parameter or the state named it. */
  readonly document: string;
  /** 1-based. */
  readonly line: number;
}

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

/**
 * Holds the panel's state and shows it wherever the panel is open. The editor drives it with {@link setState},
 * {@link update} and {@link apply}, and listens to what the learner does.
 */
export class PanelHost
  implements vscode.WebviewViewProvider, vscode.WebviewPanelSerializer, vscode.Disposable
{
  #current: PanelState = EMPTY_STATE;
  /** Pages may be told: what the state does not have is not there. Before, it may not have come yet. */
  #begun = false;
  readonly #places = new Set<Place>();
  /** Those whose page takes messages. */
  readonly #ready = new WeakSet<Place>();
  #view: vscode.WebviewView | undefined;
  #tab: vscode.WebviewPanel | undefined;
  /** The section that the next page to be shown scrolls to. */
  #wanted: SectionId | undefined;
  /** Resolves when VS Code knows whether the panel is a tab. */
  #told: Thenable<unknown> = Promise.resolve();
  readonly #disposables: vscode.Disposable[] = [];

  readonly #run = this.#emitter<void>();
  readonly #stop = this.#emitter<void>();
  readonly #override = this.#emitter<OverrideEvent>();
  readonly #resetOverrides = this.#emitter<void>();
  readonly #applyToCode = this.#emitter<void>();
  readonly #openLocation = this.#emitter<LocationEvent>();
  readonly #toggleLive = this.#emitter<boolean>();
  readonly #setSeed = this.#emitter<number>();
  readonly #openWorkbook = this.#emitter<void>();
  readonly #step = this.#emitter<Step>();
  readonly #history = this.#emitter<HistoryMessage>();
  readonly #sweep = this.#emitter<SweepMessage>();

  readonly onDidRun = this.#run.event;
  readonly onDidStop = this.#stop.event;
  readonly onDidOverride = this.#override.event;
  readonly onDidResetOverrides = this.#resetOverrides.event;
  readonly onDidApplyToCode = this.#applyToCode.event;
  readonly onDidOpenLocation = this.#openLocation.event;
  /** The new value of the Live switch. The state follows when the editor calls {@link update}. */
  readonly onDidToggleLive = this.#toggleLive.event;
  readonly onDidSetSeed = this.#setSeed.event;
  readonly onDidOpenWorkbook = this.#openWorkbook.event;
  /** Something that helps to go on is to be opened. */
  readonly onDidTakeStep = this.#step.event;
  /** Something is to be done with past runs. */
  readonly onDidUseHistory = this.#history.event;
  /** A sweep is to be set up, started, stopped or cleared. */
  readonly onDidUseSweep = this.#sweep.event;

  /** `distribution`: the extension's `dist` folder, which holds `webview/panel.js` and `webview/style.css`. */
  constructor(private readonly distribution: vscode.Uri) {}

  get state(): PanelState {
    return this.#current;
  }

  /** All is there: what nobody has said is so, and is shown. Before, pages stay blank until there is an exercise. */
  begin(): void {
    if (this.#begun) return;
    this.#begun = true;
    for (const place of this.#places) this.#hydrate(place);
  }

  /** Replaces everything: another document or exercise. */
  setState(state: PanelState): void {
    this.#current = state;
    if (!this.#begun && state.exercise !== null) this.begin();
    else this.#post({ type: 'state', state });
  }

  /** Replaces some fields. */
  update(change: Partial<PanelState>): void {
    this.#current = { ...this.#current, ...change };
    this.#post({ type: 'change', change });
  }

  /** Takes in an event of a run; `started` makes its run the current one, other runs' events are dropped. */
  apply(event: RunEvent): void {
    const next = reduce(this.#current, event);
    if (next === this.#current) return;
    this.#current = next;
    this.#post({ type: 'event', event });
  }

  /** Takes in a run of the sweep `id`; one of another than the state's is dropped. */
  addSweepRun(id: number, run: SweepRun): void {
    const sweep = withSweepRun(this.#current.sweep, id, run);
    if (sweep === this.#current.sweep) return;
    this.#current = { ...this.#current, sweep };
    this.#post({ type: 'sweepRun', sweep: id, run });
  }

  /** Shows the panel, the tab when one is open, else the view, and scrolls to a section of the page if one is named. */
  async reveal({ preserveFocus = true, section }: RevealOptions = {}): Promise<void> {
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
  openToSide({ preserveFocus = true }: Pick<RevealOptions, 'preserveFocus'> = {}): void {
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
  deserializeWebviewPanel(tab: vscode.WebviewPanel): Promise<void> {
    tab.webview.options = this.#webviewOptions();
    this.#adoptTab(tab);
    return Promise.resolve();
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

  resolveWebviewView(view: vscode.WebviewView): void {
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
    for (const disposable of this.#disposables.splice(0)) disposable.dispose();
  }

  #emitter<T>(): vscode.EventEmitter<T> {
    const emitter = new vscode.EventEmitter<T>();
    this.#disposables.push(emitter);
    return emitter;
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
      language: vscode.env.language,
    });
  }

  /** What a hidden page missed comes as one whole state. */
  #hydrate(place: Place): void {
    if (!this.#begun) return;
    this.#postTo(place, { type: 'state', state: this.#current });
    this.#scroll(place);
  }

  /** A page that is not there yet scrolls once it is. */
  #scroll(place: Place): void {
    if (this.#wanted === undefined || !place.visible || !this.#ready.has(place)) return;
    this.#postTo(place, { type: 'reveal', section: this.#wanted });
    this.#wanted = undefined;
  }

  #post(message: HostToWebview): void {
    if (!this.#begun) return;
    for (const place of this.#places) this.#postTo(place, message);
  }

  #postTo(place: Place, message: HostToWebview): void {
    if (place.visible) void place.webview.postMessage(message);
  }

  #receive(place: Place, message: WebviewToHost): void {
    switch (message.type) {
      case 'ready':
        this.#ready.add(place);
        return this.#hydrate(place);
      case 'run':
        return this.#run.fire();
      case 'stop':
        return isActive(this.#current.status) ? this.#stop.fire() : undefined;
      case 'override':
        return this.#receiveOverride(message);
      case 'resetOverrides':
        return this.#resetOverrides.fire();
      case 'applyToCode':
        return this.#applyToCode.fire();
      case 'openLocation':
        return this.#receiveLocation(message);
      case 'toggleLive':
        return this.#toggleLive.fire(message.live);
      case 'setSeed':
        return this.#setSeed.fire(message.seed);
      case 'openToSide':
        return this.openToSide({ preserveFocus: false });
      case 'openWorkbook':
        return this.#openWorkbook.fire();
      case 'takeStep':
        return this.#step.fire(message.step);
      default:
        return isSweepMessage(message) ? this.#sweep.fire(message) : this.#history.fire(message);
    }
  }

  #receiveOverride({ key, value, moving }: OverrideMessage): void {
    const parameter = this.#current.parameters.find((candidate) => candidate.key === key);
    if (parameter !== undefined && isValueOf(parameter.kind, value))
      this.#override.fire({ key, value, moving });
  }

  /** Only places that the panel itself shows can be opened. */
  #receiveLocation({ document, line }: OpenLocationMessage): void {
    if (mentions(this.#current, document)) this.#openLocation.fire({ document, line });
  }
}

function mentions(state: PanelState, document: string): boolean {
  return (
    state.document === document ||
    state.parameters.some((parameter) => parameter.document === document) ||
    (state.results.error?.frames.some((frame) => frame.document === document) ?? false)
  );
}
