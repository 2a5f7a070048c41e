/** A comparison in words, and the line that says it in a report of a fault. */

import { isValidation, quantityOf } from '../training/protocol/curve-names.ts';
import { unsupportedName } from '../training/protocol/engine-limit.ts';
import { firstParting, type ComparedResult } from './compare.ts';
import { SAME, type ComparedPart, type Comparison, type PartKind, type PartingPlace } from './model.ts';

/** Two digits say how far apart numbers are: `2.4e-5`. */
function distanceText(distance: number): string {
  return distance === 0 ? '0' : distance.toExponential(1).replace('.0e', 'e');
}

/** One sentence: how far both runs agree, or where they part. */
export function verdictText(comparison: Comparison): string {
  const { verdict, largest } = comparison;
  if (verdict === 'same') return `The same to ${distanceText(SAME)}.`;
  if (verdict === 'close' && largest !== null)
    return `The same to ${distanceText(largest)}: sums in another order are rounded differently.`;
  const parting = firstParting(comparison);
  return parting === undefined ? 'They part.' : `They part: ${partText(parting)}.`;
}

/** How far a part agrees, or where it parts: `train_loss of fit 2 at point 3 (x = 0.5): 0.5 and 0.25`. */
export function partText(part: ComparedPart): string {
  const { first, largest } = part;
  if (first === null) return `${partName(part)}: the same to ${distanceText(Math.max(SAME, largest ?? 0))}`;
  return `${partName(part)}${placeText(first.place)}: ${shortened(first.one)} and ${shortened(first.other)}`;
}

const NAMES: Readonly<Partial<Record<PartKind, string>>> = {
  ended: 'how it ended',
  error: 'error',
  printed: 'printed text',
  displayed: 'last value',
};

/** `train_loss of fit 2` */
function partName({ kind, name, number }: ComparedPart): string {
  if (kind === 'figure') return `figure ${String(number)}`;
  const known = NAMES[kind] ?? name;
  return number === null || number === 1 ? known : `${known} of fit ${String(number)}`;
}

/** Characters of a text in a sentence. */
const LONGEST = 80;

function shortened(text: string): string {
  if (text === '') return '–';
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** ` at point 3 (x = 0.5)` */
function placeText(place: PartingPlace): string {
  switch (place.kind) {
    case 'whole':
      return '';
    case 'count':
      return `, number of ${place.of}`;
    case 'line':
      return ` in line ${String(place.line)}`;
    case 'point':
      return ` at point ${String(place.point)} (x = ${place.x})`;
    case 'element':
      return place.series === undefined
        ? ` at element ${String(place.element)}`
        : ` at value ${String(place.element)} of series ${String(place.series)}`;
  }
}

/** Who compared what: nothing of the learner's. */
export interface ReportFacts {
  /** Of the extension. */
  readonly version: string;
  /** `PyTorch 2.9.0, Python 3.11` */
  readonly pytorch: string;
  /** `linux x64` */
  readonly system: string;
  readonly seed: number;
}

/**
 * One line for a report of a fault: versions, the kind of the first difference and its numbers. It holds no path, no name
 * and no text of the learner's; what the built-in engine says that it does not support is a public name of a package.
 */
export function reportLine(
  comparison: Comparison,
  [builtIn, pytorch]: readonly [builtIn: ComparedResult, pytorch: ComparedResult],
  facts: ReportFacts,
): string {
  const { verdict, largest } = comparison;
  const unsupported = unsupportedName(builtIn.error);
  const parting = firstParting(comparison);
  return [
    `D2L Exercises ${facts.version} and ${facts.pytorch} on ${facts.system}`,
    `seed ${String(facts.seed)}`,
    `ended ${builtIn.status} and ${pytorch.status}`,
    largest === null ? verdict : `${verdict} (${distanceText(largest)})`,
    ...(parting === undefined ? [] : [anonymous(parting)]),
    ...(unsupported === null ? [] : [`not supported: ${unsupported}`]),
  ].join('; ');
}

/** Parts whose first difference may be of two numbers, not of text. */
const NUMERIC: ReadonlySet<PartKind> = new Set(['curve', 'weight', 'figure']);

function anonymous({ kind, number, name, first }: ComparedPart): string {
  const of =
    kind === 'curve' ? `${isValidation(name) ? 'validation' : 'training'} ${quantityOf(name)}` : kind;
  const what = `first difference in ${of}${number === null ? '' : ` of ${String(number)}`}`;
  if (first === null || first.place.kind === 'whole') return what;
  const where = placeText(first.place);
  return NUMERIC.has(kind) ? `${what}${where}: ${first.one} and ${first.other}` : `${what}${where}`;
}
