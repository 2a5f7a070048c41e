/** In the place of `torch-folder.ts`: a browser sees no folders of Pythons. */

export function seemsToHaveTorch(): Promise<boolean> {
  return Promise.resolve(false);
}
