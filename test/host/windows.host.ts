import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, eventually, findings, hoverAt, lensTitles, openFile, openText, quickFixes, replaceIn, ruleOf } from './editor-steps';
import { CALL } from './samples';

describe('the windows', () => {
  afterEach(closeEditors);

  it('show a lens with tokens, cap, money and model over a call of the examples', async () => {
    const document = await openFile('support/assistant.py');
    const [title] = await eventually(
      () => lensTitles(document),
      titles => titles.length > 0,
    );
    assert.match(title ?? '', /[\d,]+\+? in .*→ ≤1,024 out · \$[\d.,–$]+\+?\/call · claude-sonnet-5-5/);
  });

  it('show a lens at the head of a prompt file', async () => {
    const document = await openFile('prompts/refund-decision.prompty');
    const [title] = await eventually(
      () => lensTitles(document),
      titles => titles.length === 1,
    );
    assert.match(title ?? '', /→ ≤1,500 out .* · gpt-6-sol/);
  });

  it('explain a call on its callee, and a model on its id, but nothing on the prompt', async () => {
    const document = await openText('python', CALL);
    await eventually(
      () => lensTitles(document),
      titles => titles.length === 1,
    );
    const callee = await hoverAt(document, 'completions.create');
    assert.match(callee, /\| Part \| Tokens \| \$\sper\s1k\scalls \| Why \|/);
    assert.match(callee, /\*\*Input\*\*/);
    assert.match(await hoverAt(document, '"gpt-5-mini"'), /Output \| \$[\d.]+ per 1M tokens/);
    assert.equal(await hoverAt(document, 'Rule 7:'), '');
  });

  it('squiggle the clock that breaks the cache, and mend it', async () => {
    const document = await openText('python', CALL);
    const [finding] = await eventually(
      () => findings(document),
      found => found.some(diagnostic => ruleOf(diagnostic) === 'no-dynamic-prefix'),
    );
    assert.ok(finding);
    assert.match(document.getText(finding.range), /datetime\.now\(\)/);
    assert.match(finding.message, /1,000 calls/);

    const actions = await quickFixes(document, finding.range);
    const fix = actions.find(action => action.isPreferred);
    assert.ok(fix?.edit, 'there is no preferred fix with an edit');
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.ok(document.getText().indexOf('datetime.now()') > document.getText().indexOf('Rule 120:'), document.getText());
    await eventually(
      () => findings(document).map(ruleOf),
      rules => !rules.includes('no-dynamic-prefix'),
    );
  });

  it('are silent where a comment says so', async () => {
    const document = await openText('python', CALL);
    const [finding] = await eventually(
      () => findings(document),
      found => found.length > 0,
    );
    assert.ok(finding);
    const ignore = (await quickFixes(document, finding.range)).find(action => action.title === `Ignore ${ruleOf(finding)} at this call`);
    assert.ok(ignore?.edit);
    assert.ok(await vscode.workspace.applyEdit(ignore.edit));
    await eventually(
      () => findings(document).map(ruleOf),
      rules => !rules.includes(ruleOf(finding)),
    );
  });

  it('never show a figure of an older text', async () => {
    const document = await openText('python', CALL);
    await eventually(
      () => lensTitles(document),
      titles => titles.length === 1,
    );
    for (let cap = 2000; cap < 2020; cap++) {
      const [before] = /max_completion_tokens=\d+/.exec(document.getText()) ?? [];
      await replaceIn(document, before ?? '', `max_completion_tokens=${cap}`);
      const written = cap.toLocaleString('en');
      for (const title of await lensTitles(document)) assert.ok(title.includes(`≤${written} out`), `${title} after ${written}`);
    }
    await eventually(
      () => lensTitles(document),
      titles => titles[0]?.includes('≤2,019 out') === true,
    );
  });

  it('follow a document that is handed over in several chunks and edited meanwhile', async () => {
    const filler = Array.from({ length: 12_000 }, (_, index) => `# Line ${index} of a long file that says nothing about models.`).join(
      '\n',
    );
    const document = await openText('python', `${filler}\n${CALL}`);
    assert.ok(document.getText().length > 600_000);
    await replaceIn(document, 'max_completion_tokens=1024', 'max_completion_tokens=777');
    await eventually(
      () => lensTitles(document),
      titles => titles.length === 1 && titles[0]?.includes('≤777 out') === true,
    );
  });

  it('take their findings away when the cause goes, and when the document is closed', async () => {
    const document = await openText('python', CALL);
    await eventually(
      () => findings(document).map(ruleOf),
      rules => rules.includes('no-dynamic-prefix'),
    );
    await replaceIn(document, '{datetime.now()}', 'Monday');
    await eventually(
      () => findings(document).map(ruleOf),
      rules => !rules.includes('no-dynamic-prefix'),
    );
    await replaceIn(document, 'It is Monday', 'It is {datetime.now()}');
    await eventually(
      () => findings(document).length,
      count => count > 0,
    );
    await closeEditors();
    await eventually(
      () => findings(document).length,
      count => count === 0,
    );
  });

  it('come back after the analysis is restarted', async () => {
    const document = await openText('python', CALL);
    await eventually(
      () => lensTitles(document),
      titles => titles.length === 1,
    );
    await vscode.commands.executeCommand('promptfare.restartAnalysis');
    await eventually(
      () => lensTitles(document),
      titles => titles.length === 1,
    );
  });

  it('go and come with the command, in this window', async () => {
    const document = await openText('python', CALL);
    await eventually(
      () => lensTitles(document),
      titles => titles.length === 1,
    );
    await vscode.commands.executeCommand('promptfare.toggleCodeLens');
    assert.deepEqual(await lensTitles(document), []);
    await vscode.commands.executeCommand('promptfare.toggleCodeLens');
    await eventually(
      () => lensTitles(document),
      titles => titles.length === 1,
    );
  });

  it('follow their settings, and survive a wrong value', async () => {
    const document = await openText('python', CALL);
    const configuration = vscode.workspace.getConfiguration('promptfare');
    try {
      await configuration.update('codeLens.density', 'tokens', vscode.ConfigurationTarget.Workspace);
      await eventually(
        () => lensTitles(document),
        titles => titles.length === 1 && !titles[0]?.includes('$'),
      );
      await configuration.update('codeLens.density', 17, vscode.ConfigurationTarget.Workspace);
      await eventually(
        () => lensTitles(document),
        titles => titles[0]?.includes('/call') === true,
      );
    } finally {
      await configuration.update('codeLens.density', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('leave out what is not an LLM call', async () => {
    const document = await openFile('support/assistant.py');
    await eventually(
      () => lensTitles(document),
      titles => titles.length === 1,
    );
    const configuration = () => vscode.workspace.getConfiguration('promptfare');
    try {
      const [lens] = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10);
      await vscode.commands.executeCommand('promptfare.notAnLlmCall', ...(lens?.command?.arguments ?? []));
      assert.match(configuration().get<string[]>('notCalls')?.[0] ?? '', /^support\/assistant\.py#.*\/anthropic-messages#0$/);
      await eventually(
        () => lensTitles(document),
        titles => titles.length === 0,
      );
    } finally {
      await configuration().update('notCalls', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await eventually(
      () => lensTitles(document),
      titles => titles.length === 1,
    );
  });
});
