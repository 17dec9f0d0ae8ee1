import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import manifest from '../../../package.json';
import { LANGUAGES } from '../../../src/core/source/languages/known-languages';
import { WORKSPACE_FILE_NAME } from '../../../src/core/workspace-file/name';
import { COMMANDS, INTERNAL_COMMANDS, WALKTHROUGH_STEPS } from '../../../src/vscode/platform/command-names';
import { PROMPT_LANGUAGES, TEXT_LANGUAGES } from '../../../src/vscode/platform/prompt-languages';
import tests from '../../grammar/grammars.json';

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
    const groups = contributes.configuration.map(({ order }) => order);
    assert.deepEqual(
      groups,
      groups.map((_, index) => index + 1),
    );
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
        if (!('enum' in setting)) continue;
        assert.equal(setting.enum.length, setting.enumDescriptions.length, key);
        for (const description of setting.enumDescriptions) assert.match(description, /[^.]$/, key);
      }
    }
  });

  it('leads through pictures that exist, and by commands and contexts that exist', () => {
    const declared: readonly string[] = Object.values(COMMANDS);
    const contexts: readonly string[] = Object.values(WALKTHROUGH_STEPS);
    for (const { steps } of contributes.walkthroughs) {
      for (const { description, media, completionEvents } of steps) {
        assert.ok(existsSync(path.join(root, media.svg)), media.svg);
        assert.notEqual(media.altText, '');
        const commands = [...description.matchAll(/\(command:([\w.]+)\)/g)].map(([, command = '']) => command);
        for (const event of completionEvents) {
          const [kind, name = ''] = event.split(':');
          if (kind === 'onContext') assert.ok(contexts.includes(name), event);
          else commands.push(name);
        }
        for (const command of commands) assert.ok(declared.includes(command), command);
      }
    }
  });

  it('starts by language, notebook or a panel of its own that was open: no search of the workspace, no start with the window', () => {
    for (const event of manifest.activationEvents) assert.match(event, /^on(?:Language:|Notebook:|WebviewPanel:promptfare\.)/);
  });

  it('contributes only language ids of its own, and no file ending', () => {
    const own = contributes.languages.filter(({ id }) => id !== 'jsonc');
    const ids = own.map(({ id }) => id);
    assert.deepEqual(ids.sort(), PROMPT_LANGUAGES.map(({ own }) => own).sort());
    for (const language of own) {
      assert.match(language.id, /^promptfare-/);
      assert.deepEqual(Object.keys(language).sort(), ['aliases', 'configuration', 'id']);
    }
  });

  it('has its own file read as JSON with comments, and says nothing else of that language', () => {
    const jsonc = contributes.languages.filter(({ id }) => id === 'jsonc');
    assert.deepEqual(jsonc, [{ id: 'jsonc', filenames: [WORKSPACE_FILE_NAME] }]);
    const [validation] = contributes.jsonValidation;
    assert.equal(validation?.fileMatch, WORKSPACE_FILE_NAME);
    assert.ok(existsSync(path.join(root, validation.url)));
  });

  it('starts with each language that others have for prompt files', () => {
    for (const { others } of PROMPT_LANGUAGES) assert.ok(manifest.activationEvents.includes(`onLanguage:${others}`), others);
  });

  it('starts with each language in which a document may be a prompt, and with nobody else’s that it does not read', () => {
    const started = manifest.activationEvents.flatMap(event => /^onLanguage:(.*)$/.exec(event)?.[1] ?? []);
    for (const language of TEXT_LANGUAGES) assert.ok(started.includes(language), language);
    const known = [...TEXT_LANGUAGES, ...LANGUAGES.map(({ id }) => id as string), ...PROMPT_LANGUAGES.map(({ others }) => others)];
    assert.deepEqual(
      started.filter(language => !known.includes(language)),
      [],
    );
  });

  it('contributes the grammars that are tested', () => {
    const shipped = contributes.grammars.map(({ scopeName, path: file }) => `${scopeName} ${path.basename(file)}`);
    const tested = tests.contributes.grammars.filter(grammar => grammar.path.startsWith('../../syntaxes/'));
    assert.deepEqual(
      tested.map(grammar => `${grammar.scopeName} ${path.basename(grammar.path)}`),
      shipped,
    );
  });

  it('points at files that are there', () => {
    const files = [
      ...contributes.grammars.map(grammar => grammar.path),
      ...contributes.languages.flatMap(language => language.configuration ?? []),
    ];
    for (const file of files) assert.ok(existsSync(path.join(root, file ?? '')), file);
  });
});
