/** The settings under `d2l.`, checked: what a settings file holds may be anything. */

import path from 'node:path';
import { BACKEND_CHOICES, ENGINE_CHOICES, MAX_SEED, type EngineKind } from '../training/protocol/choices.ts';
import type { BackendChoice } from '../training/protocol/protocol.ts';

/** When the extension helps with Python code itself: `auto` where no language server does. */
export type LanguageHelpMode = 'auto' | 'on' | 'off';

/** Where the shapes of what the code gives names to are told: behind its lines, only where it is pointed at, nowhere. */
export type ShapesMode = 'on' | 'onHover' | 'off';

export type LiveMode = 'off' | 'onSave' | 'whileTyping';

export interface Settings {
  readonly backend: BackendChoice;
  readonly engine: EngineKind;
  /** Path of the Python of the engine `python`; empty: the first that is found and has PyTorch. */
  readonly python: string;
  /** Address of the server of the engine `jupyter`, without its token. */
  readonly jupyterServer: string;
  /** Seed of a run whose exercise was given none in the panel. */
  readonly seed: number;
  /** Wall time of a run in seconds; 0: none. */
  readonly timeLimit: number;
  readonly liveRuns: LiveMode;
  /** Folder whose files runs may read, as the settings have it; empty: none. */
  readonly dataFolder: string;
  /** Address of the server that has the data sets in place of their publishers; empty: none. */
  readonly dataMirror: string;
  /** Whether a run's results stand behind the lines of the code. */
  readonly decorations: boolean;
  readonly shapes: ShapesMode;
  readonly languageHelp: LanguageHelpMode;
}

export const DEFAULT_SETTINGS: Settings = {
  backend: 'auto',
  engine: 'built-in',
  python: '',
  jupyterServer: '',
  seed: 0,
  timeLimit: 60,
  liveRuns: 'whileTyping',
  dataFolder: '',
  dataMirror: '',
  decorations: true,
  shapes: 'on',
  languageHelp: 'auto',
};

const LIVE_MODES: readonly LiveMode[] = ['off', 'onSave', 'whileTyping'];
const SHAPES_MODES: readonly ShapesMode[] = ['on', 'onHover', 'off'];
const LANGUAGE_HELP_MODES: readonly LanguageHelpMode[] = ['auto', 'on', 'off'];

/** Settings as `get` gives them by name without `d2l.`; the default stands in for a value that is none. */
export function readSettings(get: (name: keyof Settings) => unknown): Settings {
  const seed = get('seed');
  const timeLimit = get('timeLimit');
  const decorations = get('decorations');
  return {
    backend: oneOf(BACKEND_CHOICES, get('backend')) ?? DEFAULT_SETTINGS.backend,
    engine: oneOf(ENGINE_CHOICES, get('engine')) ?? DEFAULT_SETTINGS.engine,
    python: textOf(get('python')),
    jupyterServer: textOf(get('jupyterServer')),
    seed: isInteger(seed, MAX_SEED) ? seed : DEFAULT_SETTINGS.seed,
    timeLimit: isFinite(timeLimit) ? timeLimit : DEFAULT_SETTINGS.timeLimit,
    liveRuns: oneOf(LIVE_MODES, get('liveRuns')) ?? DEFAULT_SETTINGS.liveRuns,
    dataFolder: textOf(get('dataFolder')),
    dataMirror: textOf(get('dataMirror')),
    decorations: typeof decorations === 'boolean' ? decorations : DEFAULT_SETTINGS.decorations,
    shapes: oneOf(SHAPES_MODES, get('shapes')) ?? DEFAULT_SETTINGS.shapes,
    languageHelp: oneOf(LANGUAGE_HELP_MODES, get('languageHelp')) ?? DEFAULT_SETTINGS.languageHelp,
  };
}

/**
 * Absolute path of the data folder; empty when there is none.
 * @param workspace path of the document's workspace folder, if it has one on this machine
 */
export function dataFolderPath(setting: string, workspace: string | undefined): string {
  if (setting === '' || path.isAbsolute(setting)) return setting;
  return workspace === undefined ? '' : path.join(workspace, setting);
}

function oneOf<T extends string>(choices: readonly T[], value: unknown): T | undefined {
  return choices.find((choice) => choice === value);
}

/** Settings of text are empty by default. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function isFinite(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isInteger(value: unknown, most: number): value is number {
  return isFinite(value) && Number.isInteger(value) && value <= most;
}
