/** What is told of a value that is pointed at. */

import type { Translate } from '../../advice/translate.ts';
import { fenced } from '../../text/markdown.ts';
import { visibleLine } from '../../text/visible.ts';
import type { Broadcast, LineValue, Real, TensorSummary } from '../../training/protocol/protocol.ts';
import { shapeText } from '../../text/shape.ts';
import { graphCommand } from '../graph/show-graph.ts';
import { valueText } from './hints.ts';

const BARS = '▁▂▃▄▅▆▇█';

/** Markdown. @param isOutdated whether the code has changed since */
export function valueDetails(value: LineValue, isOutdated: boolean, t: Translate): string {
  const lines = [
    ...(value.summary === undefined ? [] : summaryLines(value.summary, value, t)),
    ...(value.shapes.length > 1 ? [[t('shapes'), value.shapes.map(shapeText).join(', ')] as const] : []),
    ['device', 'cpu'] as const,
    ['requires_grad', value.requiresGrad ? 'True' : 'False'] as const,
    ['grad_fn', value.gradFn === '' ? 'None' : visibleLine(value.gradFn)] as const,
    [t('runs of the line'), `${value.isMore ? '≥ ' : ''}${value.count.toLocaleString('en-US')}`] as const,
  ];
  const graph = value.requiresGrad
    ? [`[${t('Show the graph')}](${graphCommand(value.name, value.line)})`]
    : [];
  const texts = [fenced(valueText(value), 'python'), fenced(table(lines)), ...notes(value, isOutdated, t)];
  return [...texts, ...graph].join('\n\n');
}

/** Markdown. */
export function broadcastDetails({ operands, result }: Broadcast, t: Translate): string {
  const [left, right] = operands;
  return t(
    'Broadcasting made a tensor of shape {0} of operands of shapes {1} and {2}: it is larger than either of them.',
    shapeText(result),
    shapeText(left),
    shapeText(right),
  );
}

function summaryLines(
  { head, least, mean, most, nans, infinities, histogram }: TensorSummary,
  { shapes }: LineValue,
  t: Translate,
): (readonly [string, string])[] {
  const count = (shapes.at(-1) ?? []).reduce((product, size) => product * size, 1);
  const values = `${head.map(short).join(', ')}${count > head.length ? ', …' : ''}`;
  const range = [least, mean, most].flatMap((value) => (value === null ? [] : [short(value)]));
  return [
    [t('values'), values],
    ...(count > 1 && range.length > 0 ? [['min, mean, max', range.join(', ')] as const] : []),
    ...(count > 1 ? [['NaN', t('{0} of {1}', nans, count)] as const] : []),
    ...(infinities > 0 ? [['inf', t('{0} of {1}', infinities, count)] as const] : []),
    ...(count > 1 && least !== most ? [[t('histogram'), bars(histogram)] as const] : []),
  ];
}

function notes({ summary, isMore, count }: LineValue, isOutdated: boolean, t: Translate): string[] {
  const told: string[] = [];
  if (summary === undefined)
    told.push(t('The values are told when the run is over, unless the tensor is too large.'));
  else if (summary.execution < count || isMore === true)
    told.push(t('The values are those of execution {0} of the line.', summary.execution));
  if (summary?.isChanged)
    told.push(t('It was changed in place afterwards; these are its values at the end.'));
  if (isOutdated) told.push(t('The code has changed since.'));
  return told;
}

function bars(histogram: readonly number[]): string {
  const most = Math.max(1, ...histogram);
  const last = BARS.length - 1;
  return histogram.map((count) => BARS[count === 0 ? 0 : Math.ceil((count / most) * last)] ?? '').join('');
}

/** Lines of a name and a text, the texts under each other. */
function table(lines: readonly (readonly [string, string])[]): string {
  const width = Math.max(...lines.map(([name]) => name.length)) + 2;
  return lines.map(([name, text]) => `${name.padEnd(width)}${text}`).join('\n');
}

function short(value: Real): string {
  return typeof value === 'string' ? value : String(Number(value.toPrecision(5)));
}
