import assert from 'node:assert/strict';
import type { TaskReading } from '../../../../src/core/routing/task-class';
import type { WorkspaceFile } from '../../../../src/core/workspace-file/file-schema';
import { analyseIn, DEFAULT_SETTINGS, type FixtureSettings } from '../rules/fixture/project';

const URI = 'file:///project/call.py';

function call(prompt: string, options = '', above = ''): string {
  return `from openai import OpenAI

client = OpenAI()


def ask(text):
    ${above}
    return client.chat.completions.create(model="gpt-5.4", messages=[{"role": "user", "content": f"${prompt} {text}"}]${options})
`;
}

function stated(calls: NonNullable<WorkspaceFile['calls']>): FixtureSettings {
  return { ...DEFAULT_SETTINGS, stated: { folder: 'file:///project', traffic: {}, features: {}, calls, tasks: {}, budgets: {} } };
}

async function read(
  text: string,
  settings: FixtureSettings = DEFAULT_SETTINGS,
  uri = URI,
): Promise<TaskReading & { readonly problems: readonly string[] }> {
  const { analysis } = await analyseIn(new Map([[uri, text]]), uri, settings);
  const task = analysis.quotes[0]?.task;
  assert.ok(task);
  return { ...task, problems: analysis.problems.map(({ message }) => message) };
}

describe('the kind of task of a request', () => {
  it('comes with the words that say it, where they stand', async () => {
    const text = call('Translate this to German:');
    const { task, certainty, evidence } = await read(text);
    assert.deepEqual([task, certainty], ['translation', 'high']);
    const [first] = evidence;
    assert.equal(first?.quote, 'Translate');
    assert.equal(first?.at && text.slice(first.at.start, first.at.end), 'Translate');
  });

  it('counts the cap, which is evidence, too', async () => {
    const { task, evidence } = await read(call('Is this spam? Answer yes or no.', ', max_completion_tokens=5'));
    assert.equal(task, 'classification');
    assert.ok(evidence.some(({ quote }) => quote === 'max_completion_tokens 5'));
  });

  it('is unclear where nothing, or too much, is asked', async () => {
    assert.equal((await read(call(''))).task, 'unclear');
    assert.equal((await read(call('Hello!'))).task, 'unclear');
    assert.equal((await read(call('Summarize the text, translate it to French and write a poem about it.'))).task, 'unclear');
  });

  it('does not come from what is not to be done', async () => {
    assert.equal((await read(call('Never translate the text. Do not summarize it.'))).task, 'unclear');
  });

  it('is what a comment says, on the line above or behind the call', async () => {
    const above = await read(call('Translate this:', '', '# promptfare: task=multi-step-reasoning'));
    assert.deepEqual([above.task, above.certainty], ['multi-step reasoning', 'stated']);
    assert.equal(above.evidence[0]?.quote, 'promptfare: task=multi-step-reasoning');
    const behind = await read(call('Translate this:').replace(/\)\n$/, ')  # promptfare: task=unclear\n'));
    assert.deepEqual([behind.task, behind.certainty], ['unclear', 'stated']);
  });

  it('is a problem where a comment names no class, and then unclear', async () => {
    const { task, problems } = await read(call('Translate this:', '', '# promptfare: task=magic because'));
    assert.equal(task, 'unclear');
    assert.match(problems[0] ?? '', /“magic” is no kind of task\. Write one of: classification, /);
  });

  it('is what the workspace says, unless a comment says otherwise', async () => {
    const settings = stated({ '#ask/openai-chat#0': { taskClass: 'code' } });
    assert.deepEqual((({ task, certainty }) => [task, certainty])(await read(call('Translate this:'), settings)), ['code', 'stated']);
    const withFile = stated({ 'call.py#ask/openai-chat#0': { taskClass: 'unclear' } });
    assert.equal((await read(call('Translate this:'), withFile)).task, 'unclear');
    const commented = await read(call('Translate this:', '', '# promptfare: task=extraction'), settings);
    assert.equal(commented.task, 'extraction');
  });

  it('is what a comment in the head of a prompt file says', async () => {
    const prompt = `---
# promptfare: task=short-answer
name: x
model:
  api: chat
  configuration:
    type: openai
    name: gpt-5.4
---
system:
Summarize the text.
user:
{{text}}
`;
    assert.equal((await read(prompt, DEFAULT_SETTINGS, 'file:///project/a.prompty')).task, 'short answer');
  });
});
