// Checks that the imports of our Python point down and never run in a circle, those inside functions included.
//   node scripts/lint/python-imports.mjs [folder]
import { parser } from '@lezer/python';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { collect, collectedModule, moduleName, pythonFiles } from '../python-collected.mjs';
import { report } from './report.mjs';

/**
 * What each part may import besides itself. The longest matching name decides which part a module belongs to; a part may
 * be a single module, which may be known where the rest of its package may not.
 */
export const mayImport = {
  torch: ['_exercise.watching'],
  _known: [],
  numpy: ['torch'],
  PIL: ['torch', 'numpy', '_known'],
  scipy: ['torch', 'numpy', '_known'],
  pandas: ['numpy', '_known'],
  // As pandas' own does when it is first asked to draw.
  'pandas.plotting': ['pandas', 'numpy', 'matplotlib'],
  IPython: ['_known'],
  gym: ['numpy', '_known'],
  matplotlib: ['numpy', 'PIL'],
  // As matplotlib's own figures do for `projection='3d'`.
  'matplotlib.figure': ['matplotlib', 'numpy', 'mpl_toolkits'],
  mpl_toolkits: ['matplotlib', 'numpy'],
  matplotlib_inline: ['IPython', 'matplotlib'],
  _exercise: [],
  // Where torch tells of trainings, and others have left word that they want to hear of them.
  '_exercise.watching': [],
  // Loaded by name, behind the packages whose values it looks at.
  '_exercise.line_values': ['_exercise', 'torch', 'numpy'],
  '_exercise.variables': ['_exercise', 'torch', 'numpy'],
  '_exercise.debugger': ['_exercise', '_exercise.variables', 'torch', 'numpy'],
  '_exercise.module_calls': ['torch'],
  '_exercise.graph': ['_exercise', 'torch'],
  // Another torch than ours, and what names its weights.
  '_exercise.wheel': ['_exercise', 'torch', 'd2l'],
  // Files that are missing are told of alike, whoever wants them.
  'd2l.data_files': ['d2l.stand_ins'],
  'd2l.stand_ins': ['d2l'],
  torchvision: ['torch', 'numpy', 'PIL', 'd2l.data_files'],
  requests: ['d2l.data_files'],
  tqdm: [],
  d2l: [
    'torch',
    'numpy',
    'pandas',
    'matplotlib',
    'torchvision',
    'IPython',
    'PIL',
    'requests',
    'gym',
    '_exercise',
    '_exercise.watching',
  ],
};

const parts = Object.keys(mayImport).sort((a, b) => b.length - a.length);
const isWithin = (module, part) => module === part || module.startsWith(`${part}.`);
const partOf = (module) => parts.find((part) => isWithin(module, part));

/**
 * Module -> its file and whether it is a package; a stub stands for a generated module beside which no source is. Of the
 * modules with collected names, which the build makes, it is known what they import.
 */
export function findModules(folder) {
  const files = pythonFiles(folder);
  const found = new Map();
  for (const file of files) {
    const isPackage = /(?:^|\/)__init__\.pyi?$/.test(file);
    found.set(moduleName(file), { file: path.join(folder, file), isPackage });
  }
  for (const [owner, { modules }] of collect(folder)) {
    const { file } = found.get(owner);
    found.set(collectedModule(owner, files), { file, isPackage: false, imports: modules });
  }
  return found;
}

const textsOf = (source, nodes) => nodes.map(({ from, to }) => source.slice(from, to));

function childrenOf(node) {
  const children = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

/** `if TYPE_CHECKING:` imports nothing when a program runs. */
function isForTypes(source, node) {
  for (let outer = node.parent; outer; outer = outer.parent) {
    if (outer.name !== 'IfStatement') continue;
    const condition = outer.firstChild.nextSibling;
    if (source.slice(condition.from, condition.to) === 'TYPE_CHECKING') return true;
  }
  return false;
}

/** The modules that an import statement names: `from a import b` is `a.b` where that is a module, else `a`. */
function namedModules(source, statement, importer, modules) {
  const children = childrenOf(statement);
  const words = textsOf(source, children);
  const from = words[0] === 'from';
  const end = words.indexOf('import');
  if (!from) {
    // `import a.b as c, d`: names up to `as` or a comma, one after the other.
    const list = source.slice(children[end].to, statement.to).replace(/[()\\\n]/g, ' ');
    return list.split(',').map((each) => each.trim().split(/\s/)[0]);
  }
  const written = words.slice(1, end).join('').replace(/\s/g, '');
  const [, dots, rest] = /^(\.*)(.*)$/.exec(written);
  const base = dots === '' ? rest : relative(importer, dots.length, rest, modules);
  const names = source
    .slice(children[end].to, statement.to)
    .replace(/#.*|[()\\\n]/g, ' ')
    .split(',')
    .map((each) => each.trim().split(/\s/)[0]);
  return names.filter(Boolean).map((name) => (modules.has(`${base}.${name}`) ? `${base}.${name}` : base));
}

function relative(importer, dots, rest, modules) {
  const levels = importer.split('.');
  const up = modules.get(importer).isPackage ? dots - 1 : dots;
  return [...levels.slice(0, levels.length - up), ...(rest === '' ? [] : [rest])].join('.');
}

/** The constant name that `import_module('…')` is called with. */
function calledModule(source, call) {
  const [callee, args] = childrenOf(call);
  if (!/(?:^|\.)import_module$/.test(source.slice(callee.from, callee.to)) || !args) return undefined;
  return /^\(\s*'([\w.]+)'\s*\)$/.exec(source.slice(args.from, args.to))?.[1];
}

/** The modules of ours that a module imports, each with the line where it does so first. */
export function importsOf(module, modules) {
  const { imports } = modules.get(module);
  if (imports) return new Map(imports.map((imported) => [imported, 1]));
  const source = readFileSync(modules.get(module).file, 'utf8');
  const found = new Map();
  parser.parse(source).iterate({
    enter({ name, node }) {
      const isImport = name === 'ImportStatement';
      if (!isImport && name !== 'CallExpression') return;
      if (isImport && isForTypes(source, node)) return;
      const named = isImport ? namedModules(source, node, module, modules) : [calledModule(source, node)];
      const line = source.slice(0, node.from).split('\n').length;
      for (const each of named)
        if (modules.has(each) && each !== module && !found.has(each)) found.set(each, line);
    },
  });
  return found;
}

/** The shortest way along imports from `start` to `goal`, both included; undefined when there is none. */
function wayTo(goal, start, graph) {
  const cameFrom = new Map([[start, undefined]]);
  const queue = [start];
  for (let module = queue.shift(); module; module = queue.shift()) {
    if (module === goal) {
      const way = [];
      for (let step = module; step; step = cameFrom.get(step)) way.unshift(step);
      return way;
    }
    for (const next of graph.get(module).keys()) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, module);
      queue.push(next);
    }
  }
  return undefined;
}

/** The shortest circle through each module that is in one; modules that share a circle are told of once. */
function circlesIn(graph) {
  const told = new Set();
  const circles = [];
  for (const [module, imports] of graph) {
    if (told.has(module)) continue;
    const ways = [...imports.keys()].map((imported) => wayTo(module, imported, graph)).filter(Boolean);
    if (ways.length === 0) continue;
    const [shortest] = ways.sort((a, b) => a.length - b.length);
    shortest.forEach((each) => told.add(each));
    circles.push([module, ...shortest]);
  }
  return circles;
}

function circleProblem(way, modules, graph) {
  const [module, imported] = way;
  const message = `imports run in a circle: ${way.join(' -> ')}`;
  return { file: modules.get(module).file, line: graph.get(module).get(imported), message };
}

function mayPointTo(module, imported) {
  const part = partOf(module);
  return part !== undefined && [part, ...mayImport[part]].some((known) => isWithin(imported, known));
}

/** Every import that points up or closes a circle, as `{ file, line, message }`. */
export function problemsIn(folder) {
  const modules = findModules(folder);
  const graph = new Map([...modules.keys()].map((module) => [module, importsOf(module, modules)]));
  const problems = [];
  for (const [module, imports] of graph) {
    for (const [imported, line] of imports) {
      const { file } = modules.get(module);
      if (!mayPointTo(module, imported))
        problems.push({
          file,
          line,
          message: `${module} may not import ${imported}: imports only point down`,
        });
    }
  }
  return [...problems, ...circlesIn(graph).map((way) => circleProblem(way, modules, graph))];
}

if (process.argv[1] === import.meta.filename) report('python imports', problemsIn);
