import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { COMMANDS } from '../../src/vscode/platform/command-names';
import { Panel } from '../../src/vscode/platform/panel';
import { eventually } from './editor-steps';

const opened = () =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('promptfare.estimator'));

describe('the spend estimator', function () {
  this.timeout(120_000);
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens once, however often it is asked for', async () => {
    await vscode.commands.executeCommand(COMMANDS.openEstimator);
    await eventually(opened, tabs => tabs.length === 1);
    await vscode.commands.executeCommand(COMMANDS.openEstimator);
    assert.equal(opened().length, 1);
  });

  it('opens again after it was closed', async () => {
    await vscode.commands.executeCommand(COMMANDS.openEstimator);
    await eventually(opened, tabs => tabs.length === 1);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await eventually(opened, tabs => tabs.length === 0);
    await vscode.commands.executeCommand(COMMANDS.openEstimator);
    await eventually(opened, tabs => tabs.length === 1);
  });

  it('runs nothing but its own script, under a nonce that no other page has', () => {
    const extension = vscode.extensions.getExtension('promptfare.promptfare');
    assert.ok(extension);
    const pages = ['one', 'two'].map(name => {
      const shown = vscode.window.createWebviewPanel('promptfare.test', name, vscode.ViewColumn.Active);
      const panel = new Panel({ viewType: `promptfare.test-${name}`, title: name, icon: 'panel.svg' }, extension.extensionUri, () => ({
        receive() {},
        dispose() {},
      }));
      void panel.deserializeWebviewPanel(shown);
      const { html } = shown.webview;
      panel.dispose();
      return html;
    });
    const nonces = pages.map(html => /script-src 'nonce-([^']+)'/.exec(html)?.[1]);
    assert.ok(nonces.every(nonce => nonce !== undefined && nonce.length >= 16));
    assert.notEqual(nonces[0], nonces[1]);
    for (const html of pages) {
      assert.match(html, /default-src 'none'/);
      assert.doesNotMatch(html, /unsafe|http-equiv="refresh"|https?:\/\/(?!\S*vscode)/);
      assert.equal([...html.matchAll(/<script/g)].length, 1);
    }
  });
});
