/** One run of the command line on an engine, from its request to its result. */
import type { RunResult } from '../training/protocol/protocol.ts';
import { RunCollector } from '../training/protocol/results.ts';
import type { RunRequest } from '../training/threads/session.ts';
import type { Engine, Environment } from './environment.ts';
import { EXIT } from './exit-status.ts';
import type { Presenter } from './presenter.ts';

/** Characters of output kept of one run. */
export const OUTPUT_CHARACTERS = 1_000_000;

/** Carries out one run; the first Ctrl+C stops it, the second ends the process. */
export async function execute(
  engine: Engine,
  request: RunRequest,
  listeners: readonly Pick<Presenter, 'accept'>[],
  environment: Environment,
): Promise<RunResult> {
  const collector = new RunCollector();
  const running = engine.start(request, (event) => {
    if (event.type === 'ended') return;
    collector.accept(event);
    for (const listener of listeners) listener.accept(event);
  });
  let isStopping = false;
  const ignoreInterrupts = environment.onInterrupt(() => {
    if (isStopping) environment.exit(EXIT.stopped);
    isStopping = true;
    running.stop();
  });
  try {
    collector.accept(await running.ended);
  } finally {
    ignoreInterrupts();
  }
  return collector.result();
}
