// Modules of Node's, in a browser: the few that are there, by libraries or `src/web/`. Any other ends the build, with a word
// about who wants it.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const own = (name) => path.resolve('src/web', name);
const library = (name) => fileURLToPath(import.meta.resolve(name));

const THERE = {
  'assert/strict': () => library('assert/build/assert.js'),
  path: () => library('path-browserify'),
  events: () => library('events/events.js'),
  buffer: () => library('buffer/index.js'),
  crypto: () => own('crypto.ts'),
  os: () => own('os.ts'),
  ws: () => own('ws.ts'),
  url: () => own('url.ts'),
  zlib: () => own('zlib.ts'),
  'timers/promises': () => own('timers-promises.ts'),
};

const NODES =
  /^(?:node:.+|fs|path|os|url|util|vm|crypto|child_process|worker_threads|net|http|https|stream|zlib|events|buffer|ws)$/;

export const nodeModules = {
  name: 'modules-of-node-in-browsers',
  setup(build) {
    build.onResolve({ filter: NODES }, ({ path: wanted, importer, kind }) => {
      const name = wanted.replace(/^node:/, '');
      if (Object.hasOwn(THERE, name)) return { path: THERE[name]() };
      return {
        errors: [{ text: `${path.relative('.', importer)} wants ${wanted} (${kind}), which no browser has` }],
      };
    });
  },
};
