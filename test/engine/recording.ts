import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { Real } from '../../src/training/protocol/protocol.ts';

/** What one fit of a program left behind, as `scripts/record-pytorch.py` writes it. */
export interface RecordedFit {
  readonly model: string;
  /** Finished points of the board, `[epoch, value]` by label. */
  readonly curves: Readonly<Record<string, readonly (readonly [Real, Real])[]>>;
  /** Null where a cell's model has so many that they were not written down. */
  readonly weights: readonly RecordedWeight[] | null;
}

export interface RecordedWeight {
  readonly name: string;
  readonly shape: readonly number[];
  /** Flat, in row-major order. */
  readonly learned: readonly Real[];
}

/** What PyTorch made of one program. */
export interface Recording {
  readonly stdout: string;
  /** repr of the last expression, null when there was none or it was None. */
  readonly displayed: string | null;
  readonly error: { readonly type: string; readonly message: string; readonly line: number | null } | null;
  readonly fits: readonly RecordedFit[];
}

/** How far numbers may differ: `|a - b| <= absolute + relative * max(|a|, |b|)`. */
export interface Tolerance {
  readonly relative: number;
  readonly absolute: number;
}

export interface Program {
  /** `area/name` */
  readonly id: string;
  readonly file: string;
  readonly source: string;
  readonly recording: Recording;
  readonly tolerance: Tolerance;
}

const EXACT_ARITHMETIC: Tolerance = { relative: 1e-5, absolute: 1e-12 };
/** Rounding accumulates over hundreds of steps, and `true - learned` cancels most digits of both. */
const TRAINED: Tolerance = { relative: 1e-4, absolute: 1e-5 };

/**
 * Every area with its programs and recordings.
 *
 * @param folder has a folder of programs for each area, or is such a folder; what PyTorch made of them
 *   is in `recorded.json` beside them.
 * @throws Error when a program has no recording or a recording no program
 */
export function readPrograms(folder: string): ReadonlyMap<string, readonly Program[]> {
  const entries = readdirSync(folder, { withFileTypes: true });
  if (entries.some(({ name }) => name.endsWith('.py'))) {
    const area = path.basename(folder);
    return new Map([[area, readArea(path.dirname(folder), area)]]);
  }
  const areas = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  if (areas.length === 0) throw new Error(`${folder} holds no programs`);
  return new Map(areas.sort().map((area) => [area, readArea(folder, area)]));
}

function readArea(root: string, area: string): readonly Program[] {
  const recorded = path.join(root, area, 'recorded.json');
  if (!existsSync(recorded)) throw new Error(`${area}: run scripts/record-pytorch.py ${area} first`);
  const { programs } = JSON.parse(readFileSync(recorded, 'utf8')) as { programs: Record<string, Recording> };
  const folder = path.join(root, area);
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.py'))
    .map((file) => path.basename(file, '.py'));
  const unmatched = Object.keys(programs).filter((name) => !names.includes(name));
  if (unmatched.length > 0)
    throw new Error(`${area}: recorded, but no longer there: ${unmatched.join(', ')}`);
  return names.sort().map((name) => {
    const recording = programs[name];
    if (recording === undefined)
      throw new Error(`${area}/${name}: run scripts/record-pytorch.py ${area} first`);
    const file = path.join(folder, `${name}.py`);
    const source = readFileSync(file, 'utf8');
    return { id: `${area}/${name}`, file, source, recording, tolerance: toleranceOf(source) };
  });
}

/** A program whose first line is `# trained` compares numbers of a training; `# trained: 1e-3` says how near. */
export function toleranceOf(source: string): Tolerance {
  const heading = /^# trained(?:: (\S+))?\n/.exec(source);
  if (heading === null) return EXACT_ARITHMETIC;
  return { ...TRAINED, relative: heading[1] === undefined ? TRAINED.relative : Number(heading[1]) };
}
