// Calls of operations that need no matching of arguments: one or two tensors, all else left out.
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

/** The call that needs no matching of arguments: `count` tensors, all else left out. Undefined where there is none. */
export function quickCall(overloads, count, isInPlace = false) {
  for (const { entry, schema, returns } of overloads) {
    if (isInPlace ? returns !== 'inPlace' : returns !== 'tensor' && returns !== 'view') continue;
    const [tensors, rest] = [schema.arguments.slice(0, count), schema.arguments.slice(count)];
    const isPlain = ({ type, list, default: fallback }) =>
      type === 'Tensor' && !list && fallback === undefined;
    if (tensors.length < count || !tensors.every(isPlain)) continue;
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

export function quickMethod(overloads) {
  const lines = [];
  const one = quickCall(overloads, 1);
  if (one)
    lines.push(
      `        if not args and not kwargs:`,
      `            return wrap(_q_${one.entry}(self._h${one.tail}))`,
    );
  const two = quickCall(overloads, 2);
  if (two) {
    lines.push(
      `        if len(args) == 1 and not kwargs and isinstance(args[0], Handle):`,
      `            return wrap(_q_${two.entry}(self._h, args[0]._h${two.tail}))`,
    );
  }
  return [...lines, ...quickInPlace(overloads)];
}

function quickInPlace(overloads) {
  const lines = [];
  for (const [count, condition, operand] of [
    [1, 'not args and not kwargs', ''],
    [2, 'len(args) == 1 and not kwargs and isinstance(args[0], Handle)', ', args[0]._h'],
  ]) {
    const call = quickCall(overloads, count, true);
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
  const one = quickCall(overloads, 1);
  if (one) {
    lines.push(
      `    if len(args) == 1 and not kwargs and isinstance(args[0], Handle):`,
      `        return wrap(_q_${one.entry}(args[0]._h${one.tail}))`,
    );
  }
  const two = quickCall(overloads, 2);
  if (two) {
    lines.push(
      `    if len(args) == 2 and not kwargs and isinstance(args[0], Handle) and isinstance(args[1], Handle):`,
      `        return wrap(_q_${two.entry}(args[0]._h, args[1]._h${two.tail}))`,
    );
  }
  return lines;
}
