/** All operations: importing this module declares them. */
import './arithmetic.ts';
import './broadcasting.ts';
import './conversion.ts';
import './creation.ts';
import './functions.ts';
import './indexing.ts';
import './powers.ts';
import './products.ts';
import './random.ts';
import './selection.ts';
import './slicing.ts';
import './sums.ts';
import './views.ts';

export { declarations } from '../operation.ts';
