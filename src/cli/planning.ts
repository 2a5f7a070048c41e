/** What the command line's words mean for a document: its plan, and other values for its parameters. */

import { AssignmentError, parseAssignment } from '../exercises/assignments.ts';
import type { Overrides, Plan } from '../exercises/model.ts';
import { ownBlocks, planRun, UnknownTarget, type Target } from '../exercises/plan.ts';
import type { ExerciseDocument } from './document.ts';
import { UsageError } from './usage.ts';

/**
 * What a run of the target executes.
 *
 * @throws UsageError when the document has no such target.
 */
export function planFor(document: ExerciseDocument, target: Target): Plan {
  const { blocks, kind, lineCount, path } = document;
  if (target !== 'all' && 'line' in target && kind !== 'notebook' && target.line > lineCount) {
    throw new UsageError(`${path} has ${lineCount} lines: there is no line ${target.line}`);
  }
  try {
    return planRun(blocks, target);
  } catch (error) {
    throw error instanceof UnknownTarget ? new UsageError(`${path}: ${error.message}`) : error;
  }
}

/**
 * Values of `--set NAME=VALUE`.
 *
 * @throws UsageError
 */
export function overridesOf(plan: Plan, assignments: readonly string[]): Overrides {
  const preferred = preferredBlocks(plan);
  try {
    const read = assignments.map((text) => parseAssignment(text, plan.parameters, preferred));
    return Object.fromEntries(read.map(({ key, value }) => [key, value]));
  } catch (error) {
    throw error instanceof AssignmentError ? new UsageError(`--set: ${error.message}`) : error;
  }
}

/** Blocks whose parameters go first where several have a name: the chosen exercise's own. */
export function preferredBlocks(plan: Plan): ReadonlySet<number> {
  return new Set(ownBlocks(plan).map(({ index }) => index));
}
