/** Picture files against what Pillow reads in them (scripts/record-pictures.py). */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { pictureDecoder } from '../../../src/training/pictures/decode.ts';
import { PictureError } from '../../../src/training/pictures/picture.ts';

interface Recorded {
  readonly name: string;
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly values: string;
  readonly palette: string | null;
}

const recorded = JSON.parse(
  readFileSync(path.join(import.meta.dirname, 'recorded.json'), 'utf8'),
) as readonly Recorded[];
const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'));
const decode = pictureDecoder(() =>
  Uint8Array.from(readFileSync('node_modules/@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm')),
);

function kindOf(file: Uint8Array): string {
  try {
    decode(file);
    return 'read';
  } catch (error) {
    if (error instanceof PictureError) return error.kind;
    throw error;
  }
}

function fileNamed(name: string): Uint8Array {
  const found = recorded.find((each) => each.name === name);
  if (found === undefined) throw new Error(`nothing is recorded of ${name}`);
  return bytes(found.file);
}

describe('the pixels are those that Pillow reads', () => {
  test.each(recorded)('$name', ({ file, width, height, channels, values, palette }) => {
    const picture = decode(bytes(file));
    expect({ ...picture, values: null, palette: null }).toEqual({
      width,
      height,
      channels,
      values: null,
      palette: null,
    });
    expect(Buffer.from(picture.values).equals(bytes(values))).toBe(true);
    const colors = picture.palette === null ? null : Buffer.from(picture.palette);
    const want = palette === null ? null : Buffer.from(bytes(palette));
    expect(colors?.subarray(0, want?.length)).toEqual(want?.subarray(0, colors?.length) ?? undefined);
  });
});

describe('a file that cannot be read', () => {
  test('of another kind', () => {
    expect(kindOf(Uint8Array.from([71, 73, 70, 56, 57, 97]))).toBe('unknown');
    expect(kindOf(new Uint8Array(0))).toBe('unknown');
  });

  test.each(['JPEG with all colors', 'PNG'])('%s, cut off anywhere, and the next one is read', (name) => {
    const whole = fileNamed(name);
    // JPEG fills what is missing near its end with grey, as every libjpeg does.
    for (let length = 8; length < whole.length; length += 37)
      expect(['broken', 'read']).toContain(kindOf(whole.slice(0, length)));
    expect(kindOf(whole.slice(0, 40))).toBe('broken');
    expect(kindOf(whole)).toBe('read');
  });

  test('with changed bytes, and the next one is read', () => {
    for (const { file } of recorded) {
      const whole = bytes(file);
      for (let at = 0; at < whole.length; at += 11) {
        const changed = whole.slice();
        changed[at] = (changed[at] as number) ^ 0x5a;
        expect(['unknown', 'broken', 'large', 'read']).toContain(kindOf(changed));
      }
      expect(kindOf(whole)).toBe('read');
    }
  });

  test('of more pixels than there is room for', () => {
    const png = fileNamed('PNG');
    new DataView(png.buffer).setUint32(16, 100_000);
    new DataView(png.buffer).setUint32(20, 100_000);
    expect(kindOf(png)).toBe('large');
    const jpeg = fileNamed('JPEG with all colors');
    const frame = jpeg.findIndex((byte, i) => byte === 0xff && jpeg[i + 1] === 0xc0);
    new DataView(jpeg.buffer).setUint16(frame + 5, 65_000);
    new DataView(jpeg.buffer).setUint16(frame + 7, 65_000);
    expect(kindOf(jpeg)).toBe('large');
  });
});
