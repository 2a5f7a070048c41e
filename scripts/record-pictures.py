"""Record what Pillow reads in small picture files that it has written itself.

    python scripts/record-pictures.py

It needs a Python with `numpy` and `pillow`. The files and their pixels, in base64, go to
`test/unit/pictures/recorded.json`.
"""

from __future__ import annotations

import base64
import io
import json
from pathlib import Path

import numpy as np
from PIL import Image

RECORDED = Path(__file__).resolve().parent.parent / 'test' / 'unit' / 'pictures' / 'recorded.json'
CHANNELS = {'1': 1, 'L': 1, 'P': 1, 'LA': 2, 'RGB': 3, 'RGBA': 4, 'I;16': 1}


def picture() -> Image.Image:
    """A picture of 21 by 13 pixels without any pattern that a mistake could hide behind."""
    rows, columns = np.arange(13).reshape(-1, 1), np.arange(21)
    channels = [(rows * 17 + columns * 5) % 256, (rows * columns * 3) % 256, (255 - columns * 9) % 256 + 0 * rows]
    return Image.fromarray(np.stack(channels, 2).astype(np.uint8))


def recording(name: str, image: Image.Image, kind: str, **options: object) -> dict[str, object]:
    """The file that Pillow writes, and what it reads in it."""
    file = io.BytesIO()
    image.save(file, format=kind, **options)
    read = Image.open(io.BytesIO(file.getvalue()))
    pixels = np.asarray(read)
    if read.mode == '1':
        pixels = pixels * np.uint8(255)
    elif read.mode == 'I;16':
        pixels = (pixels >> 8).astype(np.uint8)
    palette = bytes(read.getpalette() or []) if read.mode == 'P' else None
    return {
        'name': name,
        'file': base64.b64encode(file.getvalue()).decode(),
        'width': read.width,
        'height': read.height,
        'channels': CHANNELS[read.mode],
        'values': base64.b64encode(pixels.astype(np.uint8).tobytes()).decode(),
        'palette': None if palette is None else base64.b64encode(palette).decode(),
    }


def main() -> None:
    """Write the recording."""
    image = picture()
    grey16 = Image.fromarray((np.arange(21 * 13).reshape(13, 21) * 239 % 65536).astype(np.uint16))
    found = [
        recording('JPEG with colors at half the size', image, 'JPEG', quality=80),
        recording('JPEG with all colors', image, 'JPEG', quality=95, subsampling=0),
        recording('JPEG that gets sharper', image, 'JPEG', progressive=True),
        recording('grey JPEG', image.convert('L'), 'JPEG'),
        recording('PNG', image, 'PNG'),
        recording('PNG with opacity', image.convert('RGBA'), 'PNG'),
        recording('grey PNG with opacity', image.convert('LA'), 'PNG'),
        recording('grey PNG', image.convert('L'), 'PNG'),
        recording('PNG of one bit', image.convert('1'), 'PNG'),
        recording('PNG of 16 bits', grey16, 'PNG'),
        recording('PNG with a palette', image.convert('P', palette=Image.Palette.ADAPTIVE, colors=200), 'PNG'),
        recording('PNG with a small palette', image.quantize(11), 'PNG'),
    ]
    RECORDED.write_text('[\n' + ',\n'.join(json.dumps(each) for each in found) + '\n]\n')
    print(f'{len(found)} files')


if __name__ == '__main__':
    main()
