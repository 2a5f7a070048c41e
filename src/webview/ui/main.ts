/** Entry of the page: takes the host's messages, keeps the state, draws at most once per frame. */

import './language.ts';
import type { HostToWebview, SectionId } from '../messages.ts';
import { reduce } from '../reduce.ts';
import { EMPTY_STATE } from '../state.ts';
import type { PanelState } from '../state.ts';
import { withSweepRun } from '../sweep.ts';
import { App } from './app.ts';
import { registerControls } from './controls.ts';
import { oncePerFrame } from './frame.ts';
import { Host } from './host.ts';
import { revealSection } from './section.ts';
import { ThemeSource } from './theme.ts';

registerControls();

const place = document.getElementById('panel') ?? document.body;
const host = new Host();
const app = new App(place, host, new ThemeSource());
let state: PanelState = EMPTY_STATE;
const draw = oncePerFrame(() => app.update(state));

/** Sections are there once the state is drawn. */
function revealLater(section: SectionId): void {
  requestAnimationFrame(() => requestAnimationFrame(() => revealSection(place, section)));
}

function receive(message: HostToWebview): PanelState {
  switch (message.type) {
    case 'state':
      return message.state;
    case 'change':
      return { ...state, ...message.change };
    case 'event':
      return reduce(state, message.event);
    case 'sweepRun':
      return { ...state, sweep: withSweepRun(state.sweep, message.sweep, message.run) };
    case 'reveal':
      revealLater(message.section);
      return state;
  }
}

window.addEventListener('message', ({ data }: MessageEvent<HostToWebview>) => {
  state = receive(data);
  draw();
});

host.post({ type: 'ready' });
