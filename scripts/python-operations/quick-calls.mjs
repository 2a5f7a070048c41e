// Calls of operations that need no matching of arguments: one or two tensors, or a tensor and a number, all else left out.
import { defaultText } from './literals.mjs';

/** What crosses for an argument that is left out (decision 2). */
function absentValues({ type, list, default: fallback }) {
  if (list) return fallback === 'None' ? ['-1'] : null;
  if (type === 'Tensor' || type === 'Generator') return fallback === 'None' ? ['0'] : null;
  if (type === 'ScalarType') return fallback === 'None' ? ['-1'] : null;
  if (type !== 'Scalar') return [defaultText(fallback)];
  if (fallback === 'None') return ['None', '-1'];
  return [defaultText(fallback), /^-?\d+$/.test(fallback) ? '1' : '2'];
}

/** The types of the arguments that a quick call is given. */
const OPERANDS = { one: ['Tensor'], two: ['Tensor', 'Tensor'], number: ['Tensor', 'Scalar'] };

/**
 * The call that needs no matching of arguments: the operands, all else left out. Undefined where there is none.
 *
 * @param operands a name in {@link OPERANDS}
 */
export function quickCall(overloads, operands, isInPlace = false) {
  const types = OPERANDS[operands];
  for (const { entry, schema, returns } of overloads) {
    if (isInPlace ? returns !== 'inPlace' : returns !== 'tensor' && returns !== 'view') continue;
    const [given, rest] = [schema.arguments.slice(0, types.length), schema.arguments.slice(types.length)];
    const isPlain = ({ type, list, default: fallback }, i) =>
      type === types[i] && !list && fallback === undefined;
    if (given.length < types.length || !given.every(isPlain)) continue;
    if (rest.some(({ default: fallback }) => fallback === undefined)) continue;
    const tail = rest.map(absentValues);
    if (!tail.includes(null))
      return {
        entry,
        tail: tail
          .flat()
          .map((value) => `, ${value}`)
          .join(''),
      };
  }
  return undefined;
}

/** Integers and the numbers of other libraries are converted first, by the matching of arguments. */
const IS_NUMBER = 'len(args) == 1 and not kwargs and type(args[0]) is float';

export function quickMethod(overloads) {
  const lines = [];
  const one = quickCall(overloads, 'one');
  if (one)
    lines.push(
      `        if not args and not kwargs:`,
      `            return wrap(_q_${one.entry}(self._h${one.tail}))`,
    );
  const two = quickCall(overloads, 'two');
  if (two) {
    lines.push(
      `        if len(args) == 1 and not kwargs and isinstance(args[0], Handle):`,
      `            return wrap(_q_${two.entry}(self._h, args[0]._h${two.tail}))`,
    );
  }
  const number = quickCall(overloads, 'number');
  if (number) {
    lines.push(
      `        if ${IS_NUMBER}:`,
      `            return wrap(_q_${number.entry}(self._h, args[0], 2${number.tail}))`,
    );
  }
  return [...lines, ...quickInPlace(overloads)];
}

function quickInPlace(overloads) {
  const lines = [];
  for (const [operands, condition, operand] of [
    ['one', 'not args and not kwargs', ''],
    ['two', 'len(args) == 1 and not kwargs and isinstance(args[0], Handle)', ', args[0]._h'],
    ['number', IS_NUMBER, ', args[0], 2'],
  ]) {
    const call = quickCall(overloads, operands, true);
    if (!call) continue;
    lines.push(
      `        if ${condition}:`,
      `            if _q_${call.entry}(self._h${operand}${call.tail}) < 0:`,
      `                raise_error()`,
      `            return self`,
    );
  }
  return lines;
}

export function quickFunction(overloads) {
  const lines = [];
  const one = quickCall(overloads, 'one');
  if (one) {
    lines.push(
      `    if len(args) == 1 and not kwargs and isinstance(args[0], Handle):`,
      `        return wrap(_q_${one.entry}(args[0]._h${one.tail}))`,
    );
  }
  const two = quickCall(overloads, 'two');
  if (two) {
    lines.push(
      `    if len(args) == 2 and not kwargs and isinstance(args[0], Handle) and isinstance(args[1], Handle):`,
      `        return wrap(_q_${two.entry}(args[0]._h, args[1]._h${two.tail}))`,
    );
  }
  return lines;
}
