import { openWorkbench, type Workbench } from '../../scripts/workbench/workbench';
import { waitForLens } from './lenses';
import { notified } from './notifications';

describe('another currency', function () {
  this.timeout(240_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ openFile: 'support/assistant.py', userSettings: { 'promptfare.currency': 'EUR' } });
    await waitForLens(workbench.page, /· \$[\d.]+\+\/call ·/, 90);
  });
  after(async () => workbench?.close());

  it('is asked for its rate in the window, and written as soon as that is stated', async () => {
    const { page } = workbench;
    const notice = await notified(page, /Amounts stay in US dollars until you state how many EUR one is\./);
    await notice.getByRole('button', { name: 'State the Rate…' }).click();
    const input = page.locator('.quick-input-widget input[type=text]');
    await input.fill('0,87');
    await page.locator('.quick-input-widget', { hasText: 'Type a number above 0, such as 0.87.' }).waitFor();
    await input.fill('0.87');
    await input.press('Enter');
    await waitForLens(page, /· €[\d.]+\+\/call ·/);
  });
});
