/** What the extension host pays when the extension activates: loading its entry file included. */
import { now, sleepingExtension } from './extension.ts';
import type { Samples } from './samples.ts';

export async function timeActivation(): Promise<Samples> {
  const extension = sleepingExtension();
  const start = now();
  await extension.activate();
  return { 'activate() until it resolves': [now() - start] };
}
