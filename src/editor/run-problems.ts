/** The error of a run as problems in the learner's document: plain data, 0-based positions as VS Code counts. */

import { findDataSet } from '../data/catalog.ts';
import { downloadBytes } from '../data/data-set.ts';
import { sizeText } from '../data/sizes.ts';
import type { Block } from '../exercises/model.ts';
import { placeInDocument } from '../exercises/blocks.ts';
import type { Advice, Frame, RunError } from '../training/protocol/protocol.ts';
import { fixOf } from '../advice/fixes.ts';
import type { CodeEdit } from '../advice/code.ts';
import { adviceText } from '../advice/wording.ts';
import type { Translate } from '../advice/translate.ts';

export interface PlainPosition {
  readonly line: number;
  readonly character: number;
}

export interface PlainRange {
  readonly start: PlainPosition;
  readonly end: PlainPosition;
}

/** A correction of the code, as edits of the document. */
export interface ProblemFix {
  readonly title: string;
  readonly edits: readonly { readonly range: PlainRange; readonly text: string }[];
  /** Done in place of edits. */
  readonly command?:
    'd2l.chooseDataFolder' | 'd2l.downloadData' | 'd2l.runWithPyTorch' | 'd2l.compareWithPyTorch';
  /** Of the command. */
  readonly argument?: string;
}

export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly range: PlainRange;
  /** As Python prints the exception, `RuntimeError: …`, with the advice on it below; or the advice alone. */
  readonly message: string;
  /** The exception's class or the kind of advice, shown as the problem's code. */
  readonly type: string;
  readonly fixes: readonly ProblemFix[];
  /** Calls that led here, innermost first. */
  readonly related: readonly { readonly range: PlainRange; readonly message: string }[];
}

/** What a run has to say about the code. */
export interface RunReport {
  readonly error: RunError | null;
  readonly advice: readonly Advice[];
  /** The blocks that were executed. */
  readonly blocks: readonly Block[];
  /** The PyTorch that may do what the built-in engine could not, as people call it; null or absent: none. */
  readonly pytorch?: string | null;
}

/** A change of the text: `lines` were replaced by text with `added` line breaks. */
export interface PlainChange {
  readonly range: PlainRange;
  readonly added: number;
}

/** Line breaks in a text as the editor gives it: its ends of lines are all alike. */
export function lineBreaks(text: string): number {
  return text.split('\n').length - 1;
}

/** End of a line, wherever that is. */
const LINE_END = Number.MAX_SAFE_INTEGER;

/** The advice that explains an error and not what the code does without one. */
const ON_ERRORS: ReadonlySet<string> = new Set<Advice['kind']>([
  'secondBackward',
  'inPlaceLeaf',
  'integerGradient',
  'detached',
  'noHyperparameters',
  'noSuperInit',
  'didYouMean',
  'productShapes',
  'noCuda',
  'dataMissing',
]);

/** What a run has to say about the document that tracebacks call `name`. */
export function problemsOf(report: RunReport, name: string, t: Translate): readonly Problem[] {
  const { advice, blocks, pytorch = null } = report;
  const error = report.error === null ? null : inDocument(report.error, blocks);
  const found = error === null ? null : problemOf(error, name, t);
  const elsewhere = pytorch === null ? [] : pytorchFixes(pytorch, t);
  const explained = found === null ? [] : [withAdvice(found, advice.filter(isOnError), blocks, t)];
  const withFixes = explained.map((problem) => ({ ...problem, fixes: [...problem.fixes, ...elsewhere] }));
  const warnings = advice.filter((piece) => !isOnError(piece));
  return [...withFixes, ...warnings.flatMap((piece) => warningOf(piece, name, blocks, t))];
}

const isOnError = ({ kind }: Advice): boolean => ON_ERRORS.has(kind);

function withAdvice(
  problem: Problem,
  advice: readonly Advice[],
  blocks: readonly Block[],
  t: Translate,
): Problem {
  // A misspelled name is told by its correction.
  const words = advice.filter(({ kind }) => kind !== 'didYouMean').map((piece) => adviceText(piece, t));
  const message = [problem.message, ...words].join('\n\n');
  return { ...problem, message, fixes: advice.flatMap((piece) => fixesOf(piece, blocks, t)) };
}

/** What the built-in engine cannot do a PyTorch may. */
function pytorchFixes(name: string, t: Translate): readonly ProblemFix[] {
  return [
    { title: t('Run with {0}', name), edits: [], command: 'd2l.runWithPyTorch' },
    { title: t('Compare with {0}', name), edits: [], command: 'd2l.compareWithPyTorch' },
  ];
}

function warningOf(advice: Advice, name: string, blocks: readonly Block[], t: Translate): readonly Problem[] {
  const { frame, kind } = advice;
  if (frame?.document !== name) return [];
  const range = rangeOf(indented(frame, blocks));
  const fixes = fixesOf(advice, blocks, t);
  return [{ severity: 'warning', range, message: adviceText(advice, t), type: kind, fixes, related: [] }];
}

/** The corrections of one mistake, as edits of the document. */
export function fixesOf(advice: Advice, blocks: readonly Block[], t: Translate): readonly ProblemFix[] {
  const fix = fixOf(advice, blocks, t);
  const edited = fix === null ? [] : [{ title: fix.title, edits: fix.edits.map(editInDocument) }];
  if (advice.kind !== 'dataMissing') return edited;
  const folder: ProblemFix = { title: t('Choose data folder…'), edits: [], command: 'd2l.chooseDataFolder' };
  return [...downloadOf(advice.facts.dataSet, t), ...edited, folder];
}

function downloadOf(name: string | null, t: Translate): readonly ProblemFix[] {
  const set = name === null ? undefined : findDataSet(name);
  if (set === undefined || set.unusable !== undefined) return [];
  const title = t('Download {0} ({1})', set.title, sizeText(downloadBytes(set)));
  return [{ title, edits: [], command: 'd2l.downloadData', argument: set.id }];
}

/** New lines get the indent of the block, as its other ones have it. */
function editInDocument({ block, start, end, text }: CodeEdit): ProblemFix['edits'][number] {
  const indent = ' '.repeat(block.indent);
  const range = { start: positionOf(block, start), end: positionOf(block, end) };
  return { range, text: indent === '' ? text : text.replaceAll('\n', `\n${indent}`) };
}

function positionOf(block: Block, offset: number): PlainPosition {
  const { line, column } = placeInDocument(block, offset);
  return { line: line - 1, character: column };
}

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
    severity: 'error',
    range,
    message: error.message === '' ? error.type : `${error.type}: ${error.message}`,
    type: error.type,
    fixes: [],
    related: callers.map((frame) => ({ range: rangeOf(frame), message: callText(frame, t) })),
  };
}

/** The error with columns of the document: the engine does not see the indent of a fence inside a list. */
function inDocument(error: RunError, blocks: readonly Block[]): RunError {
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
  if (touches(problem.range, change.range)) return null;
  const { start, end } = change.range;
  const lines = change.added - (end.line - start.line);
  const move = (range: PlainRange): PlainRange =>
    range.start.line > end.line ? shifted(range, lines) : range;
  return {
    ...problem,
    range: move(problem.range),
    related: problem.related.map((place) => ({ ...place, range: move(place.range) })),
    fixes: problem.fixes.flatMap(({ edits, ...fix }) => {
      const isTouched = edits.some((edit) => touches(edit.range, change.range));
      const moved = edits.map((edit) => ({ ...edit, range: move(edit.range) }));
      return isTouched ? [] : [{ ...fix, edits: moved }];
    }),
  };
}

const touches = (range: PlainRange, changed: PlainRange): boolean =>
  changed.start.line <= range.end.line && changed.end.line >= range.start.line;

function shifted(range: PlainRange, lines: number): PlainRange {
  return {
    start: { ...range.start, line: range.start.line + lines },
    end: { ...range.end, line: range.end.line + lines },
  };
}
