import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PanelHost } from '../../src/webview/panel.ts';
import { MESSAGES, type PanelActions, type WebviewToHost } from '../../src/webview/protocol/messages.ts';
import { EMPTY_STATE, type PanelState } from '../../src/run-model/state.ts';
import { StateStore } from '../../src/run-model/store.ts';
import { DOCUMENT, ERROR, FRESH, ended, pointsOfEpoch, started } from './fake-feed.ts';
import * as api from './vscode.ts';

class FakeView {
  visible = true;
  readonly posted: { readonly type: string }[] = [];
  readonly #received = new api.EventEmitter<unknown>();
  readonly #visibility = new api.EventEmitter<undefined>();
  readonly #disposal = new api.EventEmitter<undefined>();
  readonly onDidChangeVisibility = this.#visibility.event;
  readonly onDidChangeViewState = this.#visibility.event;
  readonly onDidDispose = this.#disposal.event;
  disposed = false;
  readonly show = vi.fn();
  readonly reveal = vi.fn();
  readonly webview = {
    html: '',
    options: {},
    cspSource: 'https://webview.test',
    asWebviewUri: (uri: unknown) => uri,
    onDidReceiveMessage: this.#received.event,
    postMessage: (message: { readonly type: string }) => this.posted.push(message),
  };
  say(message: unknown): void {
    this.#received.fire(message);
  }
  setVisible(visible: boolean): void {
    this.visible = visible;
    this.#visibility.fire(undefined);
  }
  dispose(): void {
    this.disposed = true;
    this.#disposal.fire(undefined);
  }
}

let panel: PanelHost;
/** What the panel shows. */
let store: StateStore;
let view: FakeView;

function open(): FakeView {
  const opened = new FakeView();
  panel.resolveWebviewView(opened as unknown as Parameters<PanelHost['resolveWebviewView']>[0]);
  return opened;
}

function show(state: PanelState): void {
  store = new StateStore(state);
  panel.show(store);
}

beforeEach(() => {
  vi.clearAllMocks();
  panel = new PanelHost({ toString: () => 'dist' } as unknown as ConstructorParameters<typeof PanelHost>[0]);
  show(EMPTY_STATE);
  view = open();
  panel.begin();
  view.posted.length = 0;
  view.say({ type: 'ready' });
});

describe('what is posted', () => {
  it('is the whole state when the page is ready, increments afterwards', async () => {
    show(FRESH);
    store.accept(started());
    store.accept(pointsOfEpoch(0));
    store.set({ live: false });
    await Promise.resolve();
    expect(view.posted).toEqual([
      { type: 'state', state: EMPTY_STATE },
      { type: 'state', state: FRESH },
      { type: 'event', event: started() },
      { type: 'event', event: pointsOfEpoch(0) },
      { type: 'change', change: { live: false } },
    ]);
    expect(panel.state).toMatchObject({ status: 'running', live: false });
  });

  it('is one message for fields that change in one turn, ahead of the events that follow', async () => {
    view.posted.length = 0;
    store.set({ live: false });
    store.set({ outdated: true, seed: 3 });
    store.set({ outdated: false });
    store.accept(started());
    store.set({ seed: 4 });
    await Promise.resolve();
    expect(view.posted).toEqual([
      { type: 'change', change: { live: false, outdated: false, seed: 3 } },
      { type: 'event', event: started() },
      { type: 'change', change: { seed: 4 } },
    ]);
  });

  it('is nothing to a hidden view, and the whole state when it comes back', () => {
    view.setVisible(false);
    view.posted.length = 0;
    show(FRESH);
    store.accept(started());
    expect(view.posted).toEqual([]);
    view.setVisible(true);
    expect(view.posted).toEqual([{ type: 'state', state: panel.state }]);
  });

  it('leaves out events of other runs', () => {
    store.accept(started(2));
    view.posted.length = 0;
    store.accept(ended({ run: 1 }));
    expect(view.posted).toEqual([]);
  });

  it('goes to the tab beside the code as well, with the same page', () => {
    const tab = new FakeView();
    vi.mocked(api.window.createWebviewPanel).mockReturnValue(tab);
    view.say({ type: 'openToSide' });
    tab.say({ type: 'ready' });
    store.accept(started());
    expect(tab.posted.at(-1)).toEqual(view.posted.at(-1));
    const plain = (html: string) => html.replace(/nonce[-=]"?[^"']+/g, '');
    expect(plain(tab.webview.html)).toBe(plain(view.webview.html));
    panel.openToSide();
    expect(api.window.createWebviewPanel).toHaveBeenCalledTimes(1);
    tab.dispose();
    panel.openToSide();
    expect(api.window.createWebviewPanel).toHaveBeenCalledTimes(2);
  });

  it('stops when the view is disposed', () => {
    view.dispose();
    const before = view.posted.length;
    store.accept(started());
    expect(view.posted).toHaveLength(before);
  });
});

describe('what the learner does', () => {
  const heard: WebviewToHost[] = [];
  const recording = Object.fromEntries(
    Object.keys(MESSAGES).map((type) => [type, (message: WebviewToHost) => heard.push(message)]),
  ) as unknown as PanelActions;

  beforeEach(() => {
    heard.length = 0;
    show(FRESH);
    panel.connect(recording);
  });

  it('reaches the action of its type', () => {
    const messages = [
      ...['run', 'resetOverrides', 'applyToCode', 'openWorkbook'].map((type) => ({ type })),
      { type: 'toggleLive', live: false },
      { type: 'setSeed', seed: 3 },
      { type: 'takeStep', step: 'trust' },
      { type: 'pinRun', number: 1, pinned: true },
      { type: 'chooseSweep', key: null },
    ];
    for (const message of messages) view.say(message);
    expect(heard).toEqual(messages);
  });

  it('is dropped while nobody acts on it', () => {
    panel.connect(recording).dispose();
    view.say({ type: 'run' });
    expect(heard).toEqual([]);
  });

  it('stops only a run that is under way', () => {
    view.say({ type: 'stop' });
    store.accept(started());
    view.say({ type: 'stop' });
    expect(heard).toEqual([{ type: 'stop' }]);
  });

  it('overrides only parameters that exist, with a value of their kind', () => {
    view.say({ type: 'override', key: 'nobody', value: 1, moving: false });
    view.say({ type: 'override', key: 'Trainer.max_epochs', value: 1.5, moving: false });
    view.say({ type: 'override', key: 'Trainer.max_epochs', value: 7, moving: true });
    expect(heard).toEqual([{ type: 'override', key: 'Trainer.max_epochs', value: 7, moving: true }]);
  });

  it('opens only documents that the panel shows', () => {
    const frame = { ...ERROR.frames[0]!, document: '/other.py' };
    view.say({ type: 'openLocation', document: '/etc/passwd', line: 1 });
    view.say({ type: 'openLocation', document: '/other.py', line: 2 });
    store.accept(started());
    store.accept(ended({ status: 'error', error: { ...ERROR, frames: [frame] } }));
    view.say({ type: 'openLocation', document: '/other.py', line: 2 });
    view.say({ type: 'openLocation', document: DOCUMENT, line: 84 });
    expect(heard).toEqual([
      { type: 'openLocation', document: '/other.py', line: 2 },
      { type: 'openLocation', document: DOCUMENT, line: 84 },
    ]);
  });

  it('is ignored when it is no message of ours', () => {
    for (const data of [null, 'run', { type: 'unknown' }, { type: 'setSeed', seed: 'x' }]) view.say(data);
    expect(heard).toEqual([]);
  });
});

describe('the editor tab', () => {
  it('is taken back when the window was reloaded, with the whole state', async () => {
    const tab = new FakeView();
    show(FRESH);
    await panel.deserializeWebviewPanel(
      tab as unknown as Parameters<PanelHost['deserializeWebviewPanel']>[0],
    );
    expect(tab.webview.html).toContain('panel.js');
    tab.say({ type: 'ready' });
    expect(tab.posted).toEqual([{ type: 'state', state: FRESH }]);
    panel.openToSide();
    expect(api.window.createWebviewPanel).not.toHaveBeenCalled();
    expect(tab.reveal).toHaveBeenCalled();
  });
});

describe('reveal', () => {
  it('shows the view without taking the focus', async () => {
    await panel.reveal();
    expect(view.show).toHaveBeenCalledWith(true);
  });

  it('opens the view by its command when it was never shown', async () => {
    view.dispose();
    await panel.reveal();
    expect(api.commands.executeCommand).toHaveBeenCalledWith('d2l.panel.focus', { preserveFocus: true });
  });
});

describe('one panel', () => {
  const openTab = (): FakeView => {
    const tab = new FakeView();
    vi.mocked(api.window.createWebviewPanel).mockReturnValueOnce(tab);
    panel.openToSide();
    return tab;
  };
  const contexts = (): unknown[] =>
    (vi.mocked(api.commands.executeCommand).mock.calls as unknown[][])
      .filter(([command, key]) => command === 'setContext' && key === 'd2l.panelIsTab')
      .map(([, , value]) => value);

  it('is shown: the view gives way to the tab, and comes back when that is closed', () => {
    const tab = openTab();
    expect(contexts()).toEqual([true]);
    tab.dispose();
    expect(contexts()).toEqual([true, false]);
  });

  it('is shown after a reload too: a tab that comes back takes the place of one that was opened meanwhile', async () => {
    const first = openTab();
    const restored = new FakeView();
    await panel.deserializeWebviewPanel(
      restored as unknown as Parameters<PanelHost['deserializeWebviewPanel']>[0],
    );
    expect(first.disposed).toBe(true);
    expect(contexts().at(-1)).toBe(true);
  });
});

describe('before the editor is there', () => {
  it('nothing is posted, so that the page stays blank instead of showing that there is nothing', () => {
    panel = new PanelHost({ toString: () => 'dist' } as unknown as ConstructorParameters<
      typeof PanelHost
    >[0]);
    const early = open();
    early.say({ type: 'ready' });
    expect(early.posted).toEqual([]);
    show({ ...EMPTY_STATE, document: DOCUMENT });
    expect(early.posted).toEqual([]);
    show(FRESH);
    panel.begin();
    expect(early.posted).toEqual([{ type: 'state', state: FRESH }]);
  });
});
