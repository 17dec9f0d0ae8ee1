import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';
import { screenshot, setTheme } from '../../scripts/workbench/appearance';
import { openFile, runCommand } from '../../scripts/workbench/keyboard';
import { painted } from '../../scripts/workbench/panel';
import { openWorkbench, type Workbench } from '../../scripts/workbench/workbench';
import { hoverAt, quickFixTitles, savedText, selectText, takeQuickFix, visibleText } from './editor';
import { hoverTable, numberIn } from './hover-table';
import { lensTexts, waitForLens, waitForNoLens } from './lenses';
import { problems, waitForNoProblem, waitForProblem } from './problems';
import { clickRow, openView, waitForRow } from './side-bar';
import { until } from './until';

describe('a new user on the examples', function () {
  this.timeout(180_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ openFile: 'support/assistant.py' });
  });
  after(async () => workbench?.close());

  it('sees a lens with tokens and dollars over the call', async () => {
    const lens = await waitForLens(workbench.page, 'claude-sonnet-5-5', 90);
    assert.match(lens, /^≈?[\d,]+\+? in .*→ ≤1,024 out · \$\d+\.\d+\+?\/call · claude-sonnet-5-5 · 1 saving −\$\d+\.\d+\/1k$/);
    await selectText(workbench.page, 'response = await');
    await screenshot(workbench.page, 'lens-dark');
  });

  it('hovers over the callee and gets a table that adds up', async () => {
    await hoverAt(workbench.page, 'messages.create');
    const [head, ...rows] = await hoverTable(workbench.page);
    assert.equal(head?.length, 4);
    const total = rows.find(row => row[0] === 'Input');
    const parts = rows.slice(0, total === undefined ? 0 : rows.indexOf(total));
    assert.ok(total !== undefined && parts.length >= 3, JSON.stringify(rows));
    for (const column of [1, 2]) {
      const sum = parts.reduce((added, row) => added + (numberIn(row[column]) ?? 0), 0);
      assert.ok(Math.abs(sum - (numberIn(total[column]) ?? Number.NaN)) < 1e-6, `column ${column}: ${JSON.stringify(rows)}`);
    }
    await screenshot(workbench.page, 'hover-dark');
    await workbench.page.keyboard.press('Escape');
  });

  it('sees what the timestamp costs, and moves it behind the cache breakpoint with one fix', async () => {
    await waitForProblem(workbench.page, /^.*About \$\d+\.\d+ per 1,000 calls wasted: `datetime\.now\(\)` changes with every call/);
    await selectText(workbench.page, 'datetime.now()');
    const titles = await quickFixTitles(workbench.page, () => screenshot(workbench.page, 'fix-dark'));
    const title = titles.find(candidate => /^Move datetime\.now\(\) .*\(saves \$\d+\.\d+ per 1,000 calls\)$/.test(candidate));
    assert.ok(title !== undefined, titles.join('\n'));
    const before = await savedText(workbench, 'support/assistant.py');
    await takeQuickFix(workbench.page, title);
    await waitForNoProblem(workbench.page, 'datetime.now()');
    const after = await savedText(workbench, 'support/assistant.py');
    assert.equal(
      after,
      before.replace(
        `                    "text": f"Current date and time: {datetime.now():%A %d %B %Y, %H:%M}\\n\\n{SUPPORT_PROMPT}",
                    "cache_control": {"type": "ephemeral"},
                }
`,
        `                    "text": f"{SUPPORT_PROMPT}",
                    "cache_control": {"type": "ephemeral"},
                },
                {
                    "type": "text",
                    "text": f"Current date and time: {datetime.now():%A %d %B %Y, %H:%M}",
                }
`,
      ),
    );
    assert.match(await waitForLens(workbench.page, 'cacheable'), /\(≈[\d,]+ cacheable\).*claude-sonnet-5-5$/);
    await selectText(workbench.page, 'SUPPORT_PROMPT}');
    await workbench.page.keyboard.press('ControlOrMeta+Z');
    await waitForProblem(workbench.page, 'datetime.now()');
    assert.equal(await savedText(workbench, 'support/assistant.py'), before);
  });

  it('moves the timestamp of a TypeScript route to the end of its prompt', async () => {
    await openFile(workbench.page, 'routes/draft-reply.ts');
    await waitForLens(workbench.page, 'gpt-5.4');
    await selectText(workbench.page, 'new Date().toISOString()');
    await takeQuickFix(workbench.page, 'Move new Date().toISOString() behind the static text');
    await waitForNoProblem(workbench.page, 'toISOString');
    const text = await savedText(workbench, 'web/src/routes/draft-reply.ts');
    assert.match(text, /instructions: `You draft replies for the support team/);
    assert.match(text, /In a chat there is no signature\.\n\nIt is now \$\{new Date\(\)\.toISOString\(\)\}\.`,/);
  });

  it('caps an output', async () => {
    await openFile(workbench.page, 'support/classifier.py');
    await selectText(workbench.page, 'gpt-6-luna');
    assert.match(await waitForLens(workbench.page, 'gpt-6-luna'), /no cap/);
    await selectText(workbench.page, 'chat.completions.create');
    await takeQuickFix(workbench.page, 'Cap the output at');
    await waitForNoProblem(workbench.page, 'No output cap');
    assert.match(
      await savedText(workbench, 'support/classifier.py'),
      /response_format=\{"type": "json_object"\},\n {8}max_completion_tokens=\d+,\n {4}\)/,
    );
    await waitForLens(workbench.page, /≤[\d,]+ out.*gpt-6-luna/);
  });

  it('reads prompt files, and writes their cap', async () => {
    await openFile(workbench.page, 'product-question.prompt');
    assert.match(await waitForLens(workbench.page, 'gemini-3.8-flash'), /no cap/);
    await selectText(workbench.page, 'googleai/gemini-3.8-flash');
    await takeQuickFix(workbench.page, 'Cap the output at');
    const text = await savedText(workbench, 'prompts/product-question.prompt');
    assert.match(text, /config:\n {2}temperature: 0\.3\n {2}maxOutputTokens: \d+\n/);
    await openFile(workbench.page, 'refund-decision.prompty');
    assert.match(await waitForLens(workbench.page, 'gpt-6-sol'), /≤1,500 out/);
  });

  it('counts a selection in the status bar, in any file', async () => {
    await openFile(workbench.page, 'README.md');
    await workbench.page.keyboard.press('ControlOrMeta+A');
    const status = workbench.page.locator('.statusbar-item', { hasText: /\d+ tok/ });
    await status.first().waitFor();
  });

  it('switches lenses off and on again in the window', async () => {
    await openFile(workbench.page, 'support/summariser.py');
    await selectText(workbench.page, 'gpt-6-luna');
    await waitForLens(workbench.page);
    await runCommand(workbench.page, 'Promptfare: Toggle Code Lenses');
    await waitForNoLens(workbench.page);
    await runCommand(workbench.page, 'Promptfare: Toggle Code Lenses');
    await waitForLens(workbench.page);
  });

  it('finds clean files clean', async () => {
    for (const [file, model] of [
      ['support/summariser.py', 'gpt-6-luna'],
      ['routes/chat.ts', 'claude-sonnet-5-5'],
      ['routes/suggest-replies.ts', 'gpt-6-luna'],
    ] as const) {
      await openFile(workbench.page, file);
      await selectText(workbench.page, model);
      await waitForLens(workbench.page, model);
      const name = file.split('/').at(-1) ?? file;
      assert.deepEqual(
        (await problems(workbench.page)).filter(text => text.includes(name)),
        [],
      );
    }
    assert.equal((await lensTexts(workbench.page)).length, 1);
  });

  it('shows in the side bar where the money goes, and opens the call that is clicked', async () => {
    await openView(workbench.page, 'Promptfare');
    const rows = await waitForRow(workbench.page, /^\$.*support/);
    assert.ok(rows.length > 5, rows.join('\n'));
    await screenshot(workbench.page, 'spend-dark');
    await clickRow(workbench.page, /no-dynamic-prefix/);
    await screenshot(workbench.page, 'savings-dark');
  });

  it('lists savings by money, and shows the arithmetic of all fixes together', async () => {
    const { page } = workbench;
    await page.getByRole('button', { name: 'List Savings by Money' }).click();
    await waitForRow(page, /−\$[\d.]+\/1k.*no-dynamic-prefix/);
    await clickRow(page, /−\$[\d.]+\/1k.*fixes together/);
    await page
      .locator('.tab', { hasText: /savings/ })
      .first()
      .waitFor();
    const { frame, text } = await frameThatSays(page, /Saved: \$[\d.]+ − \$[\d.]+ = \$[\d.]+/);
    assert.match(text, /What \d+ fixes save together: \$[\d.]+ for 1,000 calls/);
    await painted(frame);
    await screenshot(page, 'savings-explained-dark');
  });

  it('says of a prompt file which call sends it, and leads there', async () => {
    await openFile(workbench.page, 'tone-review.md');
    // Counted as that model counts: a band of a fifth, where a prompt of which nobody knows who sends it has one of four fifths.
    await waitForLens(workbench.page, /≈\d+ in .*sent by review_tone/);
    await workbench.page.locator('.editor-group-container.active .codelens-decoration a', { hasText: 'sent by' }).first().click();
    await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: ', which sends it' }).first().click();
    await workbench.page.locator('.tab.active', { hasText: 'review.py' }).waitFor();
  });

  it('looks right in light too', async () => {
    await setTheme(workbench.page, 'light');
    await openFile(workbench.page, 'support/assistant.py');
    await selectText(workbench.page, 'claude-sonnet-5-5');
    await waitForLens(workbench.page, 'claude-sonnet-5-5');
    await hoverAt(workbench.page, 'messages.create');
    await screenshot(workbench.page, 'hover-light');
    await workbench.page.keyboard.press('Escape');
    await openFile(workbench.page, 'refund-decision.prompty');
    await waitForLens(workbench.page, 'gpt-6-sol');
    await screenshot(workbench.page, 'prompty-light');
    assert.ok((await visibleText(workbench.page)).length > 0);
  });
});

/** The web view whose text says so. */
async function frameThatSays(page: Page, wanted: RegExp): Promise<{ readonly frame: Frame; readonly text: string }> {
  const read = async () => {
    // A frame that is being replaced answers nothing.
    const texts = page.frames().map(async frame => {
      const text = await frame
        .locator('body')
        .first()
        .textContent({ timeout: 2000 })
        .catch(() => '');
      return { frame, text: text ?? '' };
    });
    return (await Promise.all(texts)).find(({ text }) => wanted.test(text));
  };
  return (await until(read, found => found !== undefined)) ?? assert.fail(`no frame says ${wanted}`);
}

describe('a folder that nobody has trusted', function () {
  this.timeout(120_000);

  it('is analysed all the same', async () => {
    const workbench = await openWorkbench({ openFile: 'support/assistant.py', restricted: true });
    try {
      await waitForLens(workbench.page, 'claude-sonnet-5-5', 90);
      await waitForProblem(workbench.page, 'datetime.now()');
    } finally {
      await workbench.close();
    }
  });
});
