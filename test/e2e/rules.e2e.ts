import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { screenshot } from '../../scripts/workbench/appearance';
import { openFile } from '../../scripts/workbench/keyboard';
import { openWorkbench, type Workbench } from '../../scripts/workbench/workbench';
import { quickFixTitles, savedText, selectText, takeQuickFix } from './editor';
import { waitForLens } from './lenses';
import { waitForNoProblem, waitForProblem } from './problems';

const RULES = Array.from(
  { length: 120 },
  (_, index) => `Rule ${index + 1}: case ${index * 7} goes to desk ${index * 3}, and no other.`,
).join('\n');

const CACHING = `import boto3

from desks import RULES

bedrock = boto3.client("bedrock-runtime", region_name="us-east-1")


def route(case):
    return bedrock.converse(
        modelId="anthropic.claude-sonnet-4-6",
        system=[{"text": RULES}],
        messages=[{"role": "user", "content": [{"text": case}]}],
        inferenceConfig={"maxTokens": 200},
    )
`;
const OUTPUT = `from openai import OpenAI

client = OpenAI()


def title(text):
    return client.chat.completions.create(
        model="gpt-5.4",
        max_tokens=9000,
        messages=[{"role": "user", "content": f"A title for this: {text}"}],
    )
`;
const MODEL = `import anthropic
from openai import OpenAI

claude = anthropic.Anthropic()
openai = OpenAI()


def summarise(report):
    return claude.messages.create(
        model="claude-3-5-sonnet-20241022",
        max_tokens=2000,
        messages=[{"role": "user", "content": report}],
    )


def label(ticket):
    return openai.chat.completions.create(
        model="gpt-3.5-turbo",
        temperature=0,
        max_completion_tokens=20,
        messages=[{"role": "user", "content": ticket}],
    )
`;

describe('a user who gets findings mended', function () {
  this.timeout(180_000);
  let workbench: Workbench;
  let folder = '';

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'promptfare-rules-'));
    for (const [name, text] of [
      ['desks.py', `RULES = """${RULES}"""\n`],
      ['caching.py', CACHING],
      ['output.py', OUTPUT],
      ['model.py', MODEL],
    ] as const)
      await writeFile(path.join(folder, name), text);
    workbench = await openWorkbench({ workspace: folder, openFile: 'caching.py' });
    await waitForLens(workbench.page, 'claude-sonnet-4-6', 90);
  });
  after(async () => {
    await workbench?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('caching: asks for the cache where a provider has to be asked', async () => {
    const { page } = workbench;
    await waitForProblem(page, /About \$\d+\.\d+ per 1,000 calls could be saved: [\d,]+ static tokens are paid in full in every call/);
    await selectText(page, 'bedrock.converse');
    await takeQuickFix(page, 'Add a cache breakpoint behind the system prompt');
    await waitForNoProblem(page, 'could be saved');
    assert.equal(
      await savedText(workbench, 'caching.py'),
      CACHING.replace('system=[{"text": RULES}]', 'system=[{"text": RULES}, {"cachePoint": {"type": "default"}}]'),
    );
    await waitForLens(page, /≈[\d,]+ cacheable/);
  });

  it('output: names the cap as the API wants it', async () => {
    const { page } = workbench;
    await openFile(page, 'output.py');
    await waitForLens(page, 'gpt-5.4');
    await waitForProblem(page, /max_tokens/);
    await selectText(page, 'max_tokens');
    await takeQuickFix(page, 'Rename max_tokens to max_completion_tokens');
    await waitForNoProblem(page, 'max_tokens');
    assert.equal(await savedText(workbench, 'output.py'), OUTPUT.replace('max_tokens', 'max_completion_tokens'));
  });

  it('model: replaces a retired one, and offers to say why another can’t be', async () => {
    const { page } = workbench;
    await openFile(page, 'model.py');
    await waitForProblem(page, 'shut `claude-3-5-sonnet-20241022` down');
    await selectText(page, 'claude-3-5-sonnet-20241022');
    await takeQuickFix(page, 'Replace claude-3-5-sonnet-20241022 with claude-sonnet-4-6');
    await waitForNoProblem(page, 'claude-3-5-sonnet-20241022');
    assert.equal(await savedText(workbench, 'model.py'), MODEL.replace('claude-3-5-sonnet-20241022', 'claude-sonnet-4-6'));
    await selectText(page, 'gpt-3.5-turbo');
    const titles = await quickFixTitles(page, () => screenshot(page, 'rules-model'));
    assert.ok(
      titles.includes('Why can’t this be fixed?') && !titles.some(title => title.startsWith('Replace gpt-3.5-turbo')),
      titles.join('\n'),
    );
  });
});
