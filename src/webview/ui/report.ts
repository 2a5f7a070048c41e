/** Entry of the page without an editor: draws the state that stands in it, once. */

import './language.ts';
import type { WebviewToHost } from '../protocol/messages.ts';
import type { PanelState } from '../../run-model/state.ts';
import { App } from './app.ts';
import { registerControls } from './elements/controls.ts';
import { create } from './elements/dom.ts';
import { Host, type UiState } from './host.ts';
import { ThemeSource } from './theme.ts';

const PICTURES = { svg: 'image/svg+xml;charset=utf-8,', png: 'image/png;base64,' };

/** Of what the page asks for only files can be had here: they are downloads. */
function answer(message: WebviewToHost): void {
  if (message.type !== 'exportChart') return;
  const { format, data } = message;
  const link = create('a');
  link.href = `data:${PICTURES[format]}${format === 'svg' ? encodeURIComponent(data) : data}`;
  link.download = `loss.${format}`;
  link.click();
}

/** What the reader folds or switches lasts as long as the page is open. */
function pageHost(): Host {
  let kept: UiState | undefined;
  const api = {
    postMessage: answer,
    getState: () => kept,
    setState: (state: UiState) => {
      kept = state;
    },
  };
  return new Host(api, false);
}

const DARK = matchMedia('screen and (prefers-color-scheme: dark)');

/** Names the theme as VS Code does: charts and controls look at this to take in new colours. */
function nameTheme(): void {
  document.body.className = DARK.matches ? 'vscode-dark' : 'vscode-light';
}

nameTheme();
DARK.addEventListener('change', nameTheme);
registerControls();
const place = document.getElementById('panel') ?? document.body;
const state = JSON.parse(document.getElementById('state')?.textContent ?? '') as PanelState;
new App(place, pageHost(), new ThemeSource()).update(state);
