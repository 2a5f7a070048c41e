/** `d2l-exercises compare`: the same code on the built-in engine and on real PyTorch, held beside each other. */
import { compareResults } from '../compare/compare.ts';
import { reportLine } from '../compare/wording.ts';
import { planCells } from '../exercises/plan.ts';
import type { RunResult } from '../training/protocol/protocol.ts';
import type { RunRequest } from '../training/threads/session.ts';
import type { CompareCommand } from './arguments.ts';
import { pytorchText, showComparison, type ComparedPair } from './compare-presenter.ts';
import { dataOf } from './data.ts';
import { readDocument } from './document.ts';
import type { EngineChoice } from './engines.ts';
import type { Environment } from './environment.ts';
import { execute, OUTPUT_CHARACTERS } from './execute.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { overridesOf, planFor } from './planning.ts';
import { writeForeign } from './terminal.ts';

/**
 * Runs what the command asks for on both engines, one after the other, and shows how far they agree.
 *
 * @throws UsageError before anything runs.
 */
export async function compare(command: CompareCommand, environment: Environment): Promise<ExitStatus> {
  const document = await readDocument(command.file, environment.readFile);
  const plan = planFor(document, command.target);
  const request = {
    cells: planCells(plan, overridesOf(plan, command.assignments)),
    seed: command.seed,
    backend: command.backend,
    limits: { seconds: command.seconds, outputCharacters: OUTPUT_CHARACTERS },
    ...(await dataOf(command.data, environment)),
  };
  const builtIn = await runOn({ type: 'built-in' }, request, environment);
  if (builtIn.status === 'stopped') return EXIT.stopped;
  const pytorch = await runOn(command.engine, request, environment);
  if (pytorch.status === 'stopped') return EXIT.stopped;
  return show({ builtIn, pytorch }, command, environment);
}

/** Where it runs: in a folder of its own, as the built-in engine does, so that it finds the same. */
async function runOn(
  choice: EngineChoice,
  request: RunRequest,
  environment: Environment,
): Promise<RunResult> {
  const { stderr } = environment;
  if (stderr.isTerminal)
    stderr.write(`On ${choice.type === 'built-in' ? 'the built-in engine' : 'PyTorch'} …\n`);
  const engine = environment.openEngine((level, text) => {
    if (level !== 'info') writeForeign(stderr, `${text}\n`);
  }, choice);
  try {
    return await execute(engine, request, [], environment);
  } finally {
    await engine.dispose();
  }
}

function show(pair: ComparedPair, command: CompareCommand, environment: Environment): ExitStatus {
  const { builtIn, pytorch } = pair;
  for (const { error } of [builtIn, pytorch])
    if (error?.type === 'EngineError') {
      writeForeign(environment.stderr, `d2l-exercises: ${error.message}\n`);
      return EXIT.engine;
    }
  const comparison = compareResults(builtIn, pytorch);
  const report = reportLine(comparison, [builtIn, pytorch], {
    version: environment.version,
    pytorch: pytorchText(pytorch),
    system: `${process.platform} ${process.arch}`,
    seed: command.seed,
  });
  if (command.json) {
    const line = { type: 'compared', ...comparison, report, builtIn, pytorch };
    environment.stdout.write(`${JSON.stringify(line)}\n`);
  } else showComparison(pair, comparison, report, environment.stdout);
  return comparison.verdict === 'different' ? EXIT.different : EXIT.ok;
}
