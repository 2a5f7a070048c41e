// Checks that the docstring of a public function of our Python says, under `Raises:`, each error that it raises itself.
// What a class's `__init__` raises its docstring says, what a property's setter raises that of the property.
//   node scripts/lint/python-raises.mjs [folder]
import { parser } from '@lezer/python';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pythonFiles } from '../python-collected.mjs';
import { report } from './report.mjs';

/** Special methods that are called by name or by the object's own; the others do what Python says they do. */
const NAMED = new Set(['__init__', '__call__']);

function* childrenOf(node) {
  for (let child = node.firstChild; child; child = child.nextSibling) yield child;
}

const textOf = (source, node) => source.slice(node.from, node.to);

/** Functions and classes of a body, each with the text of its decorators. */
function* definitions(source, body) {
  for (const child of childrenOf(body)) {
    const decorated = child.name === 'DecoratedStatement';
    const node = decorated ? child.lastChild : child;
    if (node.name !== 'FunctionDefinition' && node.name !== 'ClassDefinition') continue;
    const name = textOf(source, node.getChild('VariableName'));
    yield { node, name, decorators: decorated ? source.slice(child.from, node.from) : '' };
  }
}

function docstring(source, definition) {
  for (const child of childrenOf(definition.getChild('Body'))) {
    if (child.name === ':' || child.name === 'Comment') continue;
    const isText = child.name === 'ExpressionStatement' && child.firstChild.name === 'String';
    return isText ? textOf(source, child) : '';
  }
  return '';
}

/** What a function raises itself, not in functions inside it; undefined stands for an error that another function makes. */
function errorsOf(source, definition) {
  const errors = new Set();
  const visit = (node) => {
    for (const child of childrenOf(node)) {
      if (/^(?:FunctionDefinition|ClassDefinition|LambdaExpression)$/.test(child.name)) continue;
      // `raise` alone hands on what somebody else raised.
      const raised = child.name === 'RaiseStatement' && child.firstChild.nextSibling;
      if (raised) errors.add(/^[A-Z]\w*/.exec(textOf(source, raised))?.[0]);
      else visit(child);
    }
  };
  visit(definition.getChild('Body'));
  return [...errors];
}

/** The errors of a function that no `Raises:` of these docstrings names. */
function unsaid(errors, docs) {
  const said = docs
    .filter((doc) => doc.includes('Raises:'))
    .map((doc) => doc.slice(doc.indexOf('Raises:')))
    .join('\n');
  return errors.filter((error) => !said.includes(error ?? 'Raises:')).map((error) => error ?? 'an error');
}

const isPublic = (name) => !name.startsWith('_') || NAMED.has(name);

function* problemsOfBody(source, body, owner) {
  const docs = new Map();
  for (const { node, name, decorators } of definitions(source, body)) {
    if (node.name === 'ClassDefinition') {
      if (isPublic(name)) yield* problemsOfBody(source, node.getChild('Body'), { name, node });
      continue;
    }
    if (!isPublic(name)) continue;
    const doc = docstring(source, node);
    const places = [doc];
    if (name === '__init__' && owner) places.push(docstring(source, owner.node));
    if (decorators.includes(`@${name}.`)) places.push(docs.get(name) ?? '');
    docs.set(name, doc);
    const missing = unsaid(errorsOf(source, node), places);
    if (missing.length === 0) continue;
    const line = source.slice(0, node.from).split('\n').length;
    const whole = owner ? `${owner.name}.${name}` : name;
    yield { line, message: `${whole} raises ${missing.join(' and ')}: say when under Raises:` };
  }
}

/** Every public function that raises without saying so, as `{ file, line, message }`. */
export function problemsIn(folder) {
  const files = pythonFiles(folder).filter((name) => name.endsWith('.py'));
  return files.flatMap((name) => {
    const file = path.join(folder, name);
    const source = readFileSync(file, 'utf8');
    return [...problemsOfBody(source, parser.parse(source).topNode)].map((each) => ({ file, ...each }));
  });
}

if (process.argv[1] === import.meta.filename) report('python errors', problemsIn);
