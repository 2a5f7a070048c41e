/** The way from a data set that is missing to a network that has learned from it. */
import assert from 'node:assert/strict';
import { closeEditors } from './extension.ts';
import { takeSevenSteps } from './seven-steps.ts';
import { windowIsReachable } from './window.ts';

(windowIsReachable ? describe : describe.skip)('from "Fashion-MNIST is missing"', () => {
  after(closeEditors);

  it('to a trained softmax regression are seven steps', async () => {
    const steps: string[] = [];
    const { results } = await takeSevenSteps((step) => Promise.resolve(void steps.push(step)));
    assert.deepEqual(steps, ['missing', 'trained', 'listed']);
    const [fit] = results.fits;
    const accuracy = fit?.curves.find(({ label }) => label === 'val_acc')?.last?.[1];
    assert.ok(Number(accuracy) > 0.8, `an accuracy of ${String(accuracy)}`);
    assert.equal(fit?.predictions?.classes[0], 't-shirt');
    assert.deepEqual(
      fit?.layers?.layers.map(({ type }) => type),
      ['Flatten', 'Linear'],
    );
  });
});
