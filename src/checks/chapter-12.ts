/** Checks of the workbook's chapter 12: optimization algorithms. */

import { say, type Check } from './check.ts';
import { wantNoDifference, wantNumber, wantPrinted } from './printed.ts';

const wantConvex = (name: string) =>
  wantPrinted(
    `smallest bend of ${name}:`,
    (bend) => bend > -1e-5,
    () => say('{0} itself is not convex: it bends down somewhere.', name),
  );

export const chapter12: readonly Check[] = [
  {
    exercise: '12.2.3',
    wants: [
      wantPrinted(
        'above the chord by',
        (height) => height > 0.001,
        'Between these points the smaller of the two is below its chord.',
      ),
      wantConvex('f'),
      wantConvex('g'),
    ],
    shown: 'The smaller of two convex functions need not be convex.',
  },
  {
    exercise: '12.2.6',
    wants: [
      wantNumber('largest distance from the plane:', 0, 'Points are still {0} away from the plane.'),
      wantNoDifference('a point of the plane should stay where it is.'),
      wantNumber('trace:', 2, 'The trace is {0}: a plane has two dimensions.'),
    ],
    shown: 'A projection onto a subspace is a matrix, and doing it twice changes nothing.',
  },
  {
    exercise: '12.2.8',
    wants: [
      wantNumber(
        'farthest from the centre:',
        1,
        'The farthest projected point is {0} away from the centre, not 1.',
      ),
      wantPrinted(
        'largest difference inside:',
        (difference) => difference < 1e-3,
        'Points inside the ball are moved, by up to {0}.',
      ),
    ],
    shown: 'Projecting onto a convex set brings points nearer to each other, never apart.',
  },
  {
    exercise: '12.3.2',
    wants: [wantNumber('minimum at', (Math.LN2 - 3) / 3, 'The minimum is not at {0}.', 2e-5)],
    shown: 'Comparing values is enough, and each comparison takes the same part of the interval away.',
  },
  {
    exercise: '12.3.3',
    wants: [
      wantPrinted(
        'after 100 steps the flat coordinate is',
        (place) => place > 0.9 && place < 1,
        'The flat coordinate is at {0}: it should be between 0.9 and 1.',
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
        'After ten steps the distance is {0}, and can be below 0.5.',
      ),
    ],
    shown: 'Divided by its own second derivative, every coordinate has the same steepness.',
  },
  {
    exercise: '12.4.1',
    wants: [
      wantPrinted(
        'distance:',
        (distance) => distance < 0.05,
        'On average it is still {0} away from the minimum.',
      ),
      wantPrinted(
        'last rate:',
        (rate) => rate >= 0.001,
        'The last rate is {0}: with that little it would not follow data that changes.',
      ),
    ],
    shown: 'A rate that falls as one over t averages the noise away, and still gets anywhere.',
  },
  {
    exercise: '12.4.3',
    wants: [
      wantPrinted(
        'farthest from what was drawn:',
        (distance) => distance < 0.02,
        'The formula is off by up to {0} from what was drawn.',
      ),
      wantNumber('of a million:', 0.6321, 'Of a million it says {0}; as n grows, it comes to 1 - 1 / e.'),
    ],
    shown: 'With replacement an epoch sees only about 63 % of the examples.',
  },
  {
    exercise: '12.5.2',
    wants: [
      wantNumber('first rate:', 0.5, 'The first epoch has a rate of {0}, not 0.5.'),
      wantPrinted(
        'last rate:',
        (rate) => Math.abs(rate - 0.0005) < 1e-6,
        'The fourth epoch has a rate of {0}, not a thousandth of the first.',
      ),
    ],
    shown: 'The optimizer looks its rate up at each step, so that it can be changed at any time.',
  },
  {
    exercise: '12.5.4',
    wants: [
      wantPrinted(
        'largest difference:',
        (difference) => difference < 1e-5,
        'The two epochs end {0} apart: how many updates are there now?',
      ),
      wantNumber(
        'batch size:',
        120,
        'With minibatches of {0} an epoch over all 120 is more than one update.',
      ),
    ],
    shown: 'Copies change no gradient of the whole, only how many updates an epoch has.',
  },
  {
    exercise: '12.6.2',
    wants: [
      wantPrinted(
        'farthest coordinate:',
        (distance) => distance < 0.01,
        'The farthest coordinate is at {0} still.',
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
        'At this place the gradient has an element of size {0}.',
      ),
      wantNoDifference('put the place into h for the value.'),
    ],
    shown: 'The minimum is where Q x = -c, b less half of c · Q⁻¹ c high.',
  },
  {
    exercise: '12.7.2',
    wants: [wantNoDifference('is the gradient of now in the sum of squares already?')],
    shown: 'Rates along the axes are of little help in a valley that runs across them.',
  },
  {
    exercise: '12.7.4',
    wants: [
      wantNumber('diagonal is off by:', 0, 'The diagonal is off by {0}: it should be all ones.'),
      wantNumber('asymmetry:', 0, 'It is no longer symmetric, by {0}: scale rows and columns alike.'),
      wantPrinted('condition number:', (condition) => condition < 2, 'The condition number is still {0}.'),
    ],
    shown: 'A diagonal is often all that is known of the curvature, and often enough.',
  },
  {
    exercise: '12.8.2',
    wants: [wantNoDifference('which part of the average is old, which is new?')],
    shown: 'With a short memory the steps do not die out, and the valley is followed to its end.',
  },
  {
    exercise: '12.9.2',
    wants: [wantNoDifference('which average of squared changes is in the numerator?')],
    shown: 'The sizes of past steps stand in for a learning rate; two averages are all the memory.',
  },
  {
    exercise: '12.10.2',
    wants: [wantNoDifference('the weights of all gradients so far have to add up to one.')],
    shown: 'An average whose newest weight falls from 1 to 1 - beta has no bias to correct.',
  },
  {
    exercise: '12.11.2',
    wants: [
      wantPrinted(
        'typical distance:',
        (distance) => distance < 0.05,
        'The runs end {0} away from the minimum, on average.',
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
