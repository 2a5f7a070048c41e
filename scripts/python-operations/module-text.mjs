// The text of one generated module: its operations, and the functions and methods that call them.
import { defaultText, python, tuple } from './literals.mjs';
import { quickEntry, quickFunction, quickMethod } from './quick-calls.mjs';

const TYPES = {
  Tensor: 'Tensor',
  Scalar: 'Number',
  int: 'int',
  float: 'float',
  bool: 'bool',
  str: 'str',
  ScalarType: 'torch.dtype',
  Generator: 'torch.Generator',
};

export function moduleText(namespace, { functions, methods }) {
  const quick = new Set();
  for (const overloads of [...functions.values(), ...methods.values()]) {
    for (const operands of ['one', 'two', 'number']) {
      for (const isInPlace of [false, true]) {
        const entry = quickEntry(overloads, operands, isInPlace);
        if (entry) quick.add(entry);
      }
    }
  }
  const lines = [
    `"""Operations of ${namespace === 'torch' ? 'torch' : `torch.${namespace}`}, generated from the engine's declarations."""`,
    '',
    ...(quick.size > 0 ? ['import _engine', ''] : []),
    ...(quick.size > 0 ? ['from torch._handle import Handle, raise_error, wrap'] : []),
    'from torch._operation import Operation',
    '',
    ...[...quick].map((entry) => `_q_${entry} = _engine.${entry}`),
    '',
  ];
  for (const [name, overloads] of methods) lines.push(operationText(`_m_${name}`, name, overloads, true));
  for (const [name, overloads] of functions)
    lines.push(operationText(`_f_${name}`, fullName(name, overloads), overloads, false));
  if (namespace === 'torch') lines.push(classText(methods));
  for (const [name, overloads] of functions) lines.push(functionText(name, overloads));
  const names = [...functions.keys()].filter((name) => !name.startsWith('_'));
  lines.push('', `__all__ = [${names.map(python).join(', ')}]`);
  return lines.join('\n') + '\n';
}

/** Messages and result types name functions of `torch.linalg` as their schemas do: `linalg_inv`. */
const fullName = (name, [{ schema }]) => (schema.name.endsWith(`_${name}`) ? schema.name : name);

function operationText(variable, name, overloads, method) {
  const rows = overloads.map((overload) => `    ${rowText(overload, method)},`);
  const flags = [python(method), ...flagsOf(overloads, method)].join(', ');
  return `${variable} = Operation(${python(name)}, (\n${rows.join('\n')}\n), ${flags})`;
}

/** What holds for all overloads once one of them says it. */
function flagsOf(overloads, method) {
  const several = method ? undefined : overloads.find(({ variadic }) => variadic);
  const place = several?.schema.arguments.findIndex(({ list }) => list);
  return [...numbersOf(overloads), ...(place === undefined ? [] : [`variadic=${place}`])];
}

function numbersOf(overloads) {
  const said = overloads.find(({ takesNumbers }) => takesNumbers)?.takesNumbers;
  return said === undefined ? [] : [`numbers=${python(said)}`];
}

/** One overload as `_signature.Signature` reads it. */
function rowText({ entry, schema, returns, out: takesOut }, method) {
  const out = !method && returns === 'tensor' && takesOut ? 'True' : 'False';
  const args = schema.arguments.map((argument) => tuple(parameterText(argument)));
  return tuple([python(entry), python(returns), tuple(schema.returnNames.map(python)), out, tuple(args)]);
}

/** The arguments of `_parameters.Parameter`. */
function parameterText({ name, type, list, size, optional, keywordOnly, default: fallback }) {
  return [
    python(name),
    python(type),
    python(list),
    String(size),
    python(optional),
    python(keywordOnly),
    fallback === undefined ? '...' : defaultText(fallback),
  ];
}

function classText(methods) {
  const lines = [
    '',
    '',
    'class TensorBase:',
    '    """The methods of tensors that are operations of the engine."""',
    '',
    '    __slots__ = ()',
    '',
  ];
  for (const [name, overloads] of methods) {
    lines.push(
      `    def ${name}(self, *args, **kwargs):`,
      `        ${docText(name, overloads, true, '        ')}`,
      ...quickMethod(overloads),
      `        return _m_${name}.bound(self, args, kwargs)`,
      '',
    );
  }
  return lines.join('\n');
}

function functionText(name, overloads) {
  return [
    '',
    `def ${name}(*args, **kwargs):`,
    `    ${docText(name, overloads, false, '    ')}`,
    ...quickFunction(overloads),
    `    return _f_${name}.function(args, kwargs)`,
    '',
  ].join('\n');
}

/** The call forms, then what the operation does. */
function docText(name, overloads, method, indent) {
  const forms = overloads.map(
    ({ schema }) =>
      `${name}(${schema.arguments
        .slice(method ? 1 : 0)
        .map(formText)
        .join(', ')})`,
  );
  const docs = [...new Set(overloads.map(({ doc }) => doc).filter(Boolean))];
  const text = [...forms, ...(docs.length > 0 ? ['', ...docs] : [])].join(`\n${indent}`);
  return `"""${text.replaceAll('\\', '\\\\').replaceAll('"""', "'''")}\n${indent}"""`;
}

function formText({ name, type, list, default: fallback }) {
  const shown = name === 'self' ? 'input' : name;
  const kind = list ? `tuple of ${TYPES[type]}s` : TYPES[type];
  return `${shown}: ${kind}${fallback === undefined ? '' : ` = ${fallback}`}`;
}
