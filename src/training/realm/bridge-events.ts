/** The entries by which Python's `d2l` and `matplotlib` report fits and figures. Bad reports are dropped and logged, not raised. */
import type { EpochWeight, Figure, Stability, Weight } from '../protocol.ts';
import type { BridgeFunction, RealmHost } from './host.ts';
import type { LoopNames } from './loop-fit.ts';
import type { TrainingLoops } from './loops.ts';

export function eventEntries(host: RealmHost, loops: TrainingLoops): Record<string, BridgeFunction> {
  const { events } = host;
  const guarded =
    <A extends never[]>(report: (...args: A) => void) =>
    (...args: A): number => {
      try {
        report(...args);
        return 0;
      } catch (error) {
        host.log('warn', `a report of the run was dropped: ${String(error)}`);
        return -1;
      }
    };
  return {
    fit_started: guarded((model: string, epochs: number) => {
      loops.end();
      events.fitStarted(String(model), Number(epochs));
    }),
    fitting: () => events.fitting,
    point: guarded((label: string, x: number, y: number) => {
      if (events.fitting) events.point(String(label), Number(x), Number(y));
      else loops.board(String(label), Number(x), Number(y));
    }),
    loop_weights: () => JSON.stringify(loops.weights()),
    name_loop: guarded((names: string) => loops.name(JSON.parse(names) as LoopNames)),
    weights: guarded((epoch: number, weights: string) =>
      events.weights(Number(epoch), JSON.parse(weights) as EpochWeight[]),
    ),
    fit_ended: guarded((epochs: number, weights: string, stability: string) =>
      events.fitEnded(
        Number(epochs),
        JSON.parse(weights) as Weight[],
        JSON.parse(stability) as Stability | null,
      ),
    ),
    figure: guarded((figure: string) => events.figure(JSON.parse(figure) as Figure)),
  };
}
