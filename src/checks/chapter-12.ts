/** Checks of the workbook's chapter 12: optimization algorithms. */

import type { Check } from './check.ts';
import { wantNoDifference, wantNumber, wantPrinted } from './printed.ts';

const wantConvex = (name: string) =>
  wantPrinted(
    `smallest bend of ${name}:`,
    (bend) => bend > -1e-5,
    () => `${name} itself is not convex: it bends down somewhere.`,
  );

export const chapter12: readonly Check[] = [
  {
    exercise: '12.2.3',
    wants: [
      wantPrinted(
        'above the chord by',
        (height) => height > 0.001,
        () => 'Between these points the smaller of the two is below its chord.',
      ),
      wantConvex('f'),
      wantConvex('g'),
    ],
    shown: 'The smaller of two convex functions need not be convex.',
  },
  {
    exercise: '12.2.6',
    wants: [
      wantNumber(
        'largest distance from the plane:',
        0,
        (far) => `Points are still ${far} away from the plane.`,
      ),
      wantNoDifference('a point of the plane should stay where it is.'),
      wantNumber('trace:', 2, (trace) => `The trace is ${trace}: a plane has two dimensions.`),
    ],
    shown: 'A projection onto a subspace is a matrix, and doing it twice changes nothing.',
  },
  {
    exercise: '12.2.8',
    wants: [
      wantNumber(
        'farthest from the centre:',
        1,
        (length) => `The farthest projected point is ${length} away from the centre, not 1.`,
      ),
      wantPrinted(
        'largest difference inside:',
        (difference) => difference < 1e-3,
        (difference) => `Points inside the ball are moved, by up to ${difference}.`,
      ),
    ],
    shown: 'Projecting onto a convex set brings points nearer to each other, never apart.',
  },
  {
    exercise: '12.3.2',
    wants: [wantNumber('minimum at', (Math.LN2 - 3) / 3, (place) => `The minimum is not at ${place}.`, 2e-5)],
    shown: 'Comparing values is enough, and each comparison takes the same part of the interval away.',
  },
  {
    exercise: '12.3.3',
    wants: [
      wantPrinted(
        'after 100 steps the flat coordinate is',
        (place) => place > 0.9 && place < 1,
        (place) => `The flat coordinate is at ${place}: it should be between 0.9 and 1.`,
      ),
    ],
    shown: 'The steep direction sets the rate, and the flat one has to wait.',
  },
  {
    exercise: '12.3.4',
    wants: [
      wantPrinted(
        'distance from the minimum:',
        (distance) => distance < 0.5,
        (distance) => `After ten steps the distance is ${distance}, and can be below 0.5.`,
      ),
    ],
    shown: 'Divided by its own second derivative, every coordinate has the same steepness.',
  },
  {
    exercise: '12.6.2',
    wants: [
      wantPrinted(
        'farthest coordinate:',
        (distance) => distance < 0.01,
        (distance) => `The farthest coordinate is at ${distance} still.`,
      ),
    ],
    shown: 'Momentum carries the flat directions on while the steep ones swing themselves out.',
  },
  {
    exercise: '12.6.3',
    wants: [
      wantNumber(
        'largest element of the gradient:',
        0,
        (size) => `At this place the gradient has an element of size ${size}.`,
      ),
      wantNoDifference('put the place into h for the value.'),
    ],
    shown: 'The minimum is where Q x = -c, b less half of c · Q⁻¹ c high.',
  },
  {
    exercise: '12.11.2',
    wants: [
      wantPrinted(
        'typical distance:',
        (distance) => distance < 0.05,
        (distance) => `The runs end ${distance} away from the minimum, on average.`,
      ),
    ],
    shown: 'The rate has to fall so that the noise dies down, but not before the way is done.',
  },
  {
    exercise: '12.11.3',
    wants: [wantNoDifference('print the rates beside the wanted ones.')],
    shown: 'Slowly up, then slowly down: the schedule of many large networks.',
  },
];
