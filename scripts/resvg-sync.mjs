// resvg's WebAssembly can be started only by a promise. A run that reads the file it has saved cannot wait for one, so the
// bundle's copy gets a function that starts it at once.
import { readFile } from 'node:fs/promises';

const NEEDED = ['__wbg_get_imports()', '__wbg_finalize_init(instance, module)', 'var initialized = false'];

const ADDED = `
export function initSync(module) {
  __wbg_finalize_init(new WebAssembly.Instance(module, __wbg_get_imports()), module);
  initialized = true;
}
`;

/** A plugin of esbuild. */
export const resvgSync = {
  name: 'resvg-sync',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]@resvg[\\/]resvg-wasm[\\/]index\.mjs$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const missing = NEEDED.filter((text) => !source.includes(text));
      if (missing.length > 0) throw new Error(`resvg is not as it was: ${missing.join(', ')} is missing`);
      return { contents: source + ADDED, loader: 'js' };
    });
  },
};
