/** The entries by which Python's `d2l` and `matplotlib` report fits and figures. Bad reports are dropped and logged, not raised. */
import type { Figure, Weight } from '../protocol.ts';
import type { BridgeFunction, RealmHost } from './host.ts';

export function eventEntries(host: RealmHost): Record<string, BridgeFunction> {
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
    fit_started: guarded((model: string, epochs: number) => events.fitStarted(String(model), Number(epochs))),
    fitting: () => events.fitting,
    point: guarded((label: string, x: number, y: number) => {
      if (!events.fitting) events.fitStarted('fit', 0);
      events.point(String(label), Number(x), Number(y));
    }),
    fit_ended: guarded((epochs: number, weights: string) =>
      events.fitEnded(Number(epochs), JSON.parse(weights) as Weight[]),
    ),
    figure: guarded((figure: string) => events.figure(JSON.parse(figure) as Figure)),
  };
}
