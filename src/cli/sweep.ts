/** One exercise with each of several values of a parameter, side by side. */

import { AssignmentError, findParameter } from '../exercises/assignments.ts';
import type { Parameter, Plan } from '../exercises/model.ts';
import type { SweepRequest } from '../sweep/model.ts';
import { outcomeOf } from '../sweep/outcome.ts';
import { planSweep, type PlannedRun } from '../sweep/plan.ts';
import { readSeeds, readValues, rangeValues, sweptKind, SweepError } from '../sweep/values.ts';
import { RunCollector } from '../training/protocol/results.ts';
import type { Run, RunRequest } from '../training/threads/session.ts';
import type { SweepCommand } from './arguments.ts';
import { dataOf } from './data.ts';
import { placeOf, readDocument } from './document.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { overridesOf, planFor, preferredBlocks } from './planning.ts';
import { OUTPUT_CHARACTERS } from './execute.ts';
import {
  HumanSweepPresenter,
  JsonSweepPresenter,
  type EndedSweep,
  type SweepPresenter,
  type SweepRun,
} from './sweep-presenter.ts';
import type { SweepEngine, Environment } from './environment.ts';
import { UsageError } from './usage.ts';

/**
 * Carries the sweep out and shows it. A run that fails or diverges is a result like any other.
 *
 * @throws UsageError before anything runs.
 */
export async function sweep(command: SweepCommand, environment: Environment): Promise<ExitStatus> {
  const document = await readDocument(command.file, environment.readFile);
  const plan = planFor(document, command.target);
  const overrides = overridesOf(plan, command.assignments);
  const { request, runs } = asUsage(() => {
    const request = requestOf(plan, command);
    return { request, runs: planSweep(plan, overrides, request, command.seed) };
  });
  const data = await dataOf(command.data, environment);
  const presenter = presenterFor(command, environment);
  const pool = environment.openPool(command.threads, presenter.log, command.engine);
  const { values, seeds } = request;
  presenter.begin({ parameter: command.parameter, values, seeds, threads: pool.size });
  try {
    const ended = await carryOut({ command, data, runs, pool, presenter, environment });
    presenter.finish(ended);
    return exitStatusOf(ended);
  } finally {
    await pool.dispose();
  }
}

function requestOf(plan: Plan, { parameter, values, seeds }: SweepCommand): SweepRequest {
  const [, name = '', index] = /^(.*?)(?:\[(\d+)\])?$/s.exec(parameter) ?? [];
  const { key, kind } = parameterOf(plan, parameter, index === undefined ? parameter : name);
  const element = kind === 'vector' && index !== undefined ? Number(index) : null;
  const read =
    typeof values === 'string' ? readValues(values, sweptKind(kind)) : rangeValues(values, sweptKind(kind));
  return { key, element, values: read, seeds: readSeeds(seeds, read.length) };
}

/** `whole` may itself be a name: `data.y[4]` is one. */
function parameterOf(plan: Plan, whole: string, name: string): Parameter {
  const preferred = preferredBlocks(plan);
  const isKnown = plan.parameters.some((parameter) => parameter.name === whole || parameter.key === whole);
  return findParameter(isKnown ? whole : name, plan.parameters, preferred);
}

function asUsage<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof AssignmentError) throw new UsageError(`--parameter: ${error.message}`);
    throw error instanceof SweepError ? new UsageError(error.message.replace(/\.$/, '')) : error;
  }
}

interface Work {
  readonly command: SweepCommand;
  readonly data: Pick<RunRequest, 'dataFolder'>;
  readonly runs: readonly PlannedRun[];
  readonly pool: SweepEngine;
  readonly presenter: SweepPresenter;
  readonly environment: Environment;
}

/** All runs at once: the pool queues them. The first Ctrl+C stops them, the second ends the process. */
async function carryOut({ command, data, runs, pool, presenter, environment }: Work): Promise<EndedSweep> {
  const began = performance.now();
  let isStopping = false;
  const started = runs.map((run) => start(run, command, data, pool));
  const ignoreInterrupts = environment.onInterrupt(() => {
    if (isStopping) environment.exit(EXIT.stopped);
    isStopping = true;
    for (const { run } of started) run.stop();
  });
  try {
    const ended = await Promise.all(
      started.map(async ({ result }) => {
        const run = await result;
        presenter.accept(run, runs.length);
        return run;
      }),
    );
    const milliseconds = performance.now() - began;
    return { status: isStopping ? 'stopped' : 'ok', milliseconds, runs: ended };
  } finally {
    ignoreInterrupts();
  }
}

function start(
  { at, seed, cells }: PlannedRun,
  command: SweepCommand,
  data: Pick<RunRequest, 'dataFolder'>,
  pool: SweepEngine,
): { readonly run: Run; readonly result: Promise<SweepRun> } {
  const collector = new RunCollector();
  const { backend, seconds } = command;
  const limits = { seconds, outputCharacters: OUTPUT_CHARACTERS };
  const request = { cells, seed, backend, limits, ...placeOf(command), ...data };
  const run = pool.start(request, (event) => collector.accept(event));
  return { run, result: run.ended.then(() => ({ at, seed, ...outcomeOf(collector.result()) })) };
}

function presenterFor({ json }: SweepCommand, { stdout, stderr }: Environment): SweepPresenter {
  return json ? new JsonSweepPresenter(stdout) : new HumanSweepPresenter(stdout, stderr);
}

function exitStatusOf({ status, runs }: EndedSweep): ExitStatus {
  if (status === 'stopped') return EXIT.stopped;
  if (runs.some(({ error }) => error?.startsWith('EngineError') === true)) return EXIT.engine;
  return runs.every((run) => run.status === 'error') ? EXIT.raised : EXIT.ok;
}
