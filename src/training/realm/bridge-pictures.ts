/** The entries that make tensors of the bytes of picture files, and bytes of tensors. */
import { toContiguous } from '../backend/js/copy.ts';
import { TorchError } from '../backend/error.ts';
import { PictureError, type Picture } from '../pictures/picture.ts';
import { fromElements, type Tensor } from '../tensor/tensor.ts';
import { keepResults, type OperationContext } from './bridge-operations.ts';
import type { BridgeFunction, RealmHost } from './host.ts';

export function pictureEntries(
  { decodePicture, memory }: RealmHost,
  context: OperationContext,
): Record<string, BridgeFunction> {
  return {
    /**
     * The PNG or JPEG file of `count` bytes at an address: the number of tensors, which `result(i)` gives. The first has
     * the pixels, uint8 of shape (height, width, channels); a second the palette, uint8 of shape (colours, 3).
     */
    decode_picture: (address: number, count: number) =>
      context.calls.run(() => {
        const file = memory().HEAPU8.slice(address, address + count);
        return keepResults(tensorsOf(inPythonsWords(() => decodePicture(file))), context);
      }, -1),
    /** A tensor of the `count` bytes at an address. */
    from_bytes: (address: number, count: number, ...sizes: number[]) =>
      context.calls.run(() => {
        const values = memory().HEAPU8.slice(address, address + count);
        return context.calls.handles.give(fromElements(values, 'uint8', sizes));
      }, -1),
    /** Writes the elements of a uint8 tensor, row by row, to an address. */
    to_bytes: (handle: number, address: number) =>
      context.calls.run(() => {
        memory().HEAPU8.set(toContiguous(context.calls.handles.get(handle), 'uint8'), address);
        return 0;
      }, -1),
  };
}

function tensorsOf({ width, height, channels, values, palette }: Picture): Tensor[] {
  const pixels = fromElements(values, 'uint8', [height, width, channels]);
  return palette === null ? [pixels] : [pixels, fromElements(palette, 'uint8', [palette.length / 3, 3])];
}

function inPythonsWords(decode: () => Picture): Picture {
  try {
    return decode();
  } catch (error) {
    if (!(error instanceof PictureError)) throw error;
    throw new TorchError(error.kind === 'large' ? 'ValueError' : 'OSError', error.message);
  }
}
