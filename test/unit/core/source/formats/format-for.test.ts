import assert from 'node:assert/strict';
import { formatFor, mayBePrompt } from '../../../../../src/core/source/formats/index';

function idOf(uri: string, globs: readonly string[] = [], text?: string): string | undefined {
  return formatFor(uri, globs, text)?.id;
}

describe('formatFor', () => {
  it('knows formats by their ending, in any case and scheme', () => {
    assert.equal(idOf('file:///p/a.prompty'), 'prompty');
    assert.equal(idOf('vscode-remote://ssh/p/A.PROMPT'), 'dotprompt');
    assert.equal(idOf('file:///p/a.prompt.md'), 'vscode-prompt');
    assert.equal(idOf('file:///p/a.prompt.yaml'), 'github-models');
    assert.equal(idOf('file:///p/a.baml'), 'baml');
    assert.equal(idOf('file:///p/prompty'), undefined);
  });

  it('looks into a file whose name prompts of more than one maker have', () => {
    const kernel = 'name: Advise\ntemplate: Advise on {{$asset}}.\ntemplate_format: semantic-kernel\ninput_variables:\n  - name: asset\n';
    const models = 'model: openai/gpt-5.4-mini\nmessages:\n  - role: user\n    content: Hi.\n';
    assert.equal(idOf('file:///p/advise.prompt.yaml', [], kernel), 'semantic-kernel');
    assert.equal(idOf('file:///p/advise.prompt.yaml', [], models), 'github-models');
    assert.equal(idOf('file:///p/advise.prompt.yaml', [], 'model: "x'), 'github-models');
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
    const files = {
      'CLAUDE.md': 'memory-file',
      'pkg/AGENTS.md': 'memory-file',
      '.github/copilot-instructions.md': 'instructions',
      '.github/prompts/a.prompt.md': 'vscode-prompt',
      '.claude/commands/a.md': 'vscode-prompt',
      'x.instructions.md': 'instructions',
      '.github/agents/a.md': 'agent',
      '.claude/agents/deep/a.md': 'agent',
      '.claude/skills/pdf/SKILL.md': 'skill',
      '.cursorrules': 'cursor-rules',
      '.cursor/rules/a.mdc': 'cursor-rules',
    };
    for (const [file, id] of Object.entries(files)) assert.equal(idOf(`file:///p/${file}`), id, file);
    for (const file of [
      'README.md',
      '.github/prompts/README.md',
      '.claude/agents/readme.md',
      'prompts/system.md',
      'claude.ts',
      'docs/agents.md',
      'instructions.md',
    ])
      assert.equal(idOf(`file:///p/${file}`), undefined, file);
  });

  it('takes a template for a prompt only in a prompts folder or by a glob', () => {
    const ids = { j2: 'jinja', jinja: 'jinja', hbs: 'handlebars', mustache: 'mustache', liquid: 'liquid' };
    for (const [ending, id] of Object.entries(ids)) {
      assert.equal(idOf(`file:///p/src/views/page.${ending}`), undefined);
      assert.equal(idOf(`file:///p/src/prompts/deep/page.${ending}`), id);
      assert.equal(idOf(`file:///p/llm/page.${ending}`, ['llm/**']), id);
    }
    assert.equal(idOf('file:///p/skprompt.txt'), 'skprompt');
    assert.equal(idOf('file:///p/notes.txt'), undefined);
  });

  it('looks into files whose name says too little', () => {
    const contents = {
      langchain: '_type: prompt\ntemplate: Hi\n',
      'semantic-kernel': 'template: Hi {{$x}}\ntemplate_format: semantic-kernel\n',
      promptfoo: 'prompts:\n  - Hi\nproviders:\n  - openai:gpt-5\n',
    };
    for (const [id, text] of Object.entries(contents)) {
      assert.equal(idOf('file:///p/a.yaml', [], text), id);
      assert.equal(idOf('file:///p/a.yml', ['**/*.yml'], text), id);
      assert.equal(idOf('file:///p/a.yaml'), undefined, 'without its text');
      assert.equal(idOf('file:///p/a.txt', [], text), undefined, 'not by this name');
    }
    assert.equal(idOf('file:///p/a.json', [], '{"_type": "chat", "messages": [{"prompt": {"template": "Hi"}}]}'), 'langchain');
    assert.equal(idOf('file:///p/promptfooconfig.dev.yaml', [], ''), 'promptfoo');
  });

  it('leaves other YAML and JSON alone', () => {
    const others = [
      'on: push\njobs: {}\n',
      'template: page.html\ntitle: Hi\n',
      '_type: widget\ntemplate: Hi\n',
      'a:\n  _type: prompt\n  template: Hi\n',
      '_type: prompt\n',
      'prompts: yes\nproviders: [a]\n',
      'apiVersion: v1\ntemplate:\n  spec: {}\ninput_variables: []\n',
      '{"name": "x", "_type": 5}',
      '_type: "prompt',
      '',
    ];
    for (const text of others) for (const file of ['a.yaml', 'a.json']) assert.equal(idOf(`file:///p/${file}`, [], text), undefined, text);
    assert.equal(idOf('file:///p/a.yaml', [], `_type: prompt\ntemplate: Hi\n${'#'.repeat(1_000_001)}`), undefined, 'too large');
    assert.ok(mayBePrompt('file:///p/a.YAML') && mayBePrompt('file:///p/a.json') && !mayBePrompt('file:///p/a.txt'));
  });
});
