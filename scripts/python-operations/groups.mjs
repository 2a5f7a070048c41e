// Which overloads each Python name has: as functions, as methods, under aliases and in place.

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

/** The overloads of each Python name, in-place forms included. */
export function groupByName(declarations, namespace, prefix) {
  const groups = { functions: new Map(), methods: new Map() };
  for (const declaration of declarations) {
    const { variants, namespace: own = 'torch' } = declaration.definition;
    if (variants !== 'internal' && own === namespace) addForms(groups, declaration, namespace, prefix);
  }
  const { functions, methods } = groups;
  for (const map of [functions, methods]) {
    addAliases(map);
    for (const overloads of map.values()) overloads.sort(tensorsFirst);
  }
  return groups;
}

/** Adds one declaration under its name, and under `name_` where it has an in-place form. */
function addForms({ functions, methods }, { entry, schema, definition }, namespace, prefix) {
  const { variants = 'both', inPlace = false, doc = '' } = definition;
  const name = schema.name.startsWith(prefix) ? schema.name.slice(prefix.length) : schema.name;
  const overload = { entry, schema, doc, returns: schema.returns };
  const changed = { ...overload, entry: inPlaceEntry(schema), returns: 'inPlace', doc: inPlaceDoc(doc) };
  const takesSelf = schema.arguments[0]?.name === 'self' && namespace === 'torch';
  if (variants === 'function' || variants === 'both') {
    append(functions, name, overload);
    if (inPlace) append(functions, `${name}_`, changed);
  }
  if (takesSelf && (variants === 'method' || variants === 'both')) append(methods, name, overload);
  if (inPlace) append(methods, `${name}_`, changed);
}

function addAliases(map) {
  for (const [alias, name] of Object.entries(ALIASES)) {
    if (!map.has(alias) && map.has(name)) map.set(alias, [...map.get(name)]);
  }
}

/** A tensor without dimensions is taken for a number too, so of two overloads the one with a tensor is tried first. */
function tensorsFirst(a, b) {
  const [left, right] = [a, b].map(({ schema }) =>
    schema.arguments.filter(({ keywordOnly }) => !keywordOnly),
  );
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
