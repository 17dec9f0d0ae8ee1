import { openFile, runCommand } from '../../scripts/workbench/keyboard';
import { panelPage } from '../../scripts/workbench/panel';
import { openWorkbench, type Workbench } from '../../scripts/workbench/workbench';
import { hoverAt } from './editor';
import { waitForLens } from './lenses';
import { waitForRow } from './side-bar';

const TITLE = 'Get Started with Promptfare';

describe('the walkthrough', function () {
  this.timeout(240_000);
  let workbench: Workbench;

  /** A step that is done has a mark of its own. */
  const done = (step: string) =>
    workbench.page
      .locator(`.getting-started-step[x-dispatch$="#start#${step}"] .codicon-getting-started-step-checked.complete`)
      .first()
      .waitFor({ state: 'attached', timeout: 60_000 });
  const openWalkthrough = async () => {
    await runCommand(workbench.page, 'Welcome: Open Walkthrough...');
    await workbench.page.locator('.quick-input-list .monaco-list-row').getByText(TITLE, { exact: true }).first().click();
    await workbench.page.locator('.getting-started-step').first().waitFor();
  };

  before(async () => {
    workbench = await openWorkbench({ openFile: 'support/assistant.py' });
    await waitForLens(workbench.page, 'claude-sonnet-5-5', 90);
  });
  after(async () => workbench?.close());

  it('has its first steps done by a lens and a hover that are seen', async () => {
    const { page } = workbench;
    await openWalkthrough();
    await openFile(page, 'support/assistant.py');
    await waitForLens(page, 'claude-sonnet-5-5');
    await hoverAt(page, 'messages.create');
    await openWalkthrough();
    await done('lens');
    await done('hover');
  });

  it('shows where the money goes when its button scans the workspace', async () => {
    const { page } = workbench;
    await openWalkthrough();
    await page.locator('.getting-started-step[x-dispatch$="#start#lens"]').click();
    await page.locator('.getting-started-step.expanded').getByRole('button', { name: 'Scan Workspace' }).click();
    await waitForRow(page, /\$.*assistant\.py/);
  });

  it('leads to the estimator, which does the last step', async () => {
    await runCommand(workbench.page, 'Promptfare: Open the Spend Estimator');
    await panelPage(workbench.page, '[data-part=today]');
    await openWalkthrough();
    await done('estimator');
  });
});
