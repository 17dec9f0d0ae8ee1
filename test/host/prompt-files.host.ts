import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, eventually, findings, hoverAt, onlyLens, openFile, openText, ruleOf } from './editor-steps';
import { CALL } from './samples';

describe('prompt files', () => {
  afterEach(closeEditors);

  for (const { file, roles, model } of [
    { file: 'prompts/refund-decision.prompty', roles: ['system:', 'user:'], model: 'gpt-6-sol' },
    { file: 'prompts/delay-notice.prompt', roles: ['{{role "system"}}', '{{role "user"}}'], model: 'googleai/gemini-3.8-flash' },
  ] as const) {
    it(`explain the request on their head and roles, and the model on its id: ${file}`, async () => {
      const document = await openFile(file);
      await onlyLens(document);
      for (const place of ['---', ...roles]) assert.match(await hoverAt(document, place), /\| \*\*Input\*\* \|/, place);
      assert.match(await hoverAt(document, model), /Output \| \$[\d.]+ per 1M tokens/);
    });
  }

  it('say nothing over the text of a prompt', async () => {
    const document = await openFile('prompts/delay-notice.prompt');
    await onlyLens(document);
    assert.equal(await hoverAt(document, 'Do not blame the courier'), '');
  });

  it('without a model are priced for the reference model, which is marked as assumed', async () => {
    const configuration = vscode.workspace.getConfiguration('promptfare');
    const document = await openFile('prompts/tone-review.md');
    assert.match(await onlyLens(document), /names no model: click to choose one/);
    try {
      await configuration.update('referenceModel', 'gpt-5-mini', vscode.ConfigurationTarget.Workspace);
      await eventually(
        () => onlyLens(document),
        title => /\$[\d.]+.* · gpt-5-mini \(reference\)/.test(title),
      );
      assert.match(await hoverAt(document, document.lineAt(0).text.slice(0, 2)), /names no model: priced with your reference model/);
    } finally {
      await configuration.update('referenceModel', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await eventually(
      () => onlyLens(document),
      title => title.includes('names no model'),
    );
  });
});

describe('a finding', () => {
  afterEach(closeEditors);

  it('links to the page of its rule', async () => {
    const document = await openText('python', CALL);
    const [finding] = await eventually(
      () => findings(document),
      found => found.length > 0,
    );
    assert.ok(finding);
    assert.ok(typeof finding.code === 'object');
    const page = await vscode.workspace.openTextDocument(finding.code.target);
    assert.match(page.getText(), new RegExp(`^# ${ruleOf(finding)}\n`));
  });
});
