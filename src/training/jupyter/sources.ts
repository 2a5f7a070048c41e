/** The Python that is sent to a kernel, which may be another machine's: the relay, and our package. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PackageSources } from './relay-client.ts';

export interface Sources {
  readonly relay: string;
  readonly package: PackageSources;
}

/** @param distribution the folder `dist` */
export function readSources(distribution: string): Sources {
  const folder = path.join(distribution, 'pytorch');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.py'),
  );
  const files = names.map((name) => [
    name.split(path.sep).join('/'),
    readFileSync(path.join(folder, name), 'utf8'),
  ]);
  return {
    relay: readFileSync(path.join(distribution, 'jupyter', 'relay.py'), 'utf8'),
    package: { files: Object.fromEntries(files) as Record<string, string>, entry: 'start.py' },
  };
}
