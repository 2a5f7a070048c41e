/** Entry of the page: takes the host's messages, keeps the state, draws at most once per frame. */

import './language.ts';
import type { HostToWebview, SectionId } from '../protocol/messages.ts';
import { EMPTY_STATE, type PanelState } from '../../run-model/state.ts';
import { changed } from '../../run-model/store.ts';
import { App } from './app.ts';
import { registerControls } from './elements/controls.ts';
import { oncePerFrame } from './frame.ts';
import { Host } from './host.ts';
import { revealSection } from './elements/section.ts';
import { ThemeSource } from './theme.ts';

registerControls();

const place = document.getElementById('panel') ?? document.body;
const host = new Host();
const app = new App(place, host, new ThemeSource());
let state: PanelState = EMPTY_STATE;
/** The exercise that was drawn last, by {@link subjectOf}. */
let drawn: string | undefined;

// Nothing is known yet: parts without content would flash.
place.hidden = true;

const draw = oncePerFrame(() => {
  place.hidden = false;
  app.update(state);
  const subject = subjectOf(state);
  if (subject !== drawn) window.scrollTo(0, 0);
  drawn = subject;
});

/** Tells one exercise from another; its text may change. */
function subjectOf({ document: name, exercise }: PanelState): string {
  return JSON.stringify([name, exercise?.id, exercise?.title]);
}

/** Sections are there once the state is drawn. */
function revealLater(section: SectionId): void {
  requestAnimationFrame(() => requestAnimationFrame(() => revealSection(place, section)));
}

function receive(message: HostToWebview): PanelState {
  switch (message.type) {
    case 'state':
      return message.state;
    case 'reveal':
      revealLater(message.section);
      return state;
    default:
      return changed(state, message);
  }
}

window.addEventListener('message', ({ data }: MessageEvent<HostToWebview>) => {
  state = receive(data);
  if (data.type !== 'reveal') draw();
});

host.post({ type: 'ready' });
