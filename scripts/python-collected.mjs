// Collects the names that modules of our Python packages offer in their package, so that no package lists them by hand.
// A module says so itself, beside its `__all__`:
//   _OFFERED_BY = 'torch.nn'           its names are imported with torch.nn
//   _OFFERED_LATE_BY = 'torch.nn'      it is imported when torch.nn is first asked for one of them
//   _OFFERED = ['vmap']                the module itself is offered, and of its names only these
// What is collected for torch.nn is the generated module torch.nn._collected: the names, and where the late ones are. That of
// a module which is no package, torch.nn.functional, stands beside it: torch.nn._collected_functional.
import { parser } from '@lezer/python';
import { readFileSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

const WRITTEN = 'src/training/python';
const GENERATED = 'dist/generated/python';

/** `torch/nn/__init__.py` is `torch.nn`. */
export function moduleName(file) {
  return file
    .replace(/\.pyi?$/, '')
    .replace(/(?:^|\/)__init__$/, '')
    .replaceAll('/', '.');
}

/** Paths of the Python files of a folder, relative to it, with slashes. */
export function pythonFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => /\.pyi?$/.test(file))
    .sort();
}

/** The text of what a module assigns to a name at its top level; undefined when it does not. */
function assigned(source, tree, name) {
  for (let node = tree.topNode.firstChild; node; node = node.nextSibling) {
    const target = node.firstChild;
    if (node.name !== 'AssignStatement' || source.slice(target.from, target.to) !== name) continue;
    return source.slice(node.lastChild.from, node.lastChild.to);
  }
  return undefined;
}

/** The strings of a list such as `['a', 'b']`; undefined when anything else is in it. */
function strings(text) {
  const words = [...text.matchAll(/'([^']*)'/g)].map(([, word]) => word);
  return text.replace(/'[^']*'/g, '').replace(/#.*|[\s,]/g, '') === '[]' ? words : undefined;
}

/** What one file offers: `{ owner, late, names, isOffered }`, or undefined. */
function offer(file, source) {
  if (!source.includes('_OFFERED_')) return undefined;
  const tree = parser.parse(source);
  const now = assigned(source, tree, '_OFFERED_BY');
  const late = assigned(source, tree, '_OFFERED_LATE_BY');
  const some = assigned(source, tree, '_OFFERED');
  const names = strings(some ?? assigned(source, tree, '__all__') ?? '');
  if (!names) throw new Error(`${file} offers names, so its __all__ has to be a list of them`);
  return { owner: (now ?? late).slice(1, -1), late: now === undefined, names, isOffered: some !== undefined };
}

/** Owner -> the modules imported with it, those it offers themselves, and for each late name its module. Throws where two offer the same name. */
export function collect(folder) {
  const owners = new Map();
  for (const file of pythonFiles(folder).filter((name) => name.endsWith('.py'))) {
    const found = offer(file, readFileSync(path.join(folder, file), 'utf8'));
    if (!found) continue;
    const owner = owners.get(found.owner) ?? { modules: [], offered: [], names: new Map(), late: new Map() };
    owners.set(found.owner, owner);
    if (!found.late) owner.modules.push(moduleName(file));
    if (found.isOffered) owner.offered.push(moduleName(file).replace(/.*\./, ''));
    for (const name of found.names) {
      const other = owner.names.get(name) ?? owner.late.get(name);
      if (other) throw new Error(`${moduleName(file)} and ${other} both offer ${found.owner}.${name}`);
      (found.late ? owner.late : owner.names).set(name, moduleName(file));
    }
  }
  return owners;
}

/** The name of the module that is generated for an owner. */
export function collectedModule(owner, files) {
  if (files.includes(`${owner.replaceAll('.', '/')}/__init__.py`)) return `${owner}._collected`;
  return owner.replace(/[^.]+$/, '_collected_$&');
}

function moduleText(owner, { modules, offered, names, late }) {
  const quoted = (all) => all.map((name) => `    '${name}',\n`).join('');
  const rows = [...late].map(([name, module]) => `    '${name}': '${module}',\n`).join('');
  return [
    `"""Names that the modules of ${owner} offer in it, collected by scripts/python-collected.mjs."""\n`,
    ...modules.map((module) => `from ${module} import *`),
    `\n__all__ = [\n${quoted([...names.keys()])}]`,
    `MODULES: list[str] = [\n${quoted(offered)}]`,
    `LATE: dict[str, str] = {\n${rows}}\n`,
  ].join('\n');
}

/** Writes the generated modules. */
export async function writeCollected() {
  const files = pythonFiles(WRITTEN);
  for (const [owner, collected] of collect(WRITTEN)) {
    const file = path.join(GENERATED, `${collectedModule(owner, files).replaceAll('.', '/')}.py`);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, moduleText(owner, collected));
  }
}
