/** In the place of `surroundings.ts`: says where the engine's files, the workspace's data and the drawing of figures are had. */
import calls from 'language-calls';
import * as vscode from 'vscode';
import { provideEngineFiles } from '../training/process/engine-process.web.ts';
import { provideDrawing } from '../training/threads/drawn-figure.web.ts';
import { provideFolders } from '../training/threads/offered-data.web.ts';
import { readFolder } from './data-files.web.ts';

/** @param extension its folder */
export function prepareSurroundings(extension: vscode.Uri): void {
  const web = vscode.Uri.joinPath(extension, 'dist/web');
  const read = (path: string): Promise<Uint8Array> =>
    Promise.resolve(vscode.workspace.fs.readFile(vscode.Uri.joinPath(web, path)));
  provideEngineFiles(read);
  provideFolders((address) => readFolder(vscode.Uri.parse(address, true)));
  provideDrawing(async () => {
    const { figureFile, provideRasteriser } = await import('drawing');
    const [program, font] = await Promise.all([read('resvg.wasm'), read('DejaVuSans.ttf')]);
    provideRasteriser(await WebAssembly.compile(program.slice()), font);
    return (drawing) => figureFile(drawing, '');
  });
}

export function callsText(): string {
  return calls;
}
