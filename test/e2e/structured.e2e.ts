import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { screenshot, setTheme } from '../../scripts/workbench/appearance';
import { runCommand } from '../../scripts/workbench/keyboard';
import { openWorkbench, type Workbench } from '../../scripts/workbench/workbench';
import { openQuickFixes, savedText, selectText } from './editor';
import { waitForLens } from './lenses';
import { until } from './until';

const INVOICES = `import json

from openai import OpenAI

client = OpenAI()

PROMPT = """You read invoices for an accountant. Never guess an amount.

Return only valid JSON in this format:
{
  "vendor": "the name of the seller",
  "total": 12,
  "due": "2026-01-31"
}
Do not wrap it in code fences."""


def read_invoice(text: str) -> dict:
    response = client.chat.completions.create(
        model="gpt-5.4",
        messages=[{"role": "system", "content": PROMPT}, {"role": "user", "content": text}],
        max_completion_tokens=400,
    )
    invoice = json.loads(response.choices[0].message.content)
    return invoice
`;
const BY_SCHEMA = `from openai import OpenAI
from pydantic import BaseModel, Field


class Invoice(BaseModel):
    vendor: str = Field(description="the name of the seller")
    total: float
    due: str | None


client = OpenAI()

PROMPT = """You read invoices for an accountant. Never guess an amount."""


def read_invoice(text: str) -> dict:
    response = client.chat.completions.parse(
        model="gpt-5.4",
        messages=[{"role": "system", "content": PROMPT}, {"role": "user", "content": text}],
        max_completion_tokens=400,
        response_format=Invoice,
    )
    invoice = response.choices[0].message.parsed.model_dump()
    return invoice
`;

describe('a user whose prompt asks for JSON', function () {
  this.timeout(180_000);
  let workbench: Workbench;
  let folder = '';

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'promptfare-structured-'));
    await writeFile(path.join(folder, 'invoices.py'), INVOICES);
    workbench = await openWorkbench({ workspace: folder, openFile: 'invoices.py' });
    await waitForLens(workbench.page, 'gpt-5.4', 90);
  });
  after(async () => {
    await workbench?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const questions = (page: Page) => page.locator('.quick-input-widget');
  const tick = (page: Page, field: string) =>
    questions(page)
      .locator('.monaco-list-row', { hasText: field })
      .first()
      .locator('input[type=checkbox], .monaco-checkbox')
      .first()
      .click();
  const confirm = (page: Page) => questions(page).getByText('OK', { exact: true }).click();

  const take = async (page: Page) => {
    await selectText(page, 'chat.completions.create');
    await openQuickFixes(page);
    await page.locator('.action-widget .monaco-list-row', { hasText: 'Ask for the answer by a schema, made from the example' }).click();
    await questions(page).getByText('Which of these numbers may have decimals?').waitFor();
  };

  it('changes nothing where a question is left open', async () => {
    const { page } = workbench;
    await take(page);
    await page.keyboard.press('Escape');
    await questions(page).waitFor({ state: 'hidden' });
    assert.equal(await savedText(workbench, 'invoices.py'), INVOICES);
  });

  it('is asked what one example can’t tell, sees the whole change, and takes it as one', async () => {
    const { page } = workbench;
    await take(page);
    await tick(page, 'total');
    await confirm(page);
    await questions(page).getByText('Which of these may be missing').waitFor();
    await tick(page, 'due');
    await screenshot(page, 'structured-question');
    await confirm(page);
    await page.locator('.monaco-diff-editor .view-line', { hasText: 'response_format=Invoice' }).first().waitFor();
    // Both sides side by side, without the folder's files.
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    await page.mouse.move(640, 780);
    await screenshot(page, 'structured-dark');
    await setTheme(page, 'light');
    await screenshot(page, 'structured-light');
    await setTheme(page, 'dark');
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    assert.equal(await readFile(path.join(workbench.folder, 'invoices.py'), 'utf8'), INVOICES, 'nothing is changed before it is confirmed');
    await page.getByRole('button', { name: /^Apply the Fix/ }).click();
    await page.locator('.monaco-diff-editor').first().waitFor({ state: 'detached' });
    const saved = await until(
      () => savedText(workbench, 'invoices.py'),
      text => text === BY_SCHEMA,
    );
    assert.equal(saved, BY_SCHEMA);
  });
});
