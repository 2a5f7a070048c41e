/** What is used of `node:url`, for browsers, in which no document is a file of this machine. */

export function fileURLToPath(address: string): string {
  return decodeURIComponent(new URL(address).pathname);
}

export function pathToFileURL(path: string): URL {
  return new URL(`file://${encodeURI(path)}`);
}

export { URL };
const URL = globalThis.URL;
