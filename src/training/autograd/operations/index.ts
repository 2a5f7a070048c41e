/** All operations: importing this module declares them. */
import './activations.ts';
import './arithmetic.ts';
import './broadcasting.ts';
import './conversion.ts';
import './convolution.ts';
import './creation.ts';
import './functions.ts';
import './indexing.ts';
import './losses.ts';
import './powers.ts';
import './products.ts';
import './random.ts';
import './selection.ts';
import './slicing.ts';
import './sums.ts';
import './extremes.ts';
import './joining.ts';
import './remainders.ts';
import './statistics.ts';
import './views.ts';

export { declarations } from '../operation.ts';
