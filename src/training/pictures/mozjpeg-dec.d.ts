/** The decoder's script as it is used here: without the types of Emscripten that its own declaration names. */
declare module '@jsquash/jpeg/codec/dec/mozjpeg_dec.js' {
  export default function createModule(options: object): Promise<unknown>;
}
