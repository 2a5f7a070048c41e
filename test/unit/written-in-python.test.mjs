// What of torch may be written in Python: docs/architecture.md has the rule.
import { parser } from '@lezer/python';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { groupByName } from '../../scripts/python-operations/groups.mjs';
import { declarations } from '../../src/training/autograd/operations/index.ts';

const FOLDER = 'src/training/python/torch';
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.py'));

/** Functions that are declared and written in Python as well, and what no schema can say of them. */
const IN_BOTH = {
  einsum: 'operands and lists of their dimensions may take turns',
  meshgrid: 'PyTorch warns of a call without indexing=',
  nonzero: 'as_tuple= decides between a tensor and a tuple',
  norm: "p= may be the word 'fro' instead of a number",
  tensordot: 'dims= may be a number, two lists, or a tensor of either',
};

/** What `_functional.py` has besides these. */
const RESULTS_BY_ARGUMENT = ['histogramdd', 'lu', 'unique', 'unique_consecutive'];

const operations = groupByName(
  [...declarations].map(([entry, declaration]) => ({ entry, ...declaration })),
  'torch',
  '',
);

/** The public functions of a module, or the public methods of its classes: name and result as annotated. */
function definitions(file, kind) {
  const source = readFileSync(path.join(FOLDER, file), 'utf8');
  const found = [];
  parser.parse(source).iterate({
    enter: ({ name, node }) => {
      if (name === 'ClassDefinition') return kind === 'methods';
      if (name !== 'FunctionDefinition') return true;
      const isMethod = node.parent.name === 'Body' || node.parent.parent?.name === 'Body';
      const text = (child) => child && source.slice(child.from, child.to);
      const own = text(node.getChild('VariableName'));
      if (isMethod === (kind === 'methods') && !own.startsWith('_'))
        found.push({ name: own, result: text(node.getChild('TypeDef'))?.replace(/^->\s*/, '') });
      return false;
    },
  });
  return found;
}

const offered = readFileSync(path.join(FOLDER, '__init__.py'), 'utf8');
const namesIn = (kind) => files.flatMap((file) => definitions(file, kind).map(({ name }) => name));
/** Those of `torch` itself, not of modules that only others import. */
const offeredNames = () =>
  files
    .filter((file) => offered.includes(`from .${file.replace('.py', '')} import`))
    .flatMap((file) => definitions(file, 'functions').map(({ name }) => [file.replace('.py', ''), name]))
    .filter(([module, name]) =>
      new RegExp(`from \\.${module} import (?:\\*|[^()\\n]*\\b${name}\\b|\\([^)]*\\b${name}\\b)`).test(
        offered,
      ),
    )
    .map(([, name]) => name);

describe('what of torch is written in Python', () => {
  it('is declared as well only where a schema cannot say its call', () => {
    const functions = offeredNames().filter((name) => operations.functions.has(name));
    const methods = namesIn('methods').filter((name) => operations.methods.has(name));
    const twins = new Set([...functions, ...methods]);
    expect([...twins].sort()).toEqual(Object.keys(IN_BOTH));
  });

  it('answers with no tensor, or is one of those whose results no schema can say', () => {
    const results = definitions('_queries.py', 'functions').map(({ result }) => result);
    expect(results.length).toBeGreaterThan(5);
    expect([...new Set(results)].sort()).toEqual(['Size', 'bool', 'dtype', 'int']);
    const functional = definitions('_functional.py', 'functions').map(({ name }) => name);
    expect(functional.filter((name) => !Object.hasOwn(IN_BOTH, name))).toEqual(RESULTS_BY_ARGUMENT);
  });
});
