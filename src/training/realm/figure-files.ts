/**
 * Files that a run's figures are saved in (`savefig`). They are there at once, by name; what is in them is drawn on Node's
 * side when somebody asks for their size or reads them, which few runs do.
 */
import type { FileNode, FileSystem } from './python-module.ts';
import type { Outer } from './wall.ts';

/** Emscripten's number of an input/output error. */
const EIO = 29;

export class FigureFiles {
  constructor(
    private readonly draw: Outer['drawFigure'],
    private readonly files: () => FileSystem,
    private readonly say: (text: string) => void,
  ) {}

  /**
   * Fills a file that is there and empty.
   * @param path of it, absolute
   * @param drawing a `FigureDrawing` as JSON
   */
  save(path: string, drawing: string): void {
    fillLater(this.files().lookupPath(path).node, () => this.#drawn(path, drawing));
  }

  #drawn(path: string, drawing: string): Uint8Array {
    try {
      const text = this.draw(drawing);
      const bytes = new Uint8Array(text.length);
      for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
      return bytes;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.say(`${path} cannot be drawn: ${reason}\n`);
      const { ErrnoError } = this.files();
      throw new ErrnoError(EIO);
    }
  }
}

/** Contents and size of a file are what its node holds; here both are made when one of them is asked for. */
function fillLater(node: FileNode, make: () => Uint8Array): void {
  let contents: FileNode['contents'] | undefined;
  let size: number | undefined;
  const made = (): FileNode['contents'] => (contents ??= make());
  Object.defineProperty(node, 'contents', {
    configurable: true,
    get: made,
    set: (value: FileNode['contents']) => {
      contents = value;
    },
  });
  Object.defineProperty(node, 'usedBytes', {
    configurable: true,
    get: () => size ?? (made() as Uint8Array).length,
    set: (value: number) => {
      size = value;
      // Emptied before it was ever drawn: it will not be.
      contents ??= new Uint8Array(0);
    },
  });
}
