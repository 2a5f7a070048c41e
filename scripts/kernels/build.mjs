// Compiles the kernels of src/training/kernels/assembly to WebAssembly, once for each content of the sources.
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const SOURCES = path.join(root, 'src/training/kernels/assembly');
const CACHE = path.join(root, 'node_modules/.cache/d2l-kernels');

/** The memory is the engine's own: shared, so that views stay valid when it grows. Below 64 kB lies static data. */
const OPTIONS = [
  ...['-O3', '--runtime', 'stub', '--noAssert', '--importMemory', '--sharedMemory'],
  ...['--initialMemory', '16', '--maximumMemory', '32768', '--memoryBase', '1024'],
  ...['--enable', 'threads', '--enable', 'simd', '--disableWarning'],
];

/** The sources say it in a comment: for TypeScript's other tools a decorator of a function is a mistake. */
const INLINE = /^( *)\/\/ @inline$/gm;

/**
 * One module with all kernels.
 *
 * @param {{ relaxed: boolean }} build with the fused multiply-add of relaxed SIMD, or without
 * @returns {Promise<Uint8Array>} the module, from the cache where the sources are those of an earlier build
 */
export async function compileKernels({ relaxed }) {
  const options = relaxed ? [...OPTIONS, '--enable', 'relaxed-simd'] : OPTIONS;
  const sources = await readSources();
  const cached = path.join(CACHE, `${await keyOf(sources, options)}.wasm`);
  try {
    return await readFile(cached);
  } catch {
    const bytes = await compile(sources, options);
    await mkdir(CACHE, { recursive: true });
    const draft = `${cached}.${process.pid}`;
    await writeFile(draft, bytes);
    await rename(draft, cached);
    return bytes;
  }
}

/** Writes both builds to where the engine finds its files. */
export async function buildKernels() {
  for (const name of ['simd', 'relaxed']) {
    const bytes = await compileKernels({ relaxed: name === 'relaxed' });
    await writeFile(path.join(root, `dist/engine/kernels-${name}.wasm`), bytes);
  }
}

/** @returns {Promise<Map<string, string>>} source text by file name */
async function readSources() {
  const names = (await readdir(SOURCES)).filter((name) => name.endsWith('.ts')).sort();
  const texts = await Promise.all(names.map((name) => readFile(path.join(SOURCES, name), 'utf8')));
  return new Map(names.map((name, at) => [name, texts[at].replace(INLINE, '$1@inline')]));
}

async function keyOf(sources, options) {
  const manifest = path.join(root, 'node_modules/assemblyscript/package.json');
  const { version } = JSON.parse(await readFile(manifest, 'utf8'));
  const hash = createHash('sha256').update(JSON.stringify([version, options, ...sources]));
  return hash.digest('hex').slice(0, 32);
}

async function compile(sources, options) {
  const { main } = await import('assemblyscript/asc');
  let module;
  const { error, stderr } = await main(['index.ts', ...options, '--outFile', 'kernels.wasm'], {
    readFile: (name) => sources.get(name) ?? null,
    writeFile: (_name, contents) => (module = contents),
    listFiles: () => [],
  });
  if (error) throw new Error(`the kernels do not compile\n${stderr.toString()}`);
  return module;
}
