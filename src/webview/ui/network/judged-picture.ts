/** A picture of a data set, with what it shows and what a classifier takes it for. */

import type { JudgedPicture } from '../../../training/protocol/protocol.ts';
import { create } from '../elements/dom.ts';
import { shortNumber } from '../numbers.ts';
import { t } from '../words.ts';

export function judgedPicture(picture: JudgedPicture, classes: readonly string[]): HTMLLIElement {
  const { truth, predicted, probability, index } = picture;
  const [name, guess] = [classes[truth] ?? '', classes[predicted] ?? ''];
  const share = `${shortNumber(100 * probability, 2)} %`;
  const canvas = drawn(picture);
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', t('Picture {0}', index));
  const words =
    truth === predicted
      ? [create('span', 'truth', name), create('span', 'dim', t('with {0}', share))]
      : [
          create('span', 'truth', name),
          create('span', 'guess', t('taken for {0}', guess)),
          create('span', 'dim', share),
        ];
  const element = create('li', '', create('figure', '', canvas, create('figcaption', '', ...words)));
  element.title = t('Picture {0}: {1}; the model gives it {2}', index, name, share);
  return element;
}

/** One pixel of the canvas for each of the picture: the page makes them larger. */
function drawn({ columns, pixels, channels }: JudgedPicture): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const count = Math.floor(pixels.length / channels);
  canvas.width = Math.max(1, columns);
  canvas.height = Math.max(1, Math.floor(count / Math.max(1, columns)));
  const context = canvas.getContext('2d');
  if (context === null) return canvas;
  const image = context.createImageData(canvas.width, canvas.height);
  for (let pixel = 0; pixel < canvas.width * canvas.height; pixel += 1) {
    for (let color = 0; color < 3; color += 1)
      image.data[4 * pixel + color] = pixels[pixel * channels + (channels === 3 ? color : 0)] ?? 0;
    image.data[4 * pixel + 3] = 255;
  }
  context.putImageData(image, 0, 0);
  return canvas;
}
