/** The k-th smallest element found as PyTorch finds it, so that of equal elements the same one is named. */

/** Larger, where NaN is the largest of all. */
const isLarger = (a: number, b: number): boolean => (Number.isNaN(a) && !Number.isNaN(b)) || a > b;

/** @returns the index of the element that has place `k`, from 0, in ascending order */
export function quickSelect(row: readonly number[], k: number): number {
  const places = row.map((_, i) => i);
  const at = (i: number): number => row[places[i] as number] as number;
  const swap = (i: number, j: number): void => {
    [places[i], places[j]] = [places[j] as number, places[i] as number];
  };
  let [left, right] = [0, row.length - 1];
  while (right > left + 1) {
    medianOfThreeFirst(left, right, at, swap);
    const [above, middle] = partition(left, right, at, swap);
    if (middle <= k) left = above;
    if (middle >= k) right = middle - 1;
  }
  if (right === left + 1 && isLarger(at(left), at(right))) swap(left, right);
  return places[k] as number;
}

type At = (i: number) => number;
type Swap = (i: number, j: number) => void;

/** Puts the median of the first, middle and last element first, the smallest behind it and the largest last. */
function medianOfThreeFirst(left: number, right: number, at: At, swap: Swap): void {
  swap(Math.floor((left + right) / 2), left + 1);
  if (isLarger(at(left + 1), at(right))) swap(left + 1, right);
  if (isLarger(at(left), at(right))) swap(left, right);
  if (isLarger(at(left + 1), at(left))) swap(left + 1, left);
}

/** Puts the first element where it belongs; returns where larger ones begin, and that place. */
function partition(left: number, right: number, at: At, swap: Swap): [above: number, place: number] {
  const pivot = at(left);
  let [i, j] = [left + 1, right];
  for (;;) {
    do i++;
    while (isLarger(pivot, at(i)));
    do j--;
    while (isLarger(at(j), pivot));
    if (j < i) break;
    swap(i, j);
  }
  swap(left, j);
  return [i, j];
}
