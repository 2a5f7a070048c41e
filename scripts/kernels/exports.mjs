// Writes src/training/kernels/exports.ts: the types of what the kernels' module exports, read from its sources.
// `node scripts/kernels/exports.mjs`, after a change of a signature; a unit test fails while it was forgotten.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'src/training/kernels');
const OUTPUT = path.join(folder, 'exports.ts');

const HEAD = `/** What the compiled kernels export. */

// Made by scripts/kernels/exports.mjs from the sources in assembly/, which say what each kernel does.
/* eslint max-lines: "off" -- it has as many lines as there are kernels and arguments. */

/** The kernels: pointers are byte offsets into their memory, sizes and strides count elements. */
export interface KernelExports {
`;

/** The type table as it should be. */
export async function exportTypes() {
  const index = readFileSync(path.join(folder, 'assembly/index.ts'), 'utf8');
  const members = [...index.matchAll(/^export (\*|\{[^}]*\}) from '\.\/(.*)';/gm)].map(([, names, file]) =>
    membersOf(readFileSync(path.join(folder, 'assembly', `${file}.ts`), 'utf8'), names),
  );
  const options = await prettier.resolveConfig(OUTPUT);
  return prettier.format(`${HEAD}${members.flat().join('\n')}\n}\n`, { ...options, parser: 'typescript' });
}

function membersOf(source, names) {
  return [...source.matchAll(/^export function (\w+)\(([^)]*)\): (\w+) \{/gm)]
    .filter(([, name]) => names === '*' || names.match(/\w+/g).includes(name))
    .map(([, name, parameters, result]) => {
      const typed = parameters
        .replace(/: (usize|i32|f32|f64|bool)/g, ': number')
        .replace(/: i64/g, ': bigint');
      return `${name}(${typed}): ${result === 'void' ? 'void' : 'number'};`;
    });
}

if (process.argv[1] === import.meta.filename) writeFileSync(OUTPUT, await exportTypes());
