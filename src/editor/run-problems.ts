/** The error of a run as problems in the learner's document: plain data, 0-based positions as VS Code counts. */

import type { Block } from '../exercises/model.ts';
import type { Frame, RunError } from '../training/protocol.ts';
import type { Translate } from './translate.ts';

export interface PlainPosition {
  readonly line: number;
  readonly character: number;
}

export interface PlainRange {
  readonly start: PlainPosition;
  readonly end: PlainPosition;
}

export interface Problem {
  readonly range: PlainRange;
  /** As Python prints the exception: `RuntimeError: …`. */
  readonly message: string;
  /** The exception's class, shown as the problem's code. */
  readonly type: string;
  /** Calls that led here, innermost first. */
  readonly related: readonly { readonly range: PlainRange; readonly message: string }[];
}

/** A change of the text: `lines` were replaced by text with `added` line breaks. */
export interface PlainChange {
  readonly range: PlainRange;
  readonly added: number;
}

/** End of a line, wherever that is. */
const LINE_END = Number.MAX_SAFE_INTEGER;

/**
 * The problem that stands for `error` in the document that tracebacks call `name`: on the innermost of its frames
 * there. Null when the error is nowhere in the learner's code (the engine itself failed).
 */
export function problemOf(error: RunError, name: string, t: Translate): Problem | null {
  const frames = error.frames.filter((frame) => frame.document === name).reverse();
  const [innermost, ...callers] = frames;
  const range = innermost === undefined ? lineOf(error) : rangeOf(innermost);
  if (range === null) return null;
  return {
    range,
    message: error.message === '' ? error.type : `${error.type}: ${error.message}`,
    type: error.type,
    related: callers.map((frame) => ({ range: rangeOf(frame), message: callText(frame, t) })),
  };
}

/** The error with columns of the document: the engine does not see the indent of a fence inside a list. */
export function inDocument(error: RunError, blocks: readonly Block[]): RunError {
  return { ...error, frames: error.frames.map((frame) => indented(frame, blocks)) };
}

function indented(frame: Frame, blocks: readonly Block[]): Frame {
  const indent = blocks.findLast((block) => block.firstLine <= frame.line)?.indent ?? 0;
  return { ...frame, column: frame.column + indent, endColumn: frame.endColumn + indent };
}

function rangeOf(frame: Frame): PlainRange {
  return {
    start: { line: frame.line - 1, character: frame.column - 1 },
    end: { line: frame.endLine - 1, character: frame.endColumn - 1 },
  };
}

function lineOf(error: RunError): PlainRange | null {
  if (error.line === null) return null;
  const line = error.line - 1;
  return { start: { line, character: (error.column ?? 1) - 1 }, end: { line, character: LINE_END } };
}

function callText(frame: Frame, t: Translate): string {
  return frame.function === '<module>'
    ? t('called from here')
    : t('called from here, in {0}', frame.function);
}

/** The problem after an edit: moved with the lines above it; null when one of its own lines was edited. */
export function afterChange(problem: Problem, change: PlainChange): Problem | null {
  const { start, end } = change.range;
  if (start.line <= problem.range.end.line && end.line >= problem.range.start.line) return null;
  const lines = change.added - (end.line - start.line);
  const move = (range: PlainRange): PlainRange =>
    range.start.line > end.line ? shifted(range, lines) : range;
  return {
    ...problem,
    range: move(problem.range),
    related: problem.related.map((place) => ({ ...place, range: move(place.range) })),
  };
}

function shifted(range: PlainRange, lines: number): PlainRange {
  return {
    start: { ...range.start, line: range.start.line + lines },
    end: { ...range.end, line: range.end.line + lines },
  };
}
