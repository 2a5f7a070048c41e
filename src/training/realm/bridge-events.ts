/** The entries by which Python's `d2l` and `matplotlib` report fits and figures. Bad reports are dropped and logged, not raised. */
import type {
  Advice,
  EpochWeight,
  Figure,
  FigureDrawing,
  Layers,
  Matrices,
  Place,
  Predictions,
  Real,
  Stability,
  Surface,
  Translation,
  Weight,
} from '../protocol/protocol.ts';
import { toContiguous } from '../backend/js/copy.ts';
import { toReal } from '../protocol/real.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { RunAdvice } from './advice/run-advice.ts';
import type { BridgeFunction, RealmHost } from './host.ts';
import type { LoopNames } from './loop-fit.ts';
import type { TrainingLoops } from './loops.ts';
import { WeightPath } from './weight-path.ts';

export function eventEntries(
  host: RealmHost,
  loops: TrainingLoops,
  advice: RunAdvice,
  tensor: (handle: number) => Tensor,
): Record<string, BridgeFunction> {
  const { events } = host;
  const path = new WeightPath();
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
    fit_started: guarded((model: string, epochs: number, place: string) => {
      loops.end();
      path.begin();
      advice.began();
      events.fitStarted(String(model), Number(epochs), JSON.parse(place) as Place | null);
    }),
    fitting: () => events.fitting,
    point: guarded((label: string, x: number, y: number) => {
      if (events.fitting) events.point(String(label), Number(x), Number(y));
      else loops.board(String(label), Number(x), Number(y));
    }),
    loop_weights: () => JSON.stringify(loops.wanted()),
    weight_truth: guarded((name: string, truth: string) =>
      path.setTruth(name, JSON.parse(truth) as Real[] | null),
    ),
    weights: guarded((epoch: number, ...named: (string | number)[]) => {
      const weights: EpochWeight[] = [];
      for (let i = 0; i < named.length; i += 2) {
        const weight = path.read(String(named[i]), tensor(Number(named[i + 1])));
        if (weight !== null) weights.push(weight);
      }
      if (weights.length > 0) events.weights(Number(epoch), weights);
    }),
    epoch_ended: guarded((epoch: number) => events.epochEnded(Number(epoch))),
    epochs_ended: guarded((epochs: number) => advice.epochsEnded(Number(epochs))),
    fit_ended: guarded((epochs: number, weights: string, stability: string) => {
      const reason = JSON.parse(stability) as Stability | null;
      if (reason !== null) advice.explained(reason);
      events.fitEnded(Number(epochs), JSON.parse(weights) as Weight[], reason);
    }),
    advise: guarded((text: string) => {
      const { kind, facts, frame } = JSON.parse(text) as Advice;
      advice.advisor.report(kind, facts, frame);
    }),
    surface: guarded((surface: string) => events.surface(JSON.parse(surface) as Surface)),
    ...networkEntries(host, loops, guarded, tensor),
    figure: guarded((figure: string) => events.figure(JSON.parse(figure) as Figure)),
    save_figure: guarded(saver(host)),
  };
}

/** A function that reports, with its report dropped where it is bad. */
type Guard = <A extends never[]>(report: (...args: A) => void) => (...args: A) => number;

function networkEntries(
  { events }: RealmHost,
  loops: TrainingLoops,
  guarded: Guard,
  tensor: (handle: number) => Tensor,
) {
  /** Of the fit that Python names, of the Trainer's that ended last where it names none. */
  const named = (fit: number): number | undefined => (Number(fit) < 0 ? undefined : Number(fit));
  return {
    /** Answers the index of the loop's fit; -1 for none. */
    name_loop: (names: string) => {
      let fit = -1;
      guarded(() => {
        fit = loops.name(JSON.parse(String(names)) as LoopNames);
      })();
      return fit;
    },
    layers: guarded((told: string) => {
      const layers = JSON.parse(told) as Layers;
      if (events.fitting) events.layers(layers);
      else loops.layers(layers);
    }),
    predictions: guarded((told: string, fit: number) =>
      events.predictions(JSON.parse(told) as Predictions, named(fit)),
    ),
    matrices: guarded((told: string, fit: number, ...handles: number[]) => {
      const all = JSON.parse(told) as Omit<Matrices, 'values'>[];
      const values = handles.map((handle) => roundedValues(tensor(Number(handle))));
      events.matrices(
        all.map((described, index) => ({ ...described, values: values[index] ?? [] })),
        named(fit),
      );
    }),
    translations: guarded((told: string) => events.translations(JSON.parse(told) as Translation[])),
  };
}

/** Four digits are more than colours tell apart, and a third of the text. */
function roundedValues(tensor: Tensor): Real[] {
  return Array.from(toContiguous(tensor, 'float64'), (value) => toReal(Number(value.toPrecision(4))));
}

/** A figure's file: for the run, and told to the host unless it has no name. */
function saver({ events, saveFigure }: RealmHost) {
  return (path: string, name: string, drawing: string): void => {
    saveFigure(String(path), String(drawing));
    if (name !== '') events.figureFile(String(name), JSON.parse(drawing) as FigureDrawing);
  };
}
