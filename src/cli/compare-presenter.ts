/** Two runs of the same code for a person: curves over each other, weights, text and errors side by side, then the verdict. */
import type { ComparedPart, Comparison } from '../compare/model.ts';
import { partText, verdictText } from '../compare/wording.ts';
import type { FitSummary, Real, RunResult, Weight } from '../training/protocol/protocol.ts';
import { visibleLine } from '../text/visible.ts';
import { drawCurves } from './chart.ts';
import type { TextStream } from './environment.ts';
import { formatReal } from './numbers.ts';
import { aligned } from './table.ts';
import { styled, writeForeign } from './terminal.ts';

export interface ComparedPair {
  readonly builtIn: RunResult;
  readonly pytorch: RunResult;
}

const WIDEST_CHART = 90;
/** Elements of a weight that are written out. */
const MOST_ELEMENTS = 12;
/** Lines of text above and below the first difference. */
const LINES_AROUND = 2;

/** `PyTorch 2.9.0, Python 3.11.7` */
export function pytorchText({ pytorch }: RunResult): string {
  return pytorch === undefined ? 'PyTorch' : `PyTorch ${pytorch.torch}, Python ${pytorch.python}`;
}

/** @param report the line for a report of a fault */
export function showComparison(
  { builtIn, pytorch }: ComparedPair,
  comparison: Comparison,
  report: string,
  stdout: TextStream,
): void {
  const write = (lines: readonly string[]): void => {
    if (lines.length > 0) writeForeign(stdout, `${lines.join('\n')}\n\n`);
  };
  const other = pytorchText(pytorch);
  for (let index = 0; index < Math.max(builtIn.fits.length, pytorch.fits.length); index++) {
    const [one, two] = [builtIn.fits[index], pytorch.fits[index]];
    write([`${visibleLine((one ?? two)?.model ?? '')}: the built-in engine and ${other}`]);
    const width = Math.min(stdout.columns, WIDEST_CHART);
    for (const line of drawCurves(bothCurves(one, two), {
      width,
      hasColors: stdout.hasColors,
      unit: one?.unit ?? 'epoch',
    }))
      stdout.write(`${line}\n`);
    stdout.write('\n');
    write(weightTable(one, two));
  }
  write(sideBySide('printed', builtIn.stdout, pytorch.stdout, comparison));
  write(sideBySide('displayed', builtIn.displayed ?? '', pytorch.displayed ?? '', comparison));
  write(errorLines(builtIn, pytorch));
  write(
    comparison.parts.filter(isTold).map((part) => `${part.first === null ? ' ' : '≠'} ${partText(part)}`),
  );
  const tone = comparison.verdict === 'different' ? 'red' : 'green';
  stdout.write(`${styled(stdout, tone, visibleLine(verdictText(comparison)))}\n`);
  writeForeign(stdout, `\nFor a report of a fault: ${visibleLine(report)}\n`);
}

function isTold({ kind, first }: ComparedPart): boolean {
  return first !== null || kind === 'curve' || kind === 'weight' || kind === 'figure';
}

function bothCurves(one: FitSummary | undefined, other: FitSummary | undefined): FitSummary['curves'] {
  const named = (fit: FitSummary | undefined, whose: string) =>
    Object.entries(fit?.curves ?? {}).map(([label, points]) => [`${label}, ${whose}`, points] as const);
  return Object.fromEntries([...named(one, 'built-in'), ...named(other, 'PyTorch')]);
}

function weightTable(one: FitSummary | undefined, other: FitSummary | undefined): readonly string[] {
  const others = new Map((other?.weights ?? []).map((weight) => [weight.name, weight]));
  const rows = (one?.weights ?? []).flatMap((weight) => weightRows(weight, others.get(weight.name)));
  return rows.length === 0 ? [] : aligned([['weight', 'built-in', 'PyTorch', 'apart'], ...rows]);
}

function weightRows(one: Weight, other: Weight | undefined) {
  return one.learned.slice(0, MOST_ELEMENTS).map((value, index) => {
    const name = one.learned.length === 1 ? one.name : `${one.name}[${String(index)}]`;
    const theirs = other?.learned[index];
    return [name, formatReal(value), theirs === undefined ? '-' : formatReal(theirs), apart(value, theirs)];
  });
}

function apart(one: Real, other: Real | undefined): string {
  if (typeof one !== 'number' || typeof other !== 'number') return one === other ? '0' : '-';
  return formatReal(Math.abs(one - other), 2);
}

/** The lines around the first difference of two texts; nothing of texts that agree. */
function sideBySide(
  kind: ComparedPart['kind'],
  one: string,
  other: string,
  { parts }: Comparison,
): readonly string[] {
  const first = parts.find((part) => part.kind === kind)?.first ?? null;
  if (first?.place.kind !== 'line') return [];
  const at = first.place.line - 1;
  const [ours, theirs] = [one.split('\n'), other.split('\n')];
  const lines: string[] = [`${kind}: < the built-in engine, > PyTorch`];
  for (let line = Math.max(0, at - LINES_AROUND); line <= at + LINES_AROUND; line++) {
    const [left, right] = [ours[line], theirs[line]];
    if (left === right) {
      if (left !== undefined) lines.push(`    ${left}`);
      continue;
    }
    const mark = line === at ? '≠' : ' ';
    lines.push(`${mark} < ${left ?? ''}`, `${mark} > ${right ?? ''}`);
  }
  return lines;
}

function errorLines(builtIn: RunResult, pytorch: RunResult): readonly string[] {
  if (builtIn.error === null && pytorch.error === null) return [];
  return [`error: < ${errorText(builtIn)}`, `       > ${errorText(pytorch)}`];
}

function errorText({ error }: RunResult): string {
  if (error === null) return 'none';
  const place = error.line === null ? '' : ` (line ${String(error.line)})`;
  return visibleLine(`${error.type}: ${error.message}${place}`);
}
