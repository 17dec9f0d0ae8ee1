import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension', () => {
  it('is there and activates', async () => {
    const extension = vscode.extensions.getExtension('promptfare.promptfare');
    assert.ok(extension, 'VS Code did not load the extension');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
