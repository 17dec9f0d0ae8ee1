import assert from 'node:assert/strict';
import { formatFor } from '../../../../../src/core/source/formats/index';
import { editorFileGlobs, isEditorFile } from '../../../../../src/core/source/formats/select/editor-files';

function idOf(uri: string, globs: readonly string[] = []): string | undefined {
  return formatFor(uri, globs)?.id;
}

describe('formatFor', () => {
  it('knows formats by their ending, in any case and scheme', () => {
    assert.equal(idOf('file:///p/a.prompty'), 'prompty');
    assert.equal(idOf('vscode-remote://ssh/p/A.PROMPT'), 'dotprompt');
    assert.equal(idOf('file:///p/a.prompt.md'), undefined);
    assert.equal(idOf('file:///p/prompty'), undefined);
  });

  it('takes other files for prompts when a glob says so, wherever the workspace starts', () => {
    assert.equal(idOf('file:///home/me/p/prompts/deep/system.md', ['prompts/**/*.{md,txt}']), 'text');
    assert.equal(idOf('file:///c%3A/my%20p/prompts/a.txt', ['**/prompts/*.txt']), 'text');
    assert.equal(idOf('file:///p/my%20prompts/a.txt', ['my prompts/*']), 'text');
    assert.equal(idOf('file:///p/README.md', ['prompts/**']), undefined);
    assert.equal(idOf('file:///p/100%/a.md', ['100%/*', '', ' ']), 'text');
    assert.equal(idOf('file:///p/%ff/a.md', ['%ff/*']), 'text');
  });

  it('never takes a broken glob for an error', () => {
    for (const glob of ['[', '{', '***', '!(', '\\', '\0', '*'.repeat(5000)])
      assert.equal(idOf('file:///p/x/README.rst', [glob]) === 'prompty', false);
  });

  it("knows the files of editors' own agents", () => {
    const files = [
      'CLAUDE.md',
      'pkg/AGENTS.md',
      '.github/copilot-instructions.md',
      '.github/prompts/a.prompt.md',
      'x.instructions.md',
      '.github/agents/a.md',
      '.claude/agents/deep/a.md',
      '.claude/skills/pdf/SKILL.md',
      '.cursorrules',
      '.cursor/rules/a.mdc',
    ];
    for (const file of files) {
      assert.ok(isEditorFile(`file:///p/${file}`), file);
      assert.equal(idOf(`file:///p/${file}`, editorFileGlobs), 'text');
    }
    for (const file of ['README.md', 'prompts/system.md', 'claude.ts', 'docs/agents.md'])
      assert.equal(isEditorFile(`file:///p/${file}`), false, file);
  });
});
