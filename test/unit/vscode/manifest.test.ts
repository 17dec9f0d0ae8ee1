import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import manifest from '../../../package.json';
import { COMMANDS, INTERNAL_COMMANDS } from '../../../src/vscode/platform/command-names';

const root = path.join(__dirname, '..', '..', '..');
const { contributes } = manifest;

describe('the manifest', () => {
  it('declares exactly the commands of the palette', () => {
    const declared = contributes.commands.map(({ command }) => command).sort();
    assert.deepEqual(declared, Object.values(COMMANDS).sort());
  });

  it('gives every command our category and a title of its own', () => {
    const titles = contributes.commands.map(({ title }) => title);
    assert.equal(new Set(titles).size, titles.length);
    for (const { category } of contributes.commands) assert.equal(category, 'Promptfare');
  });

  it('has only declared commands in menus, and shows no internal one', () => {
    const inMenus = Object.values(contributes.menus).flatMap(entries => entries.map(({ command }) => command));
    const declared: readonly string[] = Object.values(COMMANDS);
    for (const command of inMenus) assert.ok(declared.includes(command), command);
    for (const command of Object.values(INTERNAL_COMMANDS)) assert.ok(!declared.includes(command), command);
  });

  it('describes every setting, in an order, with a default', () => {
    for (const { properties } of contributes.configuration) {
      const entries = Object.entries(properties);
      const orders = entries.map(([, setting]) => setting.order);
      assert.deepEqual(
        orders,
        [...new Set(orders)].sort((a, b) => a - b),
      );
      for (const [key, setting] of entries) {
        assert.match(key, /^promptfare\./);
        assert.match(setting.markdownDescription, /\.$/, key);
        assert.ok('default' in setting, key);
        if ('enum' in setting) assert.equal(setting.enum.length, setting.enumDescriptions.length, key);
      }
    }
  });

  it('starts by language only: no search of the workspace, no start with the window', () => {
    for (const event of manifest.activationEvents) assert.match(event, /^onLanguage:/);
  });

  it('contributes no language id or ending that others own', () => {
    const ids = contributes.languages.map(({ id }) => id);
    for (const owned of ['prompt', 'instructions', 'chatagent', 'skill', 'prompty', 'markdown']) assert.ok(!ids.includes(owned), owned);
    const endings = contributes.languages.flatMap(language => ('extensions' in language ? language.extensions : []));
    assert.deepEqual(endings, ['.prompt']);
  });

  it('points at files that are there', () => {
    const files = [...contributes.grammars.map(grammar => grammar.path), ...contributes.languages.map(language => language.configuration)];
    for (const file of files) assert.ok(existsSync(path.join(root, file ?? '')), file);
  });
});
