// esbuild options for dist/engine/realm.js: Pyodide and the tensor engine as one script that needs
// nothing but ECMAScript and WebAssembly (docs/decisions/0005-realm.md).
import { readFile } from 'node:fs/promises';

/** Text that must occur exactly `times` times is replaced; another number means that the package has changed. */
function replaceExactly(text, search, replacement, times = 1) {
  const parts = text.split(search);
  if (parts.length !== times + 1) {
    throw new Error(`expected ${times} of '${search}', found ${parts.length - 1}: has the package changed?`);
  }
  return parts.join(replacement);
}

async function patchLoader(path) {
  const text = await readFile(path, 'utf8');
  // The interpreter's module is in the same script.
  return replaceExactly(text, 'async e=>await import(e)', 'async()=>globalThis.pyodideModule');
}

async function patchInterpreter(path) {
  let text = await readFile(path, 'utf8');
  text = text.replaceAll('import.meta.url', '"realm:/pyodide/pyodide.asm.mjs"');
  text = replaceExactly(text, 'async t=>await import(t)', 'async()=>{throw new Error("no scripts here")}');
  // A pointer to a function that only newer engines have would be kept in the snapshot, and lead nowhere in another start.
  text = replaceExactly(
    text,
    'function getPyEMTrampolinePtr(){',
    'function getPyEMTrampolinePtr(){return 0;',
  );
  // What reaches JavaScript is to be noticed: javascript-watch.ts.
  text = replaceExactly(
    text,
    'function getWasmImports(){',
    'function getWasmImports(){API.config._guardImports?.(wasmImports);',
  );
  // The checkpoint has to put this map back.
  text = replaceExactly(
    text,
    'function __hiwire_deduplicate_new(){return new Map}',
    'function __hiwire_deduplicate_new(){return Module.deduplicated=new Map}',
  );
  // The memory of a snapshot is ours to fill: snapshot-file.ts.
  return replaceExactly(
    text,
    'return Module.HEAP8.set(t),l',
    'return growMemory(API.config._snapshotFile.length),API.config._snapshotFile.fill(Module.HEAPU8),l',
  );
}

/** Node's modules do not exist in the realm: an `import()` of one would reject with an object of the outer realm. */
const absent = {
  name: 'absent-modules',
  setup(build) {
    build.onResolve(
      {
        filter:
          /^(node:.*|fs|path|os|url|util|vm|ws|crypto|child_process|worker_threads|perf_hooks|string_decoder|node-fetch)$/,
      },
      (request) => ({
        path: request.path,
        namespace: 'absent',
      }),
    );
    build.onLoad({ filter: /.*/, namespace: 'absent' }, () => ({
      contents: 'export default undefined;',
      loader: 'js',
    }));
  },
};

const pyodide = {
  name: 'pyodide-in-a-realm',
  setup(build) {
    build.onLoad({ filter: /[\\/]pyodide\.mjs$/ }, async ({ path }) => ({
      contents: await patchLoader(path),
    }));
    build.onLoad({ filter: /[\\/]pyodide\.asm\.mjs$/ }, async ({ path }) => ({
      contents: await patchInterpreter(path),
    }));
  },
};

const noDynamicImport = {
  name: 'no-dynamic-import',
  setup(build) {
    build.onEnd(async ({ errors }) => {
      if (errors.length > 0) return;
      const text = await readFile('dist/engine/realm.js', 'utf8');
      const found = /[^\w$.]import\s*\(.{0,40}/.exec(text);
      if (found)
        throw new Error(`realm.js has a dynamic import, which is a way out of the realm: ${found[0]}`);
    });
  },
};

export const realm = {
  entryPoints: { realm: 'src/training/realm/main.ts' },
  outdir: 'dist/engine',
  bundle: true,
  platform: 'neutral',
  mainFields: ['module', 'main'],
  format: 'iife',
  globalName: 'realm',
  // The script's value is its one export, the function that opens the realm; no global name is left behind.
  banner: { js: '(function(){"use strict";' },
  footer: { js: 'return realm.open;})()' },
  supported: { 'dynamic-import': false },
  target: 'es2022',
  plugins: [absent, pyodide, noDynamicImport],
  logLevel: 'warning',
  logOverride: { 'direct-eval': 'silent', 'unsupported-dynamic-import': 'silent' },
};
