/** The words of the command line, read into one command. */

import { parseArgs } from 'node:util';
import type { Target } from '../exercises/plan.ts';
import { BACKEND_CHOICES, MAX_SEED } from '../training/protocol/choices.ts';
import type { BackendChoice } from '../training/protocol/protocol.ts';
import type { RangeText } from '../sweep/values.ts';
import { reasonOf } from '../text/reason.ts';
import { engineOf, type EngineChoice } from './engines.ts';
import { languageNamed, type Language } from './language.ts';
import { UsageError } from './usage.ts';

export interface RunCommand {
  readonly type: 'run';
  readonly file: string;
  readonly target: Target;
  /** `NAME=VALUE` as given. */
  readonly assignments: readonly string[];
  readonly seed: number;
  readonly backend: BackendChoice;
  readonly engine: EngineChoice;
  /** Time limit in seconds; 0 means none. */
  readonly seconds: number;
  readonly json: boolean;
  /** File to which the run is written as a page; null: none. */
  readonly html: string | null;
  /** Folder to which saved figures are written; null: none. */
  readonly files: string | null;
  /** Judge the run by the workbook's check of the exercise. */
  readonly check: boolean;
  /** The folder whose files the run may read, as given; null: none. */
  readonly data: string | null;
  /** What a person is told in; missing: that of the environment. */
  readonly language?: Language;
}

export interface ListCommand {
  readonly type: 'list';
  readonly file: string;
  readonly json: boolean;
}

export interface SweepCommand extends Omit<RunCommand, 'type' | 'html' | 'files' | 'language'> {
  readonly type: 'sweep';
  /** Name or key of the parameter; `w[1]` is an element of a vector. */
  readonly parameter: string;
  readonly values: string | RangeText;
  /** How many seeds each value runs with, as it was typed. */
  readonly seeds: string;
  /** Runs at a time; null: as many as there are cores. */
  readonly threads: number | null;
}

export interface CompareCommand extends Omit<RunCommand, 'type' | 'html' | 'files' | 'check' | 'language'> {
  readonly type: 'compare';
}

export interface DataCommand {
  readonly type: 'data';
  readonly action: 'list' | 'get' | 'remove';
  /** Of data sets, as given; none of `list`. */
  readonly names: readonly string[];
  /** Address of a mirror; empty: none. */
  readonly mirror: string;
  readonly json: boolean;
}

export type Command =
  | RunCommand
  | ListCommand
  | SweepCommand
  | CompareCommand
  | DataCommand
  | { readonly type: 'help' }
  | { readonly type: 'version' };

const OPTIONS = {
  exercise: { type: 'string' },
  line: { type: 'string' },
  set: { type: 'string', multiple: true },
  seed: { type: 'string' },
  backend: { type: 'string' },
  engine: { type: 'string' },
  python: { type: 'string' },
  server: { type: 'string' },
  wheel: { type: 'string' },
  timeout: { type: 'string' },
  parameter: { type: 'string' },
  values: { type: 'string' },
  range: { type: 'string' },
  seeds: { type: 'string' },
  threads: { type: 'string' },
  data: { type: 'string' },
  mirror: { type: 'string' },
  json: { type: 'boolean' },
  html: { type: 'string' },
  files: { type: 'string' },
  check: { type: 'boolean' },
  language: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof parse>['values'];

const MOST_THREADS = 64;

/**
 * Reads the words after the program's name.
 *
 * @throws UsageError
 */
export function parseArguments(words: readonly string[]): Command {
  const { values, positionals } = parse(words);
  if (values.help === true) return { type: 'help' };
  if (values.version === true) return { type: 'version' };
  const [name, file, ...others] = positionals;
  if (name === undefined)
    throw new UsageError('Nothing to do: give a command, run, sweep, compare, list or data');
  if (name === 'data') return dataCommand(positionals.slice(1), values);
  if (!isCommand(name))
    throw new UsageError(`There is no command "${name}": it is run, sweep, compare, list or data`);
  if (file === undefined || file === '') throw new UsageError(`${name} needs a FILE`);
  if (others.length > 0) throw new UsageError(`One FILE at a time: "${others.join(' ')}" is too much`);
  refuseOthers(name, values);
  return COMMANDS[name](file, values);
}

const COMMANDS = { run: runCommand, sweep: sweepCommand, compare: compareCommand, list: listCommand };

function isCommand(name: string): name is keyof typeof COMMANDS {
  return Object.hasOwn(COMMANDS, name);
}

const RUN_OPTIONS = [
  'exercise',
  'line',
  'set',
  'seed',
  'backend',
  'engine',
  'python',
  'server',
  'wheel',
  'timeout',
  'data',
  'json',
] as const;

const TAKEN: Readonly<Record<keyof typeof COMMANDS | 'data', readonly (keyof Values)[]>> = {
  run: [...RUN_OPTIONS, 'html', 'files', 'check', 'language'],
  sweep: [...RUN_OPTIONS, 'parameter', 'values', 'range', 'seeds', 'threads'],
  compare: RUN_OPTIONS,
  list: ['json'],
  data: ['json', 'mirror'],
};

function refuseOthers(name: keyof typeof TAKEN, values: Values): void {
  const wrong = Object.keys(values).find((option) => !TAKEN[name].includes(option as keyof Values));
  if (wrong !== undefined) throw new UsageError(`${name} does not take --${wrong}`);
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(reasonOf(error));
  }
}

function listCommand(file: string, values: Values): ListCommand {
  return { type: 'list', file, json: values.json ?? false };
}

function dataCommand([action, ...names]: readonly string[], values: Values): DataCommand {
  refuseOthers('data', values);
  if (action !== 'list' && action !== 'get' && action !== 'remove')
    throw new UsageError('data takes list, get NAME or remove NAME');
  if (action === 'list' && names.length > 0) throw new UsageError('data list takes no NAME');
  if (action !== 'list' && names.length === 0)
    throw new UsageError(`data ${action} needs a NAME: see data list`);
  return { type: 'data', action, names, mirror: values.mirror ?? '', json: values.json ?? false };
}

function runCommand(file: string, values: Values): RunCommand {
  return {
    type: 'run',
    file,
    target: targetOf(values),
    assignments: values.set ?? [],
    seed: values.seed === undefined ? 0 : wholeNumber('--seed', values.seed, 0, MAX_SEED),
    backend: backendOf(values.backend ?? 'auto'),
    engine: engineOf(values),
    seconds: values.timeout === undefined ? 0 : secondsOf(values.timeout),
    data: dataOf(values),
    json: values.json ?? false,
    html: values.html === undefined ? null : pageName(values.html),
    files: filesOf(values),
    check: checkOf(values),
    ...(values.language === undefined ? {} : { language: languageNamed(values.language) }),
  };
}

/** With real PyTorch: in a Python of this machine unless another engine is named. */
function compareCommand(file: string, values: Values): CompareCommand {
  const command = runCommand(file, { ...values, engine: values.engine ?? 'python' });
  if (command.engine.type === 'built-in')
    throw new UsageError(
      'compare takes --engine python or --engine jupyter: what the built-in engine is compared with',
    );
  return { ...command, type: 'compare' };
}

function sweepCommand(file: string, values: Values): SweepCommand {
  const { parameter, seeds = '1', threads } = values;
  if (parameter === undefined) throw new UsageError('sweep needs --parameter NAME: what is to be varied');
  return {
    ...runCommand(file, values),
    type: 'sweep',
    parameter,
    values: sweptValues(values),
    seeds,
    threads: threads === undefined ? null : wholeNumber('--threads', threads, 1, MOST_THREADS),
  };
}

/** The files of a run of the built-in engine are its own; another Python writes where its program says. */
function filesOf({ files, engine = 'built-in' }: Values): string | null {
  if (files !== undefined && engine !== 'built-in')
    throw new UsageError(
      `--files is for the built-in engine: with --engine ${engine} savefig writes its files itself`,
    );
  return files ?? null;
}

function dataOf({ data, engine }: Values): string | null {
  if (data !== undefined && engine === 'wheel')
    throw new UsageError('--data does not go with --engine wheel: the run has the wheel in its data folder');
  if (data !== undefined && engine === 'jupyter')
    throw new UsageError('--data is a folder of this machine: a Jupyter server has its own');
  return data ?? null;
}

function sweptValues({ values, range }: Values): string | RangeText {
  if (values !== undefined && range !== undefined) throw new UsageError('Give --values or --range, not both');
  if (range !== undefined) return rangeOf(range);
  if (values !== undefined) return values;
  throw new UsageError('sweep needs --values LIST or --range FROM:TO:COUNT[:log]');
}

function rangeOf(text: string): RangeText {
  const [, from = '', to = '', count = '', log] = /^([^:]+):([^:]+):([^:]+)(:log)?$/.exec(text) ?? [];
  if (from === '') throw new UsageError(`--range takes FROM:TO:COUNT or FROM:TO:COUNT:log, not "${text}"`);
  return { from, to, count, scale: log === undefined ? 'linear' : 'log' };
}

function checkOf({ check = false, exercise, line }: Values): boolean {
  if (check && exercise === undefined && line === undefined)
    throw new UsageError('--check judges one exercise: name it by --exercise or --line');
  return check;
}

function targetOf({ exercise, line }: Values): Target {
  if (exercise !== undefined && line !== undefined)
    throw new UsageError('Give --exercise or --line, not both');
  if (exercise !== undefined) return { exercise };
  if (line !== undefined) return { line: wholeNumber('--line', line, 1, Number.MAX_SAFE_INTEGER) };
  return 'all';
}

function backendOf(name: string): BackendChoice {
  const backend = BACKEND_CHOICES.find((choice) => choice === name);
  if (backend === undefined)
    throw new UsageError(`There is no backend "${name}": it is ${BACKEND_CHOICES.join(', ')}`);
  return backend;
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : NaN;
  if (number >= least && number <= most) return number;
  const range = most === Number.MAX_SAFE_INTEGER ? `from ${least}` : `from ${least} to ${most}`;
  throw new UsageError(`${option} takes a whole number ${range}, not "${text}"`);
}

/** By its ending, so that a slip of the keyboard never writes over somebody's exercise. */
function pageName(name: string): string {
  if (/\.html?$/i.test(name)) return name;
  throw new UsageError(`--html takes the name of a file that ends in .html, not "${name}"`);
}

function secondsOf(text: string): number {
  const seconds = text.trim() === '' ? NaN : Number(text);
  if (seconds > 0 && Number.isFinite(seconds)) return seconds;
  throw new UsageError(`--timeout takes a number of seconds above 0, not "${text}"`);
}
