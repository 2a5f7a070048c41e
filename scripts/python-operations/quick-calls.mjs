// Calls of operations that need no matching of arguments: one or two tensors, or a tensor and a number, all else left out.
// The engine's entries take such calls without any decoding (bridge-operations.ts).

/** The types of the arguments that a quick call is given. */
const OPERANDS = { one: ['Tensor'], two: ['Tensor', 'Tensor'], number: ['Tensor', 'Scalar'] };

/**
 * The entry that needs no matching of arguments: it takes the operands, all else has a default. Undefined where there is none.
 *
 * @param operands a name in {@link OPERANDS}
 */
export function quickEntry(overloads, operands, isInPlace = false) {
  const types = OPERANDS[operands];
  const takesThem = ({ schema, returns }) => {
    if (isInPlace ? returns !== 'inPlace' : returns !== 'tensor' && returns !== 'view') return false;
    const [given, rest] = [schema.arguments.slice(0, types.length), schema.arguments.slice(types.length)];
    const isPlain = ({ type, list, default: fallback }, i) =>
      type === types[i] && !list && fallback === undefined;
    return (
      given.length === types.length &&
      given.every(isPlain) &&
      rest.every(({ default: fallback }) => fallback !== undefined)
    );
  };
  return overloads.find(takesThem)?.entry;
}

/** Integers and the numbers of other libraries are converted first, by the matching of arguments. */
const IS_NUMBER = 'len(args) == 1 and not kwargs and type(args[0]) is float';
const IS_TENSOR = 'len(args) == 1 and not kwargs and isinstance(args[0], Handle)';

/** The forms of a method's call: when it is one, and what crosses besides the tensor itself. */
const FORMS = [
  ['one', 'not args and not kwargs', ''],
  ['two', IS_TENSOR, ', args[0]._h'],
  ['number', IS_NUMBER, ', args[0], 2'],
];

export function quickMethod(overloads) {
  const lines = [];
  for (const [operands, condition, operand] of FORMS) {
    const entry = quickEntry(overloads, operands);
    if (entry)
      lines.push(`        if ${condition}:`, `            return wrap(_q_${entry}(self._h${operand}))`);
  }
  for (const [operands, condition, operand] of FORMS) {
    const entry = quickEntry(overloads, operands, true);
    if (entry)
      lines.push(
        `        if ${condition}:`,
        `            if _q_${entry}(self._h${operand}) < 0:`,
        `                raise_error()`,
        `            return self`,
      );
  }
  return lines;
}

export function quickFunction(overloads) {
  const lines = [];
  const one = quickEntry(overloads, 'one');
  if (one) {
    lines.push(
      `    if len(args) == 1 and not kwargs and isinstance(args[0], Handle):`,
      `        return wrap(_q_${one}(args[0]._h))`,
    );
  }
  const two = quickEntry(overloads, 'two');
  if (two) {
    lines.push(
      `    if len(args) == 2 and not kwargs and isinstance(args[0], Handle) and isinstance(args[1], Handle):`,
      `        return wrap(_q_${two}(args[0]._h, args[1]._h))`,
    );
  }
  return lines;
}
