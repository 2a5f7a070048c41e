/** What the panel shows while VS Code brings back what was open: the order of its messages is forced here. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { beginOnceRestored } from '../../src/editor/restored-editors.ts';
import { PanelHost } from '../../src/webview/panel.ts';
import { EMPTY_STATE } from '../../src/run-model/state.ts';
import { StateStore } from '../../src/run-model/store.ts';
import { FRESH } from './fake-feed.ts';
import * as api from './vscode.ts';

const posted: { readonly type: string; readonly state?: unknown }[] = [];
let panel: PanelHost;
let visible: () => void;

const file = (path: string, scheme = 'file') => ({ path, scheme, toString: () => `${scheme}://${path}` });
const tab = (path: string) => ({ activeTab: { input: new api.TabInputText(file(path)) } });
const editor = (path: string) => ({ document: { uri: file(path) } });

/** The page of a panel that VS Code brought back before anything else. */
function restorePage(): void {
  const messages = new api.EventEmitter<unknown>();
  const page = {
    visible: true,
    onDidDispose: () => undefined,
    onDidChangeVisibility: () => undefined,
    webview: {
      html: '',
      asWebviewUri: (uri: unknown) => uri,
      onDidReceiveMessage: messages.event,
      postMessage: (message: { readonly type: string }) => posted.push(message),
    },
  };
  panel.resolveWebviewView(page as unknown as Parameters<PanelHost['resolveWebviewView']>[0]);
  messages.fire({ type: 'ready' });
}

async function change(groups: typeof api.opened.groups, editors: typeof api.opened.editors): Promise<void> {
  api.opened.groups = groups;
  api.opened.editors = editors;
  api.opened.changes.fire();
  await vi.advanceTimersByTimeAsync(0);
}

beforeEach(() => {
  vi.useFakeTimers();
  posted.length = 0;
  Object.assign(api.opened, { groups: [], editors: [], notebooks: [] });
  panel = new PanelHost({ toString: () => 'dist' } as unknown as ConstructorParameters<typeof PanelHost>[0]);
  visible = vi.fn();
  restorePage();
  void beginOnceRestored(panel, { followVisible: () => visible() });
});

afterEach(() => vi.useRealTimers());

describe('the panel that comes back before the documents', () => {
  it('says nothing until the editor of the tab is there, then what that one has', async () => {
    await change([], []);
    await change([tab('/a.py'), { activeTab: { input: 'the panel' } }], []);
    await vi.advanceTimersByTimeAsync(5000);
    expect(posted).toEqual([]);
    visible = () => panel.show(new StateStore(FRESH));
    await change(api.opened.groups, [editor('/a.py')]);
    expect(posted.map(({ state }) => state)).not.toContain(EMPTY_STATE);
    expect(posted[0]).toEqual({ type: 'state', state: FRESH });
  });

  it('shows an exercise at once, whatever else is still to come', async () => {
    await change([tab('/a.py'), tab('/b.md')], [editor('/a.py')]);
    panel.show(new StateStore(FRESH));
    expect(posted).toEqual([{ type: 'state', state: FRESH }]);
    expect(visible).not.toHaveBeenCalled();
  });

  it('waits for each document in front, and follows the one in view when none has the focus', async () => {
    await change([tab('/a.py'), tab('/b.md')], [editor('/a.py')]);
    panel.show(new StateStore({ ...EMPTY_STATE, document: '/a.py' }));
    expect(posted).toEqual([]);
    await change(api.opened.groups, [editor('/a.py'), editor('/b.md')]);
    expect(visible).toHaveBeenCalledTimes(1);
    expect(posted).toEqual([{ type: 'state', state: panel.state }]);
  });
});

describe('that nothing is open', () => {
  it('is said once the window has told its groups', async () => {
    await vi.advanceTimersByTimeAsync(500);
    expect(posted).toEqual([]);
    await change([{}], []);
    expect(posted).toEqual([{ type: 'state', state: EMPTY_STATE }]);
  });

  it('does not wait for files without exercises', async () => {
    await change([tab('/a.bin')], []);
    expect(posted).toHaveLength(1);
  });

  it('is said after a while where a file is gone', async () => {
    await change([tab('/gone.py')], []);
    await vi.advanceTimersByTimeAsync(9000);
    expect(posted).toEqual([]);
    await vi.advanceTimersByTimeAsync(2000);
    expect(posted).toHaveLength(1);
  });

  it('is said of a notebook with another kernel only after ours had time to say that it is', async () => {
    const uri = file('/a.ipynb');
    api.opened.notebooks = [{ notebook: { uri, notebookType: 'jupyter-notebook' } }];
    await change([{ activeTab: { input: new api.TabInputNotebook(uri) } }], []);
    expect(posted).toEqual([]);
    await vi.advanceTimersByTimeAsync(1500);
    expect(posted).toHaveLength(1);
  });
});
