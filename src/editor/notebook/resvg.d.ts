/** What is used of resvg beyond its own types. */
import '@resvg/resvg-wasm';

declare module '@resvg/resvg-wasm' {
  /** Added by the build (`scripts/resvg-sync.mjs`): the run waits for its file, so nothing may be awaited. */
  export function initSync(module: WebAssembly.Module): void;
}
