/** Checks of the workbook's chapter 2: preliminaries. */

import type { Check } from './check.ts';
import { wantNoDifference, wantNumber } from './printed.ts';

export const chapter2: readonly Check[] = [
  {
    exercise: '2.1.1',
    wants: [
      wantNumber(
        'elements of X below those of Y:',
        4,
        '{0} elements are True; of X four are below those of Y.',
      ),
    ],
    shown: 'Comparisons work element by element, and give a tensor of booleans.',
  },
  {
    exercise: '2.1.2',
    wants: [
      wantNumber('elements:', 24, 'The sum has {0} elements, and should have 2 x 3 x 4.'),
      wantNumber('axes of a and b:', 6, 'The two have {0} axes together, not three each.'),
    ],
    shown: 'Axes of size 1 are stretched: 6 and 4 elements make 24.',
  },
  {
    exercise: '2.3.3',
    wants: [
      wantNoDifference('which sums of two elements are given?'),
      wantNumber('A is itself symmetric:', 0, 'This A is symmetric, hence half of S: there are others.'),
    ],
    shown: 'Every symmetric matrix is such a sum, in many ways.',
  },
  {
    exercise: '2.3.5',
    wants: [wantNumber('wrong answers:', 0, 'For {0} of the shapes len() says something else.')],
    shown: 'len() is the length of the first axis.',
  },
  {
    exercise: '2.3.6',
    wants: [wantNoDifference('each row should sum to 1.')],
    shown: 'With keepdim=True each sum stands beside its own row.',
  },
  {
    exercise: '2.3.8',
    wants: [wantNumber('right shapes:', 3, '{0} of the three shapes are right.')],
    shown: 'A sum over an axis takes that axis away.',
  },
  {
    exercise: '2.3.9',
    wants: [wantNoDifference('think of all elements as one long vector.')],
    shown: 'It is the length of all elements as one vector.',
  },
  {
    exercise: '2.3.10',
    wants: [
      wantNumber(
        '(A @ B) @ C takes',
        2 ** 31 + 2 ** 29,
        'The first order does not take {0} multiplications.',
        1e-4,
      ),
      wantNumber(
        'A @ (B @ C) takes',
        2 ** 35 + 2 ** 40,
        'The second order does not take {0} multiplications.',
        1e-4,
      ),
    ],
    shown: 'The same matrix, and one order takes more than 400 times the work.',
  },
  {
    exercise: '2.3.12',
    wants: [
      wantNumber('length of the last axis:', 3, 'The last axis has the length {0}, not 3.'),
      wantNoDifference('which index takes the second along the last axis?'),
    ],
    shown: 'A stack has one axis more, wherever you want it.',
  },
  {
    exercise: '2.4.4',
    wants: [wantNoDifference('both the base and the exponent depend on x.')],
    shown: 'x**x * (log(x) + 1): one term for the base, one for the exponent.',
  },
  {
    exercise: '2.4.6',
    wants: [
      wantNumber('slope of the tangent:', 4, 'The slope of f at 1 is not {0}.'),
      wantNumber('the tangent at x = 1:', 0, 'The line is at {0} for x = 1, where f is 0.'),
    ],
    shown: 'The line touches the curve, and has its slope there.',
  },
  {
    exercise: '2.4.7',
    wants: [wantNoDifference('one partial derivative for each variable.')],
    shown: 'Each partial derivative takes the other variable for a constant.',
  },
  {
    exercise: '2.4.8',
    wants: [wantNoDifference('the chain rule divides by the norm.')],
    shown: 'The gradient of a length has length 1 everywhere but at zero, where there is none.',
  },
  {
    exercise: '2.5.2',
    wants: [
      wantNumber('backward passes:', 2, 'The second pass fails still: the graph has to be kept.'),
      wantNumber('x.grad[3] =', 24, 'x.grad[3] is {0}; the gradients of two passes add up to 24.'),
    ],
    shown: 'A kept graph can be gone through again, and gradients add up.',
  },
  {
    exercise: '2.5.3',
    wants: [wantNoDifference('all outputs count, each once.')],
    shown: 'backward() of a vector needs weights for its elements: ones give the gradient of the sum.',
  },
  {
    exercise: '2.5.4',
    wants: [wantNoDifference('the gradient of the sum holds the slopes.')],
    shown: 'The slope of the sine, without knowing that it is the cosine.',
  },
  {
    exercise: '2.5.6',
    wants: [wantNoDifference('look at the derivatives of log(x**2) and of 1 / x.')],
    shown: 'Along the graph each step needs its own derivative only.',
  },
  {
    exercise: '2.6.3',
    wants: [
      wantNumber('tosses:', 10_000, 'With {0} tosses the deviation is not a tenth of that of 100.', 0.03),
    ],
    shown: 'Ten times the precision takes a hundred times the tosses.',
  },
  {
    exercise: '2.6.5',
    wants: [
      wantNumber('both, at least:', 0.3, 'Both can be rarer, or not so rare, as {0}.'),
      wantNumber('both, at most:', 0.6, 'Both happen with at most another probability than {0}.'),
      wantNumber('either, at least:', 0.7, 'At least one of them happens more surely than {0} says.'),
      wantNumber('either, at most:', 1, '{0} is not the most that can be covered.'),
    ],
    shown: 'Without knowing how two events depend on each other, probabilities have bounds only.',
  },
  {
    exercise: '2.6.7',
    wants: [
      wantNumber(
        'after one positive test:',
        0.014654,
        'After one positive test it is not {0}: how many of the found are healthy?',
        1e-4,
      ),
      wantNumber(
        'after two positive tests:',
        0.068574,
        'After two positive tests it is not {0}: how often is a healthy person found twice?',
        1e-4,
      ),
    ],
    shown:
      'For a rare disease most of the found are healthy, and a weakness that tests share makes the second one worth less.',
  },
];
