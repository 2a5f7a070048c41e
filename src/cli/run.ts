/** `d2l-exercises run`: plans, runs, shows and judges one exercise. */
import { english } from '../advice/translate.ts';
import { wordsOf, type Words } from '../advice/words.ts';
import { judge, type Check } from '../checks/check.ts';
import { checkOf } from '../checks/checks.ts';
import type { Plan } from '../exercises/model.ts';
import { planCells } from '../exercises/plan.ts';
import type { RunCommand } from './arguments.ts';
import { dataOf } from './data.ts';
import { placeOf, readDocument, type ExerciseDocument } from './document.ts';
import { execute, OUTPUT_CHARACTERS } from './execute.ts';
import { exitStatusOf, type ExitStatus } from './exit-status.ts';
import { HumanPresenter } from './human-presenter.ts';
import { JsonPresenter } from './json-presenter.ts';
import { spokenLanguage } from './language.ts';
import { overridesOf, planFor } from './planning.ts';
import type { Presenter } from './presenter.ts';
import { Report, checkTarget, type ReportSubject } from './report.ts';
import { SavedFigures, checkFolder } from './saved-figures.ts';
import type { Engine, EngineLog, Environment } from './environment.ts';
import { UsageError } from './usage.ts';

/** What a run is asked for its page: the graph, the steps of the last training, the names and the shapes by line. */
const FOR_A_PAGE = { graph: true, steps: true, variables: true, lineValues: true };

/**
 * Runs what the command asks for and shows it.
 *
 * @throws UsageError before anything runs.
 */
export async function run(command: RunCommand, environment: Environment): Promise<ExitStatus> {
  const log = new EarlyLog();
  // It starts while the document is read and planned, which takes a while itself.
  const engine = environment.openEngine(log.add, command.engine);
  try {
    return await runOn(engine, command, environment, log);
  } finally {
    await engine.dispose();
  }
}

async function runOn(
  engine: Engine,
  command: RunCommand,
  environment: Environment,
  log: EarlyLog,
): Promise<ExitStatus> {
  const document = await readDocument(command.file, environment.readFile);
  const plan = planFor(document, command.target);
  const overrides = overridesOf(plan, command.assignments);
  const check = command.check ? checkFor(document, plan) : null;
  if (command.html !== null) await checkTarget(command.html, environment);
  if (command.files !== null) await checkFolder(command.files, environment);
  const data = await dataOf(command.data, environment);
  const cells = planCells(plan, overrides);
  const limits = { seconds: command.seconds, outputCharacters: OUTPUT_CHARACTERS };
  const spoken = await spokenLanguage(command.language, environment);
  const words = wordsOf(spoken.language, spoken.sentences);
  const presenter = presenterFor(command, plan, environment, words);
  log.tell(presenter.log);
  const request = {
    cells,
    seed: command.seed,
    backend: command.backend,
    limits,
    ...(command.html === null ? {} : FOR_A_PAGE),
    ...placeOf(command),
    ...data,
  };
  const report = reportFor(command, { file: command.file, plan, overrides, spoken }, environment);
  const saved = new SavedFigures(command, environment, words.t);
  const result = await execute(engine, request, [presenter, ...report, saved], environment);
  const verdict = check === null ? null : judge(check, result, command.json ? english : words.t);
  presenter.finish(result, verdict);
  for (const page of report) await page.finish(result);
  await saved.finish();
  return exitStatusOf(result, verdict);
}

/** What the engine logs before there is a presenter waits for it. */
class EarlyLog {
  #kept: Parameters<EngineLog>[] = [];
  #listener: EngineLog | null = null;

  readonly add: EngineLog = (level, text) => {
    if (this.#listener === null) this.#kept.push([level, text]);
    else this.#listener(level, text);
  };

  tell(listener: EngineLog): void {
    this.#listener = listener;
    for (const [level, text] of this.#kept.splice(0)) listener(level, text);
  }
}

function checkFor({ path }: ExerciseDocument, { exercise, id }: Plan): Check {
  const check = exercise === null ? undefined : checkOf(exercise);
  if (check === undefined)
    throw new UsageError(
      `${path}: there is no check for ${exercise ?? id}; the exercises of the workbook have one`,
    );
  return check;
}

function reportFor({ html }: RunCommand, subject: ReportSubject, environment: Environment): Report[] {
  return html === null ? [] : [new Report(html, subject, environment)];
}

function presenterFor(
  command: RunCommand,
  plan: Plan,
  { stdout, stderr }: Environment,
  words: Words,
): Presenter {
  if (command.json) return new JsonPresenter(stdout);
  const title = [plan.exercise ?? '', plan.title].filter((text) => text !== '').join(' ');
  const { seed, seconds } = command;
  return new HumanPresenter(stdout, stderr, { title, seed, seconds, words });
}
