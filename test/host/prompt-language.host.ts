import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, eventually, lensTitles, openFile } from './editor-steps';

const FILES = [
  { file: 'prompts/refund-decision.prompty', language: 'promptfare-prompty' },
  { file: 'prompts/delay-notice.prompt', language: 'promptfare-dotprompt' },
] as const;

describe('the language of prompt files', () => {
  afterEach(closeEditors);

  for (const { file, language } of FILES) {
    it(`is ours for ${file}, where nobody else has one`, async () => {
      const document = await openFile(file);
      await eventually(
        () => document.languageId,
        id => id === language,
      );
      await eventually(
        () => lensTitles(document),
        titles => titles.length === 1,
      );
    });

    it(`stays plain text where the user says so, for ${file}`, async () => {
      const document = await openFile(file);
      await eventually(
        () => document.languageId,
        id => id === language,
      );
      await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
      // It is read all the same: the name says what it is. By then a language would have been assigned.
      await eventually(
        () => lensTitles(document),
        titles => titles.length === 1,
      );
      assert.equal(document.languageId, 'plaintext');
    });
  }

  it('stays plain text where a setting says so', async () => {
    const files = vscode.workspace.getConfiguration('files');
    try {
      await files.update('associations', { '*.prompty': 'plaintext' }, vscode.ConfigurationTarget.Workspace);
      const document = await openFile('prompts/refund-decision.prompty');
      await eventually(
        () => lensTitles(document),
        titles => titles.length === 1,
      );
      assert.equal(document.languageId, 'plaintext');
    } finally {
      await files.update('associations', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
