/** Every intrinsic of the realm, replaced by a recorder of it. */
import { recorder } from './recorder.ts';

const { defineProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;

/** Every function of the realm's globals, of their prototypes and of what hides behind these, with its holder. */
function intrinsics(): { holder: object; key: PropertyKey }[] {
  const found: { holder: object; key: PropertyKey }[] = [];
  const known = new Set<unknown>();
  const walk = (holder: unknown): void => {
    if ((typeof holder !== 'object' && typeof holder !== 'function') || holder === null) return;
    if (known.has(holder)) return;
    known.add(holder);
    walk(getPrototypeOf(holder));
    for (const key of ownKeys(holder)) {
      const descriptor = getOwnPropertyDescriptor(holder, key);
      if (descriptor === undefined) continue;
      found.push({ holder, key });
      walk(descriptor.value);
      walk(descriptor.get);
      walk(descriptor.set);
    }
  };
  walk(globalThis);
  walk(getPrototypeOf([][Symbol.iterator]()));
  walk(getPrototypeOf(new Map().entries()));
  walk(getPrototypeOf(new Set().values()));
  walk(getPrototypeOf(''[Symbol.iterator]()));
  walk(getPrototypeOf(''.matchAll(/x/g)));
  walk(getPrototypeOf((function* () {})()));
  walk(getPrototypeOf((async function* () {})()));
  walk(getPrototypeOf(async () => undefined));
  return found;
}

/** Replaces every function there is by a recorder of it. @returns how many were replaced */
export function replaceIntrinsics(): number {
  const all = intrinsics();
  let replaced = 0;
  // eslint-disable-next-line @typescript-eslint/prefer-for-of -- iterators are replaced too
  for (let i = 0; i < all.length; i++) {
    const { holder, key } = all[i] as { holder: object; key: PropertyKey };
    const descriptor = getOwnPropertyDescriptor(holder, key);
    if (descriptor?.configurable !== true) continue;
    if (typeof descriptor.value === 'function') {
      if (holder === globalThis && key === 'Proxy') continue;
      defineProperty(holder, key, { value: recorder(descriptor.value as () => unknown) });
      replaced++;
    } else if (typeof descriptor.get === 'function') {
      defineProperty(holder, key, { get: recorder(descriptor.get as () => unknown) as () => unknown });
      replaced++;
    }
  }
  return replaced;
}
