import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { Real } from '../../src/training/protocol.ts';

/** What one fit of a program left behind, as `scripts/record-pytorch.py` writes it. */
export interface RecordedFit {
  readonly model: string;
  /** Finished points of the board, `[epoch, value]` by label. */
  readonly curves: Readonly<Record<string, readonly (readonly [Real, Real])[]>>;
  readonly weights: readonly RecordedWeight[];
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

/** Every area with its programs and recordings; throws when one of the two is missing. */
export function readPrograms(root: string): ReadonlyMap<string, readonly Program[]> {
  const areas = readdirSync(path.join(root, 'programs')).sort();
  return new Map(areas.map((area) => [area, readArea(root, area)]));
}

function readArea(root: string, area: string): readonly Program[] {
  const text = readFileSync(path.join(root, 'recorded', `${area}.json`), 'utf8');
  const { programs } = JSON.parse(text) as { programs: Record<string, Recording> };
  const folder = path.join(root, 'programs', area);
  const names = readdirSync(folder).map((file) => path.basename(file, '.py'));
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
