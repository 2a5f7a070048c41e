/** JPEG files by mozjpeg, a libjpeg: the same pixels as Pillow's. Compiled when the first file comes. */
import createModule from '@jsquash/jpeg/codec/dec/mozjpeg_dec.js';
import { readJpegHeader, type JpegHeader } from './jpeg-header.ts';
import { PictureError, type Picture } from './picture.ts';
import { refuseLarge } from './size.ts';

/** What the decoder's script leaves on the object that it is given. */
interface Decoder {
  decode(file: Uint8Array, preserveOrientation: boolean): { readonly data: Uint8ClampedArray } | null;
}

/** The decoder makes its answer by this global class, which is the web's. */
class ImageData {
  constructor(
    readonly data: Uint8ClampedArray,
    readonly width: number,
    readonly height: number,
  ) {}
}

export class JpegDecoder {
  #module: WebAssembly.Module | null = null;
  #decoder: Decoder | null = null;

  /** @param program the bytes of `mozjpeg_dec.wasm` */
  constructor(private readonly program: () => Uint8Array<ArrayBuffer>) {}

  /** @throws PictureError for a file that is broken, too large, or of another colour space */
  decode(file: Uint8Array): Picture {
    const header = readJpegHeader(file);
    if (header === null) throw new PictureError('broken', 'the JPEG file has no frame header');
    refuseLarge(header);
    if (header.components !== 1 && header.components !== 3)
      throw new PictureError('broken', `JPEG files of ${header.components} inks are not supported`);
    return pictureOf(this.#rgba(file), header);
  }

  /** After a file that it cannot read the decoder is in no state to read another. */
  #rgba(file: Uint8Array): Uint8ClampedArray {
    this.#decoder ??= this.#start();
    let failure = 'image file is truncated or broken';
    try {
      const found = this.#decoder.decode(file, false);
      if (found !== null) return found.data;
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) failure = error.message;
    }
    this.#decoder = null;
    throw new PictureError('broken', failure);
  }

  #start(): Decoder {
    const module = (this.#module ??= new WebAssembly.Module(this.program()));
    Object.defineProperty(globalThis, 'ImageData', { value: ImageData, configurable: true });
    const started: Partial<Decoder> & object = {
      noInitialRun: true,
      locateFile: (name: string) => name,
      print: () => undefined,
      printErr: () => undefined,
      instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) {
        const instance = new WebAssembly.Instance(module, imports);
        done(instance);
        return instance.exports;
      },
    } as Partial<Decoder> & object;
    // It answers a promise, but has done everything by then since the instance is made at once.
    void createModule(started);
    if (started.decode === undefined) throw new Error('the JPEG decoder did not start');
    return started as Decoder;
  }
}

function pictureOf(rgba: Uint8ClampedArray, { width, height, components }: JpegHeader): Picture {
  const channels = components === 1 ? 1 : 3;
  const values = new Uint8Array(width * height * channels);
  for (let from = 0, to = 0; to < values.length; from += 4)
    for (let channel = 0; channel < channels; channel++) values[to++] = rgba[from + channel] as number;
  return { width, height, channels, values, palette: null };
}
