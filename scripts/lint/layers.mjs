// Two ESLint rules that keep the imports of src/ in order: they only point down, and never in a circle.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** What of these folders needs no parser: the panel's script and the run model may know it. */
const exerciseData = ['model', 'values', 'rates', 'importance'].map((name) => `src/exercises/${name}.ts`);
const sweepData = ['model', 'outcome', 'rows', 'suggestion', 'values'].map((name) => `src/sweep/${name}.ts`);

/**
 * What each part may import besides itself and the data types of the folders it may import. The longest matching
 * path decides which part a file belongs to. A part that is a single `.ts` file holds nothing but data types and pure
 * functions of them, which may be known where the rest of their folder may not.
 */
const mayImport = {
  'src/extension.ts': [
    'src/editor',
    'src/webview',
    'src/run-model',
    'src/training',
    'src/exercises',
    'src/data',
  ],
  'src/cli.ts': ['src/cli', 'src/training', 'src/exercises', 'src/data'],
  'src/cli': [
    'src/compare',
    'src/pages',
    'src/run-model',
    'src/sweep',
    'src/training',
    'src/checks',
    'src/exercises',
    'src/advice',
    'src/data',
  ],
  'src/editor/notebook/figure-svg.ts': [
    'src/editor/notebook/figure-file.ts',
    'src/webview/ui',
    'src/training',
  ],
  'src/editor/notebook/figure-file.ts': ['src/editor', 'src/webview/ui', 'src/training'],
  'src/editor': [
    'src/compare',
    'src/webview',
    'src/webview/protocol',
    'src/pages',
    'src/run-model',
    'src/sweep',
    'src/training',
    'src/checks',
    'src/exercises',
    'src/advice',
    'src/debugger',
    'src/language',
    'src/data',
    'src/interpreters',
    'src/editor/notebook/figure-svg.ts',
  ],
  'src/webview': [
    'src/webview/protocol',
    'src/pages',
    'src/run-model',
    'src/sweep',
    'src/training',
    'src/exercises',
  ],
  'src/webview/ui': [
    'src/webview/protocol',
    'src/run-model',
    'src/compare',
    ...sweepData,
    ...exerciseData,
    'src/advice/wording.ts',
  ],
  'src/webview/protocol': ['src/run-model', ...sweepData, ...exerciseData],
  'src/pages': ['src/run-model'],
  'src/run-model': ['src/compare', ...sweepData, ...exerciseData],
  'src/sweep': ['src/exercises'],
  'src/checks': ['src/exercises'],
  'src/checks/verdict.ts': [],
  'src/sweep/model.ts': ['src/exercises/model.ts'],
  'src/sweep/outcome.ts': [],
  'src/sweep/rows.ts': ['src/sweep/model.ts', 'src/sweep/outcome.ts'],
  'src/sweep/suggestion.ts': ['src/sweep/values.ts', 'src/exercises'],
  'src/sweep/values.ts': ['src/sweep/model.ts', 'src/exercises'],
  'src/advice': ['src/exercises'],
  'src/advice/wording.ts': [],
  'src/advice/translate.ts': [],
  'src/advice/words.ts': ['src/advice/translate.ts'],
  'src/language': ['src/exercises/imports.ts', 'src/exercises/syntax.ts'],
  'src/debugger': [],
  'src/text': [],
  'src/web': [],
  'src/data': [],
  'src/interpreters': [],
  'src/compare': [],
  'src/exercises': [],
  'src/exercises/model.ts': [],
  'src/exercises/imports.ts': [],
  'src/exercises/syntax.ts': [],
  'src/exercises/rates.ts': [],
  'src/exercises/importance.ts': ['src/exercises/model.ts'],
  'src/exercises/values.ts': ['src/exercises/model.ts'],
  'src/training': [
    'src/data',
    'src/training/realm',
    'src/training/autograd',
    'src/training/tensor',
    'src/training/backend',
    'src/training/kernels',
  ],
  'src/training/realm': [
    'src/training/autograd',
    'src/training/pictures',
    'src/training/tensor',
    'src/training/backend',
    'src/training/kernels',
  ],
  'src/training/autograd': ['src/training/tensor', 'src/training/backend'],
  'src/training/tensor': ['src/training/backend'],
  'src/training/backend': ['src/training/kernels'],
  'src/training/kernels': [],
  'src/training/pictures': [],
  'src/training/protocol': [],
};

/** What crosses between host, worker and webview, and what puts sentences into a language; every part may know it. */
const known = [
  'src/text',
  'src/training/protocol',
  'src/checks/verdict.ts',
  'src/advice/translate.ts',
  'src/advice/words.ts',
];

const parts = Object.keys(mayImport).sort((a, b) => b.length - a.length);

/** The part a file belongs to, or undefined outside src/. */
export function partOf(file) {
  return parts.find((part) => file === part || file.startsWith(`${part}/`));
}

/** Whether a file of the part `from` may import a file of the part `to`. */
export function mayPointTo(from, to) {
  const folder = to.endsWith('.ts') ? path.posix.dirname(to) : to;
  return [from, ...mayImport[from], ...known].some((part) => part === to || part === folder);
}

function resolve(importer, specifier) {
  if (!specifier.startsWith('.')) return undefined;
  const file = path.resolve(path.dirname(importer), specifier);
  return existsSync(file) ? file : undefined;
}

function importDeclarations(visit) {
  return {
    ImportDeclaration: visit,
    ExportNamedDeclaration: visit,
    ExportAllDeclaration: visit,
    ImportExpression: visit,
  };
}

const downward = {
  meta: {
    type: 'problem',
    docs: { description: 'imports only point down' },
    schema: [],
    messages: { upward: '{{from}} may not import {{to}}: imports only point down (scripts/lint/layers.mjs)' },
  },
  create(context) {
    const relative = (file) => path.relative(context.cwd, file).split(path.sep).join('/');
    const from = partOf(relative(context.filename));
    if (!from) return {};
    return importDeclarations((node) => {
      const target = typeof node.source?.value === 'string' && resolve(context.filename, node.source.value);
      const to = target ? partOf(relative(target)) : undefined;
      if (to && !mayPointTo(from, to)) context.report({ node, messageId: 'upward', data: { from, to } });
    });
  },
};

/** File -> the files it imports; ESLint's process is short, so nothing is ever forgotten. */
const graph = new Map();

function importsOf(file) {
  let imports = graph.get(file);
  if (!imports) {
    const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
    imports = importedFiles
      .map((entry) => resolve(file, entry.fileName))
      .filter((found) => found?.endsWith('.ts'));
    graph.set(file, imports);
  }
  return imports;
}

/** The shortest way along imports from `start` to `goal`, both included; undefined when there is none. */
function wayTo(goal, start) {
  const cameFrom = new Map([[start, undefined]]);
  const queue = [start];
  for (let file = queue.shift(); file; file = queue.shift()) {
    if (file === goal) {
      const way = [];
      for (let step = file; step; step = cameFrom.get(step)) way.unshift(step);
      return way;
    }
    for (const next of importsOf(file)) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, file);
      queue.push(next);
    }
  }
  return undefined;
}

const acyclic = {
  meta: {
    type: 'problem',
    docs: { description: 'no file imports itself by way of others' },
    schema: [],
    messages: { cycle: 'imports run in a circle: {{way}}' },
  },
  create(context) {
    return importDeclarations((node) => {
      const target = typeof node.source?.value === 'string' && resolve(context.filename, node.source.value);
      const way = target && target.endsWith('.ts') ? wayTo(context.filename, target) : undefined;
      if (!way) return;
      const names = [context.filename, ...way].map((file) => path.basename(file)).join(' -> ');
      context.report({ node, messageId: 'cycle', data: { way: names } });
    });
  },
};

export default { rules: { downward, acyclic } };
