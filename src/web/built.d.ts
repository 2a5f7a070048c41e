/** What the build makes, under the names by which the browser's bundle has it (scripts/web/extension.mjs). */
declare module 'message-checks';
declare module 'language-calls' {
  const text: string;
  export default text;
}
declare module 'drawing' {
  export { figureFile, figureSvg } from '../editor/notebook/figure-svg.ts';
  export { provideRasteriser } from '../editor/notebook/raster.web.ts';
}
