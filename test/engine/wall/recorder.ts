/** Recorders note all that they are given. */
const { apply, construct, defineProperty, getOwnPropertyDescriptor } = Reflect;

/** All that any recorder was given, in the order of arrival. */
const seen: unknown[] = [];
let seenCount = 0;

export function note(value: unknown): void {
  if ((typeof value === 'object' && value !== null) || typeof value === 'function') {
    defineProperty(seen, seenCount++, { value, writable: true, configurable: true, enumerable: true });
  }
}

/** A callable that notes its arguments, their list and `this`, and then does what `plainly` does. */
export function recorder(plainly: (...values: unknown[]) => unknown = () => undefined): unknown {
  return new Proxy(plainly, {
    apply(target, self: unknown, values: unknown[]) {
      noteCall(self, values);
      return apply(target, self, values);
    },
    construct(target, values: unknown[], maker: unknown) {
      noteCall(undefined, values);
      return construct(target, values, maker as () => void) as object;
    },
  });
}

function noteCall(self: unknown, values: unknown[]): void {
  note(self);
  note(values);
  // eslint-disable-next-line @typescript-eslint/prefer-for-of -- iterators are replaced too
  for (let i = 0; i < values.length; i++) note(values[i]);
}

/** An object each of whose properties, and each of whose traps, is a recorder. */
export function spy(): object {
  return new Proxy({}, new Proxy({}, { get: () => recorder(() => undefined) }));
}

export const notes = {
  count: (): number => seenCount,
  at: (index: number): unknown => getOwnPropertyDescriptor(seen, index)?.value,
};
