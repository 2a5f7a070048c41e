/**
 * The text of an error's `stack`. Node would make it with functions of its own realm, which read the error's `name` and
 * `message`: getters of an exercise would be called from outside. So it is made here, by the hook that Node asks first.
 */
const { apply } = Reflect;
const errorText = Error.prototype.toString;
const NONE: readonly unknown[] = Object.freeze([]);

function head(error: unknown): string {
  try {
    return apply(errorText, error, NONE) as string;
  } catch {
    return 'Error';
  }
}

/**
 * @param sites V8's own, which may be objects of another realm: nothing but their text may be kept
 */
export function stackText(error: unknown, sites: readonly unknown[]): string {
  let text = head(error);
  try {
    // eslint-disable-next-line @typescript-eslint/prefer-for-of -- that would ask the list for an iterator
    for (let i = 0; i < sites.length; i++) {
      const frame: unknown = (sites[i] as { toString(): unknown }).toString();
      if (typeof frame === 'string') text += `\n    at ${frame}`;
    }
  } catch {
    // The frames so far will do.
  }
  return text;
}
