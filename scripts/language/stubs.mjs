// Writes type stubs (dist/stubs) of the engine's modules for the Python language servers that people have installed.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const FOLDER = 'dist/stubs';
const PYTHON = 'src/training/python';
/** Packages of the engine with modules whose names are not listed: everything in those is Any. */
const UNLISTED = [
  'IPython',
  'PIL',
  'matplotlib',
  'matplotlib_inline',
  'mpl_toolkits',
  'requests',
  'scipy',
  'torchvision',
  'tqdm',
];
/** Modules from which one may import what their package has. */
const PARTS = ['torch.distributions.multinomial'];
/** What stands beside each stub: language servers warn of a module without source. */
const SOURCE =
  '# This module runs inside the extension D2L Exercises; its names are in the type stub beside this file.\n';
/** What the names of arguments may be written as in a call, as for NumPy. */
const ALIASES = { dim: 'axis', keepdim: 'keepdims' };
const KEYWORDS =
  /^(?:and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield|None|True|False)$/;
const PLAIN = ['int', 'float', 'bool', 'str'];
/** Of objects that have more attributes than their class. */
const OPEN = [
  'def __getattr__(self, name: _str) -> Any: ...',
  'def __setattr__(self, name: _str, value: Any) -> None: ...',
];
const ANYTHING = 'def __getattr__(name: str) -> Any: ...\n';
const SPECIAL_RESULTS = {
  __len__: '_int',
  __int__: '_int',
  __index__: '_int',
  __float__: '_float',
  __bool__: '_bool',
  __contains__: '_bool',
  __exit__: 'None',
};
/** A tensor's special methods that do not give a tensor. */
const NOT_TENSORS = new Set(['__setitem__', '__delitem__', '__iter__', '__next__', '__call__', '__enter__']);

/** Plain types get names that no function of torch (`torch.float`, `Tensor.int`) hides. */
const typeText = (text) => text.replace(/(?<![\w.])(int|float|bool|str)(?![\w.])/g, '_$1');

/** `dim: int = 0` with the default as it is and the type as a stub needs it. */
function parameterText(parameter) {
  const [, name, type, value] = /^(\**\w*)(?:: ([^=]+?))?(?:\s*=\s*(.*))?$/.exec(parameter);
  const shown = name === '*' ? '*' : `${name}: ${type ? typeText(type) : 'Any'}`;
  return value === undefined ? shown : `${shown} = ${value}`;
}

function formText(name, { parameters, result }, self) {
  const usable = !parameters.some((parameter) => KEYWORDS.test(/^\**(\w*)/.exec(parameter)[1]));
  const shown = usable ? parameters.map(parameterText) : ['*args: Any', '**kwargs: Any'];
  const list = (self ? ['self', ...shown] : shown).join(', ');
  const given = name === '__init__' ? 'None' : result === '' ? 'Any' : typeText(result);
  return `def ${name}(${list}) -> ${given}:`;
}

const quoted = (doc, indent) =>
  `"""${doc.replaceAll('\\', '\\\\').replaceAll('"""', "'''").replaceAll('\n', `\n${indent}`)}\n${indent}"""`;

/** The form with each of its arguments under either name. */
function spellings(form) {
  return Object.entries(ALIASES).reduce(
    (forms, [name, alias]) =>
      forms.flatMap(({ parameters, result }) => {
        const renamed = parameters.map((each) => each.replace(new RegExp(`^${name}: `), `${alias}: `));
        const differs = renamed.some((each, nth) => each !== parameters[nth]);
        return [{ parameters, result }, ...(differs ? [{ parameters: renamed, result }] : [])];
      }),
    [form],
  );
}

/** A function in all its forms; the first one has the documentation. */
function callable(name, forms, doc, self) {
  const known =
    forms.length > 0 ? forms.flatMap(spellings) : [{ parameters: ['*args', '**kwargs'], result: '' }];
  const texts = [...new Set(known.map((form) => formText(name, form, self)))];
  const overload = texts.length > 1 ? '@overload\n' : '';
  const body = doc === '' ? '...' : `\n    ${quoted(doc, '    ')}\n    ...`;
  return texts.map((text, nth) => `${overload}${text} ${nth === 0 ? body : '...'}`).join('\n');
}

function member(name, { kind, forms = [], type, doc, static: alone }) {
  if (kind === 'function') {
    const text = callable(name, forms, doc, !alone);
    return alone ? text.replace(/^def /gm, '@staticmethod\ndef ') : text;
  }
  return `${name}: ${type ? typeText(type) : 'Any'}${doc === '' ? '' : `\n${quoted(doc, '')}`}`;
}

function special(owner, name) {
  if (owner === 'torch.Tensor' && !NOT_TENSORS.has(name))
    return `def ${name}(self, *args: Any) -> ${SPECIAL_RESULTS[name] ?? owner}: ...  # type: ignore[override]`;
  const result = name === '__iter__' ? 'Iterator[Any]' : (SPECIAL_RESULTS[name] ?? 'Any');
  return `def ${name}(self, *args: Any, **kwargs: Any) -> ${result}: ...  # type: ignore[override]`;
}

const indented = (text) => text.replace(/^(?=.)/gm, '    ');

/** Those of all bases that are no bases of others. */
function directBases(classes, bases) {
  return bases.filter((base) => !bases.some((other) => classes[other]?.bases.includes(base)));
}

function classText(classes, name, entry) {
  const { bases, members, special: names } = classes[entry.class];
  const own = Object.entries(members).filter(([each]) => isName(each));
  const parts = [
    ...(entry.doc === '' ? [] : [quoted(entry.doc, '')]),
    callable('__init__', entry.forms ?? [], '', true),
    ...names.map((each) => special(entry.class, each)),
    ...own.map(([each, found]) => member(each, found)),
    // What __init__ assigns is not listed.
    ...(entry.class === 'torch.Tensor' ? [] : OPEN),
  ];
  const tuple = entry.class === 'torch.Size' ? ['tuple[_int, ...]'] : [];
  return `class ${name}(${[...directBases(classes, bases), ...tuple].join(', ')}):\n${indented(parts.join('\n'))}\n`;
}

const isName = (name) => !KEYWORDS.test(name);

/** A stub offers what it imports only where it says so: `import torch as torch`. */
function moduleDeclaration(module, name, imported) {
  if (imported === `${module}.${name}`) return `from . import ${name} as ${name}`;
  return imported === name
    ? `import ${name} as ${name}`
    : `import ${imported} as _${name}\n${name} = _${name}`;
}

function declaration({ classes }, module, name, entry) {
  const { kind, forms = [], type, doc } = entry;
  if (kind === 'module') return moduleDeclaration(module, name, entry.module);
  if (kind === 'class' && entry.class === `${module}.${name}`) return classText(classes, name, entry);
  if (kind === 'class' && entry.class) return `${name} = ${entry.class}`;
  if (kind === 'function') return callable(name, forms, doc, false);
  return `${name}: ${type ? typeText(type) : 'Any'}`;
}

/** The modules whose classes a text names. */
function importsFor({ modules }, text) {
  return Object.keys(modules)
    .filter((name) => text.includes(`${name}.`))
    .map((name) => `import ${name}`);
}

function moduleText(names, module) {
  const entries = Object.entries(names.modules[module]).filter(([name]) => isName(name));
  const isLeaf = !Object.keys(names.modules).some((other) => other.startsWith(`${module}.`));
  const own = isLeaf ? `(?<![\\w.])${module.replaceAll('.', '\\.')}\\.` : '$^';
  const text = entries
    .map(([name, entry]) => declaration(names, module, name, entry))
    .join('\n')
    .replace(new RegExp(own, 'g'), '');
  const unlisted = entries.every(([, { kind }]) => kind === 'module') ? `\n${ANYTHING}` : '';
  const head = [
    'from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence',
    'from typing import Any, Self, overload',
    ...PLAIN.map((name) => `from builtins import ${name} as _${name}`),
    ...(module.includes('.') ? [] : ['__version__: _str']),
    ...importsFor(names, text),
  ];
  // Without this list what a plain import binds is nobody else's: `d2l.torch` has `torch` among its names.
  const all = `__all__ = [${entries.map(([name]) => `'${name}'`).join(', ')}]`;
  return `${head.join('\n')}\n\n${all}\n\n${text}\n${unlisted}`;
}

/** The files of a package's modules that programs may import, without their extension: `matplotlib/axes/__init__`. */
async function publicFiles(name) {
  const files = await readdir(path.join(PYTHON, name), { recursive: true });
  return files
    .filter((file) => file.endsWith('.py'))
    .map((file) => path.posix.join(name, ...file.slice(0, -'.py'.length).split(path.sep)))
    .filter((file) => file.split('/').every((part) => part === '__init__' || !part.startsWith('_')));
}

export async function writeStubs(names) {
  await rm(FOLDER, { recursive: true, force: true });
  for (const name of UNLISTED) {
    for (const file of await publicFiles(name)) await write(file, `from typing import Any\n\n${ANYTHING}`);
  }
  // Those that are listed take the place of what was written for all.
  const modules = Object.keys(names.modules);
  for (const module of modules) {
    const isPackage = [...modules, ...PARTS].some((other) => other.startsWith(`${module}.`));
    await write(`${module}${isPackage ? '.__init__' : ''}`, moduleText(names, module));
  }
  for (const name of PARTS) await write(name, `from ${name.slice(0, name.lastIndexOf('.'))} import *\n`);
}

async function write(module, text) {
  const file = path.join(FOLDER, module.replaceAll('.', '/'));
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.pyi`, text);
  await writeFile(`${file}.py`, SOURCE);
}
