import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HostToWebview } from '../../src/webview/protocol/messages.ts';
import { oncePerFrame } from '../../src/webview/ui/frame.ts';
import { ThemeSource } from '../../src/webview/ui/theme.ts';
import { FRESH, fitEvents, pointsOfEpoch, started } from './fake-feed.ts';
import { settled } from './page.ts';

vi.mock(import('../../src/webview/ui/elements/controls.ts'), async (original) => ({
  ...(await original()),
  // happy-dom cannot define the toolkit's elements (see page.ts).
  registerControls: vi.fn(),
}));

describe('the entry of the page', () => {
  const sent: unknown[] = [];
  const panel = document.createElement('main');

  const receive = (message: HostToWebview): void => {
    window.dispatchEvent(new MessageEvent('message', { data: message }));
  };

  beforeAll(async () => {
    panel.id = 'panel';
    document.body.append(panel);
    vi.stubGlobal('acquireVsCodeApi', () => ({
      postMessage: (message: unknown) => sent.push(message),
      getState: () => undefined,
      setState: () => undefined,
    }));
    await import('../../src/webview/ui/main.ts');
  });

  // A run under way has a clock that ticks, and this page is not to outlive its document.
  afterAll(async () => {
    receive({ type: 'state', state: FRESH });
    await settled();
  });

  it('asks for the state once it listens', () => {
    expect(sent).toEqual([{ type: 'ready' }]);
  });

  it('shows nothing until it has one', async () => {
    await settled();
    expect(panel.hidden).toBe(true);
    receive({ type: 'reveal', section: 'runs' });
    await settled();
    expect(panel.hidden).toBe(true);
    receive({ type: 'state', state: FRESH });
    await settled();
    expect(panel.hidden).toBe(false);
  });

  it('begins at the top for another exercise, and stays where it is for the same', async () => {
    const scrolled = vi.spyOn(window, 'scrollTo');
    const states = [
      FRESH,
      { ...FRESH, seed: 3 },
      { ...FRESH, exercise: { id: '3.4.7', title: '', line: 99 } },
    ];
    const counts: number[] = [];
    for (const state of [...states, FRESH]) {
      receive({ type: 'state', state });
      await settled();
      counts.push(scrolled.mock.calls.length);
    }
    expect(counts).toEqual([0, 0, 1, 2]);
    expect(scrolled).toHaveBeenCalledWith(0, 0);
  });

  it('shows the whole state, then changes and events', async () => {
    receive({ type: 'state', state: FRESH });
    await settled();
    expect(panel.textContent).toContain('Not run yet');
    receive({ type: 'event', event: started() });
    for (const event of fitEvents().slice(0, 3)) receive({ type: 'event', event });
    receive({ type: 'change', change: { documentName: 'renamed.py' } });
    await settled();
    expect(panel.textContent).toContain('by epoch 2 of 5');
    expect(panel.textContent).toContain('renamed.py, line 84');
  });

  it('drops points of a run that is over', async () => {
    receive({ type: 'state', state: FRESH });
    receive({ type: 'event', event: started(2) });
    receive({ type: 'event', event: pointsOfEpoch(0, 0, 1) });
    await settled();
    expect(panel.querySelector<HTMLElement>('section.loss')?.hidden).toBe(true);
  });
});

describe('frames', () => {
  beforeEach(() => vi.restoreAllMocks());

  it('draw once, however often they were asked for', async () => {
    const draw = vi.fn();
    const request = oncePerFrame(draw);
    request();
    request();
    request();
    expect(draw).not.toHaveBeenCalled();
    await settled();
    expect(draw).toHaveBeenCalledTimes(1);
    request();
    await settled();
    expect(draw).toHaveBeenCalledTimes(2);
  });
});

describe('the theme', () => {
  it('is read from the variables, and again when it changes', async () => {
    const theme = new ThemeSource();
    const changed = vi.fn();
    const stop = theme.onChange(changed);
    document.body.style.setProperty('--vscode-charts-blue', 'rgb(1, 2, 3)');
    expect(theme.current.series[0]).toBe('rgb(1, 2, 3)');
    document.body.style.setProperty('--vscode-charts-blue', 'rgb(4, 5, 6)');
    document.body.className = 'vscode-light';
    await settled();
    expect(changed).toHaveBeenCalledTimes(1);
    expect(theme.current.series[0]).toBe('rgb(4, 5, 6)');
    stop();
    document.body.className = 'vscode-dark';
    await settled();
    expect(changed).toHaveBeenCalledTimes(1);
  });
});
