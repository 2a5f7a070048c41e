// What takes the place of another module in a browser: `name.web.ts` that of `name.ts` beside it.
import { existsSync } from 'node:fs';
import path from 'node:path';

export const twins = {
  name: 'twins-for-browsers',
  setup(build) {
    build.onResolve({ filter: /^\..*\.ts$/ }, ({ path: wanted, resolveDir, importer }) => {
      const twin = path.resolve(resolveDir, wanted.replace(/\.ts$/, '.web.ts'));
      return existsSync(twin) && twin !== importer ? { path: twin } : undefined;
    });
  },
};
