/** A helper thread's life in a browser: kernels on the memory of the thread that it helps. See `threads/helper.ts`. */
import { help } from '../threads/helping.ts';
import type { HelperStart } from './messages.ts';

addEventListener('message', ({ data }: MessageEvent<HelperStart>) => {
  try {
    help(data);
  } finally {
    close();
  }
});
