// Writes the Python side of the engine's operations into dist/generated/python: for each name one function or method
// that hands its arguments to the overloads of its schemas. A new operation in TypeScript needs nothing here.
import { build } from 'esbuild';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const ENTRY = 'src/training/autograd/operations/index.ts';
const FOLDER = 'dist/generated/python/torch';
/** Where the functions of a namespace go, and what their schemas' names begin with. */
const MODULES = {
  torch: { file: '_operations.py', prefix: '' },
  'nn.functional': { file: '_operations_nn.py', prefix: '' },
  linalg: { file: '_operations_linalg.py', prefix: 'linalg_' },
  special: { file: '_operations_special.py', prefix: 'special_' },
};

/** Functions without `out=`, as in PyTorch. */
const WITHOUT_OUT = new Set(['arange_start', 'prod', 'sum']);

/** Further names under which PyTorch has the same operation. */
const ALIASES = {
  absolute: 'abs',
  absolute_: 'abs_',
  arccos: 'acos',
  arcsin: 'asin',
  arctan: 'atan',
  clip: 'clamp',
  clip_: 'clamp_',
  concat: 'cat',
  concatenate: 'cat',
  divide: 'div',
  divide_: 'div_',
  fix: 'trunc',
  ger: 'outer',
  greater: 'gt',
  greater_equal: 'ge',
  less: 'lt',
  less_equal: 'le',
  moveaxis: 'movedim',
  multiply: 'mul',
  multiply_: 'mul_',
  negative: 'neg',
  negative_: 'neg_',
  not_equal: 'ne',
  subtract: 'sub',
  subtract_: 'sub_',
  swapaxes: 'transpose',
  swapdims: 'transpose',
  true_divide: 'div',
  true_divide_: 'div_',
  arccosh: 'acosh',
  arcsinh: 'asinh',
  arctanh: 'atanh',
  arctan2: 'atan2',
  arctan2_: 'atan2_',
  fix_: 'trunc_',
  greater_: 'gt_',
  greater_equal_: 'ge_',
  less_: 'lt_',
  less_equal_: 'le_',
  not_equal_: 'ne_',
  swapaxes_: 'transpose_',
  row_stack: 'vstack',
};

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

export async function generatePython() {
  const declarations = await readDeclarations();
  await mkdir(FOLDER, { recursive: true });
  for (const [namespace, { file, prefix }] of Object.entries(MODULES)) {
    const groups = groupByName(declarations, namespace, prefix);
    await writeFile(path.join(FOLDER, file), moduleText(namespace, groups));
  }
}

async function readDeclarations() {
  const bundle = path.resolve('dist/generated/operations.mjs');
  await build({
    stdin: {
      contents: `import './${ENTRY}'; export { declarations } from './src/training/autograd/operation.ts';`,
      resolveDir: '.',
    },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    outfile: bundle,
    logLevel: 'warning',
  });
  const { declarations } = await import(`${pathToFileURL(bundle).href}?${Date.now()}`);
  await rm(bundle);
  return [...declarations.entries()].map(([entry, declaration]) => ({ entry, ...declaration }));
}

/** The overloads of each Python name, in-place forms included. */
function groupByName(declarations, namespace, prefix) {
  const functions = new Map();
  const methods = new Map();
  for (const { entry, schema, definition } of declarations) {
    const { variants = 'both', namespace: own = 'torch', inPlace = false, doc = '' } = definition;
    if (variants === 'internal' || own !== namespace) continue;
    const overload = { entry, schema, doc, returns: schema.returns };
    const name = schema.name.startsWith(prefix) ? schema.name.slice(prefix.length) : schema.name;
    const isMethod = variants !== 'function' && schema.arguments[0]?.name === 'self' && namespace === 'torch';
    const onlyInPlace = variants === 'inPlace';
    if (variants !== 'method' && !onlyInPlace) append(functions, name, overload);
    if (isMethod && !onlyInPlace) append(methods, name, overload);
    if (!inPlace) continue;
    const changed = { ...overload, entry: inPlaceEntry(schema), returns: 'inPlace', doc: inPlaceDoc(doc) };
    append(methods, `${name}_`, changed);
    if (variants !== 'method' && !onlyInPlace) append(functions, `${name}_`, changed);
  }
  for (const [alias, name] of Object.entries(ALIASES)) {
    for (const map of [functions, methods]) {
      if (!map.has(alias) && map.has(name)) map.set(alias, [...map.get(name)]);
    }
  }
  for (const overloads of [...functions.values(), ...methods.values()]) overloads.sort(tensorsFirst);
  return { functions, methods };
}

/** A tensor without dimensions is taken for a number too, so of two overloads the one with a tensor is tried first. */
function tensorsFirst(a, b) {
  const [left, right] = [a, b].map(({ schema }) => schema.arguments.filter(({ keywordOnly }) => !keywordOnly));
  const isTensor = (argument) => argument.type === 'Tensor' && !argument.list;
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const order = Number(isTensor(right[i])) - Number(isTensor(left[i]));
    if (order !== 0) return order;
  }
  return 0;
}

function append(map, name, overload) {
  const found = map.get(name);
  if (found) found.push(overload);
  else map.set(name, [overload]);
}

function inPlaceEntry({ name, overload }) {
  return overload === '' ? `${name}_` : `${name}__${overload}`;
}

function inPlaceDoc(doc) {
  return doc === '' ? '' : `${doc} Writes into the tensor itself and returns it.`;
}

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
function quickCall(overloads, count, isInPlace = false) {
  for (const { entry, schema, returns } of overloads) {
    if (isInPlace ? returns !== 'inPlace' : returns !== 'tensor' && returns !== 'view') continue;
    const [tensors, rest] = [schema.arguments.slice(0, count), schema.arguments.slice(count)];
    const isPlain = ({ type, list, default: fallback }) => type === 'Tensor' && !list && fallback === undefined;
    if (tensors.length < count || !tensors.every(isPlain)) continue;
    if (rest.some(({ default: fallback }) => fallback === undefined)) continue;
    const tail = rest.map(absentValues);
    if (!tail.includes(null)) return { entry, tail: tail.flat().map((value) => `, ${value}`).join('') };
  }
  return undefined;
}

function moduleText(namespace, { functions, methods }) {
  const quick = new Set();
  for (const overloads of [...functions.values(), ...methods.values()]) {
    for (const [count, isInPlace] of [[1, false], [2, false], [1, true], [2, true]]) {
      const call = quickCall(overloads, count, isInPlace);
      if (call) quick.add(call.entry);
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
  for (const [name, overloads] of functions) lines.push(operationText(`_f_${name}`, fullName(name, overloads), overloads, false));
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
  return `${variable} = Operation(${python(name)}, (\n${rows.join('\n')}\n), ${method ? 'True' : 'False'})`;
}

/** One overload as `_signature.Signature` reads it. */
function rowText({ entry, schema, returns }, method) {
  const out = !method && returns === 'tensor' && !WITHOUT_OUT.has(entry) ? 'True' : 'False';
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

/** A default as the schema spells it, as a Python literal. */
function defaultText(text) {
  if (text === 'None' || text === 'True' || text === 'False') return text;
  if (/^\[.*\]$/.test(text))
    return tuple(
      text
        .slice(1, -1)
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    );
  if (/^-?[\d.]+(e-?\d+)?$/.test(text)) return text;
  if (text === 'Mean') return '1';
  if (/^(['"]).*\1$/.test(text)) return python(text.slice(1, -1));
  if (text === 'inf' || text === '-inf') return `float('${text}')`;
  throw new Error(`no Python literal for the default '${text}'`);
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

function quickMethod(overloads) {
  const lines = [];
  const one = quickCall(overloads, 1);
  if (one) lines.push(`        if not args and not kwargs:`, `            return wrap(_q_${one.entry}(self._h${one.tail}))`);
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

function quickFunction(overloads) {
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

const tuple = (parts) => (parts.length === 1 ? `(${parts[0]},)` : `(${parts.join(', ')})`);

/** A string or boolean as a Python literal. */
function python(value) {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return JSON.stringify(value);
}

if (process.argv[1] === import.meta.filename) await generatePython();
