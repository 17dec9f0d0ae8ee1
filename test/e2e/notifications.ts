import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { runCommand } from '../../scripts/workbench/keyboard';
import { until } from './until';

/**
 * The notification that says what is wanted, once there is one, with the list of them open. A window under test shows none by itself, and an
 * empty list goes away before anything is said.
 */
export async function notified(page: Page, wanted: RegExp): Promise<Locator> {
  const said = page.locator('.notifications-center .notification-list-item', { hasText: wanted }).first();
  const isSaid = async () => {
    await runCommand(page, 'Notifications: Show Notifications');
    return said.waitFor({ timeout: 10_000 }).then(
      () => true,
      () => false,
    );
  };
  assert.ok(await until(isSaid, Boolean, 90), `nothing was said like ${wanted}`);
  return said;
}
