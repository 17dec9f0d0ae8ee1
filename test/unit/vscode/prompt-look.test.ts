import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { PromptLook } from '../../../src/vscode/platform/prompt-look';

/** As much of a document as is looked at. */
class Fake {
  readonly uri: { readonly path: string };
  version = 1;
  text: string;
  looks = 0;
  readonly lineCount = 1;
  constructor(path: string, text: string) {
    this.uri = { path };
    this.text = text;
  }
  lineAt() {
    return { range: { end: this.text.length } };
  }
  offsetAt(end: number) {
    return end;
  }
  getText() {
    this.looks += 1;
    return this.text;
  }
}

describe('the look into YAML and JSON', () => {
  const look = new PromptLook();
  const mayBe = (document: Fake) => look.mayBePrompt(document as unknown as vscode.TextDocument);

  it('finds what may be a prompt', () => {
    for (const text of [
      '_type: prompt\ntemplate: Hi {x}\n',
      'description: x\nprompts:\n  - Hi\nproviders: [openai:gpt-5]\n',
      'name: x\ntemplate: Hi {{$x}}\nexecution_settings: {}\n',
    ])
      assert.ok(mayBe(new Fake('/p/a.yaml', text)), text);
    assert.ok(mayBe(new Fake('/p/a.json', '{"_type": "prompt", "template": "Hi"}')));
  });

  it('leaves ordinary files alone, and those with other names without a look', () => {
    assert.ok(!mayBe(new Fake('/p/package.json', '{"name": "prompts", "providers": []}')));
    assert.ok(!mayBe(new Fake('/p/deploy.yml', 'template:\n  spec: {}\n')));
    const other = new Fake('/p/a.txt', '_type: prompt\ntemplate: Hi\n');
    assert.ok(!mayBe(other));
    assert.equal(other.looks, 0);
  });

  it('does not even get the text of a large file', () => {
    const large = new Fake('/p/a.json', ' '.repeat(1_000_001));
    assert.ok(!mayBe(large));
    assert.equal(large.looks, 0);
  });

  it('looks once at each version, and no more once it has found something', () => {
    const document = new Fake('/p/a.yaml', 'a: b\n');
    assert.deepEqual([mayBe(document), mayBe(document), document.looks], [false, false, 1]);
    document.text = '_type: prompt\ntemplate: Hi\n';
    document.version = 2;
    assert.deepEqual([mayBe(document), document.looks], [true, 2]);
    document.text = '_type: pro';
    document.version = 3;
    assert.deepEqual([mayBe(document), document.looks], [true, 2]);
  });
});
