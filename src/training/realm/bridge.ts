/** The Python module `_engine`: everything Python can ask of the engine (decision 2). */
import { setAutocast } from '../autograd/autocast.ts';
import { declarations } from '../autograd/operations/index.ts';
import { readGradModeFrom, resetRecording } from '../autograd/tape/mode.ts';
import { beginCounting, connectBackends, operationCounts } from '../backend/choice.ts';
import { counters } from '../backend/counters.ts';
import { heapState } from '../backend/wasm/heap.ts';
import { rare, setDefaultDType } from '../backend/dtype.ts';
import { resetArrayOptions } from '../tensor/array-options.ts';
import { resetPrintOptions } from '../tensor/print-options.ts';
import { closeScope, openScope } from '../tensor/scope.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { RunAdvice } from './advice/run-advice.ts';
import { autogradEntries } from './bridge-autograd.ts';
import { Calls } from './bridge-calls.ts';
import { eventEntries } from './bridge-events.ts';
import { lineValueEntries } from './bridge-line-values.ts';
import { CustomFunctions } from './bridge-custom-functions.ts';
import { GRAD_MODE, Handles, LOADER_BATCH, LOADER_BATCHES, LOADER_PASS } from './bridge-handles.ts';
import { operationEntries, type OperationContext } from './bridge-operations.ts';
import { pictureEntries } from './bridge-pictures.ts';
import { Generators } from './bridge-random.ts';
import { tensorEntries } from './bridge-tensors.ts';
import { trainingStepEntries } from './bridge-training-steps.ts';
import type { Bridge, BridgeFunction, RealmHost } from './host.ts';
import type { LoaderPosition } from './loop.ts';
import { TrainingLoops } from './loops.ts';
import { TrainingPause } from './training-pause.ts';
import { TrainingSteps } from './training-steps.ts';

export function createBridge(host: RealmHost): Bridge {
  const memory = (): ReturnType<RealmHost['memory']> => host.memory();
  const handles = new Handles(() => memory().HEAP32);
  const calls = new Calls(handles, () => host.stopped());
  const generators = new Generators();
  const functions = new CustomFunctions(calls);
  const results: (Tensor | null)[] = [];
  const context: OperationContext = { calls, results, generator: (handle) => generators.get(handle) };
  const advice = new RunAdvice(calls, host.python);
  const loops = new TrainingLoops(host.events, () => loaderPosition(handles), advice);
  const pause = new TrainingPause(host.commands, host.events);
  const steps = new TrainingSteps(
    host.events,
    loops,
    pause,
    (handle) => handles.get(handle),
    () => host.now(),
  );
  let imported = handles.save();
  connectBackends((backend) => host.kernels(backend));

  return {
    functions: {
      ...allOperations(context),
      ...tensorEntries(calls, memory),
      ...autogradEntries(context, { loops, advice, steps }),
      ...trainingStepEntries(host, calls, { loops, pause, steps }),
      ...functions.entries(),
      ...generators.entries(memory),
      ...eventEntries(host, loops, advice, (handle) => handles.get(handle)),
      ...pictureEntries(host, context),
      ...lineValueEntries(host, handles),
      ...callEntries(context),
    },
    callbacks: functions.callbackEntries(),
    imported: () => {
      imported = handles.save();
    },
    beginRun: ({ seed, backend, continues, rerun, isRecorded = false }) => {
      if (!continues) {
        handles.restore(imported);
        functions.begin();
        generators.reset(seed);
        resetDefaults();
      }
      loops.begin();
      pause.begin(rerun !== null);
      steps.begin(isRecorded);
      advice.begin(rerun);
      beginCounting(backend);
    },
    endRun: (kept) => {
      resetRecording();
      loops.end();
      if (!kept) functions.end();
      for (const tensor of results.splice(0)) tensor?.release();
      closeScope(openScope());
      return { operations: operationCounts(), ...advice.end(host.events.areFinite) };
    },
  };
}

/** What a run may have changed for all of the engine. */
function resetDefaults(): void {
  closeScope(0);
  resetRecording();
  resetPrintOptions();
  resetArrayOptions();
  setDefaultDType('float32');
  setAutocast(null);
  rare.inUse = false;
}

/** The entries by which Python shares memory with the engine, and fetches what a call has left. */
function callEntries({ calls, results }: OperationContext): Record<string, BridgeFunction> {
  const { handles } = calls;
  return {
    attach: (address: number, words: number) => {
      handles.attach(address, words);
      readGradModeFrom(() => handles.read(GRAD_MODE) === 1);
      return 0;
    },
    drain: () => handles.drain(),
    error: () => calls.takeError(),
    /** What the run has done so far, as JSON of `Counters`. */
    counters: () => JSON.stringify({ ...counters, held: heapState().used }),
    result: (index: number) => {
      const tensor = results[index];
      return tensor === null || tensor === undefined ? 0 : handles.give(tensor);
    },
  };
}

function loaderPosition(handles: Handles): LoaderPosition {
  return {
    pass: handles.read(LOADER_PASS),
    batch: handles.read(LOADER_BATCH),
    batches: handles.read(LOADER_BATCHES),
  };
}

/** The entries of all declared operations. */
function allOperations(context: OperationContext): Record<string, BridgeFunction> {
  const entries = [...declarations.values()].flatMap((declaration) => operationEntries(declaration, context));
  return Object.fromEntries(entries);
}
