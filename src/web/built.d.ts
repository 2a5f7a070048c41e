/* eslint-disable @typescript-eslint/consistent-type-imports -- a module that is only declared cannot import by a path */
/** What the build makes, under the names by which the browser's bundle has it (scripts/web/build.mjs). */
declare module 'message-checks' {
  const checks: import('../training/threads/load-checks.ts').Checks;
  export = checks;
}
declare module 'language-calls' {
  const text: string;
  export default text;
}
declare module 'drawing' {
  export const figureFile: typeof import('../editor/notebook/figure-file.ts').figureFile;
  export const provideRasteriser: typeof import('../editor/notebook/raster.web.ts').provideRasteriser;
}
declare module 'kernel-sources' {
  const sources: import('../training/jupyter/sources.ts').Sources;
  export default sources;
}
