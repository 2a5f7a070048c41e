// Which overloads each Python name has: as functions, as methods, under aliases and in place.

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

/** What a declaration means that does not say it. */
const UNSAID = {
  variants: 'both',
  inPlace: false,
  doc: '',
  aliases: [],
  out: true,
  takesNumbers: false,
  variadic: false,
};

/** Adds one declaration under its name, and under `name_` where it has an in-place form. */
function addForms({ functions, methods }, { entry, schema, definition }, namespace, prefix) {
  const { variants, inPlace, ...said } = { ...UNSAID, ...definition };
  const { doc, aliases, out, takesNumbers, variadic } = said;
  const name = schema.name.startsWith(prefix) ? schema.name.slice(prefix.length) : schema.name;
  const overload = { entry, schema, doc, aliases, out, takesNumbers, variadic, returns: schema.returns };
  const changed = { ...overload, entry: inPlaceEntry(schema), returns: 'inPlace', doc: inPlaceDoc(doc) };
  const takesSelf = schema.arguments[0]?.name === 'self' && namespace === 'torch';
  if (variants === 'function' || variants === 'both') {
    append(functions, name, overload);
    if (inPlace) append(functions, `${name}_`, changed);
  }
  if (takesSelf && (variants === 'method' || variants === 'both')) append(methods, name, overload);
  if (inPlace) append(methods, `${name}_`, changed);
}

/** Gives an operation's overloads to its further names; those of `name_` end in `_` too. */
function addAliases(map) {
  for (const [name, overloads] of [...map]) {
    for (const alias of new Set(overloads.flatMap(({ aliases }) => aliases))) {
      const further = name.endsWith('_') ? `${alias}_` : alias;
      if (map.has(further)) throw new Error(`${further} is declared, and an alias of ${name} too`);
      map.set(further, [...overloads]);
    }
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
