/** What stands behind the lines of the code: shapes of what they gave names to. */

import type { Broadcast, LineValue, TensorShape } from '../../training/protocol/protocol.ts';
import { visibleLine } from '../../text/visible.ts';
import { shapeText } from '../../text/shape.ts';
import { shapesText } from '../../text/varied-shapes.ts';
import type { ShownValues } from './shown-values.ts';

/** A part of what stands behind a line, and of what it tells more when it is pointed at. */
export interface HintPart {
  readonly text: string;
  readonly of: { readonly value: LineValue } | { readonly broadcast: Broadcast };
}

export interface Hint {
  /** 1-based. */
  readonly line: number;
  readonly parts: readonly HintPart[];
}

/** Parts behind a line; the others are told when it is pointed at. */
const MOST_PARTS = 6;
const ORDER: readonly LineValue['kind'][] = ['parameter', 'assigned', 'called'];

/** Those of the lines from `first` to `last` (1-based), in their order. */
export function hintsIn(shown: ShownValues, first: number, last: number): readonly Hint[] {
  const hints: Hint[] = [];
  for (let line = first; line <= last; line++) {
    const parts = partsOf(shown, line);
    if (parts.length > 0) hints.push({ line, parts });
  }
  return hints;
}

function partsOf(shown: ShownValues, line: number): HintPart[] {
  const here = valuesIn(shown, line);
  const values = here.filter((value) => !isRepeated(value, here));
  const broadcasts = shown.broadcasts.filter((broadcast) => broadcast.line === line);
  const parts: HintPart[] = [
    ...values.map((value, index) => ({ text: shortText(value, values[index + 1]), of: { value } })),
    ...broadcasts.map((broadcast) => ({ text: broadcastText(broadcast), of: { broadcast } })),
  ];
  return parts.slice(0, MOST_PARTS);
}

/** All that a line gave names to: parameters, targets of assignments, calls. */
export function valuesIn({ values }: ShownValues, line: number): readonly LineValue[] {
  const here = values.filter((value) => value.line === line);
  return ORDER.flatMap((kind) => here.filter((value) => value.kind === kind));
}

/** A layer's result that the line gave a name is told with the name. */
function isRepeated(value: LineValue, here: readonly LineValue[]): boolean {
  const type = typeText(value);
  return (
    value.kind === 'called' && here.some((other) => other.kind === 'assigned' && typeText(other) === type)
  );
}

function typeText({ shapes, dtype }: LineValue): string {
  return `${shapesText(shapes)} ${visibleLine(dtype)}`;
}

/** `X: (32, 2) float32`; of a layer `Linear → (32, 10) float32`. */
export function valueText(value: LineValue): string {
  return `${namedShape(value)} ${visibleLine(value.dtype)}`;
}

/** The dtype of several values behind a line is told once: VS Code cuts what is longer than 43 characters. */
function shortText(value: LineValue, next: LineValue | undefined): string {
  return next?.dtype === value.dtype ? namedShape(value) : valueText(value);
}

function namedShape({ name, kind, shapes }: LineValue): string {
  return `${visibleLine(name)}${kind === 'called' ? ' → ' : ': '}${shapesText(shapes)}`;
}

/** `⤢ (3, 1), (1, 2) → (3, 2)` */
function broadcastText({ operands, result }: Pick<Broadcast, 'operands' | 'result'>): string {
  const [left, right] = operands.map((shape: TensorShape) => shapeText(shape));
  return `⤢ ${String(left)}, ${String(right)} → ${shapeText(result)}`;
}
