/** Elements mixed along one dimension: each new one is a sum of shares of a few old ones, and no other touches it. */
import { newElements, type DType, type Elements } from '../dtype.ts';

/** How `count` elements are made of `size`: row by row, which places take part and how much of each. */
export interface Mixture {
  readonly size: number;
  readonly count: number;
  /** Where each row's places and shares begin, and where the last ones end. */
  readonly starts: Int32Array;
  readonly places: Int32Array;
  readonly shares: Float64Array;
}

/** What brings back to the elements what was made of them. */
export function mixtureBack({ size, count, starts, places, shares }: Mixture): Mixture {
  const next = new Int32Array(size + 1);
  for (const place of places) next[place + 1] = (next[place + 1] as number) + 1;
  for (let i = 0; i < size; i++) next[i + 1] = (next[i + 1] as number) + (next[i] as number);
  const back = {
    size: count,
    count: size,
    starts: next.slice(),
    places: new Int32Array(places.length),
    shares: new Float64Array(shares.length),
  };
  for (let i = 0; i < count; i++) {
    for (let j = starts[i] as number; j < (starts[i + 1] as number); j++) {
      const at = (next[places[j] as number] as number)++;
      back.places[at] = i;
      back.shares[at] = shares[j] as number;
    }
  }
  return back;
}

/** The mixture of `outer` rows of contiguous elements. */
function mixRows(source: Elements, target: Elements, mixture: Mixture, outer: number): void {
  const { size, count, starts, places, shares } = mixture;
  for (let o = 0; o < outer; o++) {
    const [from, to] = [o * size, o * count];
    for (let i = 0; i < count; i++) {
      const end = starts[i + 1] as number;
      let sum = 0;
      for (let j = starts[i] as number; j < end; j++) {
        sum += (shares[j] as number) * (source[from + (places[j] as number)] as number);
      }
      target[to + i] = sum;
    }
  }
}

/** The mixture of contiguous slices of `inner` elements. */
function mixSlices(source: Elements, target: Elements, mixture: Mixture, outer: number, inner: number): void {
  const { size, count, starts, places, shares } = mixture;
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < count; i++) {
      const to = (o * count + i) * inner;
      const end = starts[i + 1] as number;
      for (let j = starts[i] as number; j < end; j++) {
        const from = (o * size + (places[j] as number)) * inner;
        const share = shares[j] as number;
        for (let k = 0; k < inner; k++) {
          target[to + k] = (target[to + k] as number) + share * (source[from + k] as number);
        }
      }
    }
  }
}

/** The mixture of contiguous elements (outer, size, inner): (outer, count, inner). */
export function mixAlong(
  source: Elements,
  dtype: DType,
  mixture: Mixture,
  outer: number,
  inner: number,
): Elements {
  const target = newElements(dtype, outer * mixture.count * inner);
  if (inner === 1) mixRows(source, target, mixture, outer);
  else mixSlices(source, target, mixture, outer, inner);
  return target;
}
