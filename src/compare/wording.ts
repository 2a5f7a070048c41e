/** A comparison in words, and the line that says it in a report of a fault. */

import { isValidation, quantityOf } from '../training/protocol/curve-names.ts';
import { unsupportedName } from '../training/protocol/engine-limit.ts';
import { english, type Translate } from '../advice/translate.ts';
import { firstParting, type ComparedResult } from './compare.ts';
import { SAME, type ComparedPart, type Comparison, type PartKind, type PartingPlace } from './model.ts';

/** Two digits say how far apart numbers are: `2.4e-5`. */
function distanceText(distance: number): string {
  return distance === 0 ? '0' : distance.toExponential(1).replace('.0e', 'e');
}

/** One sentence: how far both runs agree, or where they part. */
export function verdictText(comparison: Comparison, t: Translate = english): string {
  const { verdict, largest } = comparison;
  if (verdict === 'same') return t('The same to {0}.', distanceText(SAME));
  if (verdict === 'close' && largest !== null)
    return t('The same to {0}: sums in another order are rounded differently.', distanceText(largest));
  const parting = firstParting(comparison);
  return parting === undefined ? t('They part.') : t('They part: {0}.', partText(parting, t));
}

/** How far a part agrees, or where it parts: `train_loss of fit 2 at point 3 (x = 0.5): 0.5 and 0.25`. */
export function partText(part: ComparedPart, t: Translate = english): string {
  const { first, largest } = part;
  const name = partName(part, t);
  if (first === null) return t('{0}: the same to {1}', name, distanceText(Math.max(SAME, largest ?? 0)));
  return t('{0}: {1} and {2}', placeText(name, first.place, t), shortened(first.one), shortened(first.other));
}

/** `train_loss of fit 2` */
function partName({ kind, name, number }: ComparedPart, t: Translate): string {
  if (kind === 'figure') return t('figure {0}', String(number));
  const known = kindName(kind, t) ?? name;
  return number === null || number === 1 ? known : t('{0} of fit {1}', known, number);
}

/** Undefined: such parts have names of their own. */
function kindName(kind: PartKind, t: Translate): string | undefined {
  switch (kind) {
    case 'ended':
      return t('how it ended');
    case 'error':
      return t('error');
    case 'printed':
      return t('printed text');
    case 'displayed':
      return t('last value');
    default:
      return undefined;
  }
}

/** Characters of a text in a sentence. */
const LONGEST = 80;

function shortened(text: string): string {
  if (text === '') return '–';
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** `train_loss at point 3 (x = 0.5)` */
function placeText(what: string, place: PartingPlace, t: Translate): string {
  switch (place.kind) {
    case 'whole':
      return what;
    case 'count':
      return countText(what, place.of, t);
    case 'line':
      return t('{0} in line {1}', what, place.line);
    case 'point':
      return t('{0} at point {1} (x = {2})', what, place.point, place.x);
    case 'element':
      return place.series === undefined
        ? t('{0} at element {1}', what, place.element)
        : t('{0} at value {1} of series {2}', what, place.element, place.series);
  }
}

function countText(what: string, of: Extract<PartingPlace, { kind: 'count' }>['of'], t: Translate): string {
  switch (of) {
    case 'points':
      return t('{0}, number of points', what);
    case 'elements':
      return t('{0}, number of elements', what);
    case 'lines':
      return t('{0}, number of lines', what);
    case 'series':
      return t('{0}, number of series', what);
    case 'values':
      return t('{0}, number of values', what);
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
  const where = placeText(what, first.place, english);
  return NUMERIC.has(kind) ? `${where}: ${first.one} and ${first.other}` : where;
}
