import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { repositoryRoot } from '../repository';
import { runCommand } from '../workbench/keyboard';
import { panelPage } from '../workbench/panel';
import { openWorkbench } from '../workbench/workbench';
import { type Measurement, percentile } from './measurement';

const PATIENCE_MS = 120_000;
const FILES = 50;
const CALLS_PER_FILE = 10;
const ROUNDS = 30;

/** A lever is moved in the estimator of a workspace with 500 calls: from the input's event until the browser has painted what follows. */
export async function measureEstimator(): Promise<Measurement[]> {
  const folder = await workspace();
  const workbench = await openWorkbench({ workspace: folder, extension: repositoryRoot });
  try {
    await runCommand(workbench.page, 'Promptfare: Open the Spend Estimator');
    const panel = await panelPage(workbench.page, '[data-part=today]');
    await panel.locator('[data-part=today]', { hasText: 'a month' }).waitFor({ timeout: PATIENCE_MS });
    await panel.locator('[data-lever=batch]').click();
    await panel.locator('[data-tab=waterfall]').click();
    const field = panel.locator('[data-field="batch.share"] input');
    const drawn: number[] = [];
    for (let round = 1; round <= ROUNDS; round++) drawn.push(await field.evaluate(drawChange, String(round * 3)));
    const name = `estimator: lever moved → drawn, ${FILES * CALLS_PER_FILE} calls`;
    return [
      { name: `${name}, median`, value: percentile(drawn, 0.5), unit: 'ms' },
      { name: `${name}, p95`, value: percentile(drawn, 0.95), unit: 'ms' },
    ];
  } finally {
    await workbench.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs in the page: milliseconds until the frame behind the one in which the new figures stand. */
async function drawChange(field: Element, value: string): Promise<number> {
  const before = document.querySelector('[data-part=after]')?.textContent;
  const started = performance.now();
  (field as HTMLInputElement).value = value;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  while (document.querySelector('[data-part=after]')?.textContent === before) {
    if (performance.now() - started > 10_000) throw new Error('The figures stay as they were');
    await new Promise(requestAnimationFrame);
  }
  await new Promise(requestAnimationFrame);
  return performance.now() - started;
}

async function workspace(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'promptfare-estimator-'));
  for (let file = 0; file < FILES; file++) {
    const calls = Array.from(
      { length: CALLS_PER_FILE },
      (_, call) => `
def answer_${call}(question):
    return client.responses.create(
        model="${call % 2 === 0 ? 'gpt-5.4' : 'gpt-6-luna'}",
        max_output_tokens=${200 + file + call},
        instructions="You answer for shop ${file}, desk ${call}. Be short, and name the page of the manual.",
        input=question,
    )
`,
    );
    await writeFile(path.join(folder, `desk_${file}.py`), `from openai import OpenAI\n\nclient = OpenAI()\n${calls.join('\n')}`);
  }
  await writeFile(path.join(folder, 'promptfare.json'), '{"version": 1, "calls": {"**": {"callsPerDay": 400}}}\n');
  return folder;
}
