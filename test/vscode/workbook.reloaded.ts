/** After a real reload of the window: the progress with the workbook, as `workbook.suite.ts` left it. */
import assert from 'node:assert/strict';
import { testing } from './extension.ts';

describe('the workbook after a reload of the window', () => {
  it('still has its solved exercise, and nothing that was not done', async () => {
    const progress = await (await testing()).progress();
    assert.equal(progress['3.4.6'], 'solved');
    assert.equal(progress['3.7.4'], 'new');
  });
});
