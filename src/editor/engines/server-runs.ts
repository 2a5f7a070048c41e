/** Runs that go on at a Jupyter server when their window is closed: noted while they run, told of in the next window. */

import type { Translate } from '../../advice/translate.ts';
import type { LeftState } from '../../training/jupyter/server-engine.ts';
import type { RunEvent } from '../../training/protocol/protocol.ts';
import type { ExerciseRecord } from '../exercise-record.ts';

/** A run at a server, and the exercise that it is one of. */
export interface ServerRun {
  /** Of the document. */
  readonly uri: string;
  /** What tracebacks call the document, and what people call it. */
  readonly name: string;
  readonly title: string;
  /** Of the block that was run. */
  readonly key: string;
}

export interface ServerRunsHost {
  readonly t: Translate;
  /** What is kept of the workspace; undefined: nothing, or what another version wrote. */
  load(): ServerRun | undefined;
  save(run: ServerRun | undefined): void;
  /** What has become of it, if the server is still the chosen one; null: it is not there. @throws Error */
  find(run: ServerRun): Promise<LeftState | null>;
  /** @returns whether the button was pressed */
  offer(text: string, button: string): Promise<boolean>;
  /** Has the exercise run again: the same code with the same seed is that run. */
  show(run: ServerRun): Promise<void>;
  log(text: string): void;
}

export class ServerRuns {
  #isLeaving = false;

  constructor(private readonly host: ServerRunsHost) {}

  /** A run of the exercise has come further. */
  accept({ document, key }: Pick<ExerciseRecord, 'document' | 'key'>, event: RunEvent): void {
    if (event.type !== 'started' && event.type !== 'ended') return;
    if (event.pytorch?.place !== 'server' || this.#isLeaving) return;
    const { uri, name, title } = document;
    this.host.save(event.type === 'started' ? { uri, name, title, key } : undefined);
  }

  /** The window is being closed: what ends here now goes on there. */
  leave(): void {
    this.#isLeaving = true;
  }

  /** Tells of the run that the window before has left, and shows it to who wants to see it. */
  async tell(): Promise<void> {
    const { host } = this;
    const run = host.load();
    if (run === undefined) return;
    try {
      const state = await host.find(run);
      if (state === null) return;
      const { t } = host;
      const text = state.isOver
        ? t('The run of {0} at {1} has ended while its window was closed.', run.title, state.server)
        : t('The run of {0} goes on at {1}.', run.title, state.server);
      if (await host.offer(text, t('Show Run'))) await host.show(run);
    } catch (error) {
      host.log(`what became of the run of ${run.name} at its server is not known: ${String(error)}`);
    }
  }
}
