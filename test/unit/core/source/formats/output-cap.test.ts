import assert from 'node:assert/strict';
import { applyEdits, isRefusal } from '../../../../../src/core/source/edit';
import { formatFor } from '../../../../../src/core/source/formats/index';

function setCap(name: string, text: string, tokens: number): string {
  const uri = `file:///p/${name}`;
  const format = formatFor(uri, ['**/*.md'], text);
  assert.ok(format);
  const result = format.setOutputCap(text, format.read(uri, text), tokens);
  if (isRefusal(result)) return `refused: ${result.refused}`;
  const edited = applyEdits(text, result);
  assert.equal(format.read(uri, edited).document.outputCap?.value, tokens, 'the cap is read back');
  return edited;
}

const cases: readonly { readonly name: string; readonly file: string; readonly before: string; readonly after: string }[] = [
  {
    name: 'replaces a number and nothing else',
    file: 'a.prompty',
    before: '---\nmodel:\n  id: gpt-5 # why\n  options:\n    maxOutputTokens: 9  # was 8\n    temperature: 0\n---\nHi\n',
    after: '---\nmodel:\n  id: gpt-5 # why\n  options:\n    maxOutputTokens: 256  # was 8\n    temperature: 0\n---\nHi\n',
  },
  {
    name: 'adds a line to the options, behind the last one and its comment',
    file: 'a.prompty',
    before: '---\nmodel:\n  id: gpt-5\n  options:\n    temperature: 0 # cold\n    # end of options\nname: x\n---\nHi',
    after:
      '---\nmodel:\n  id: gpt-5\n  options:\n    temperature: 0 # cold\n    maxOutputTokens: 256\n    # end of options\nname: x\n---\nHi',
  },
  {
    name: 'makes the options, indented as the file is, with its line ends',
    file: 'a.prompty',
    before: '---\r\nmodel:\r\n    id: gpt-5\r\nname: x\r\n---\r\nHi',
    after: '---\r\nmodel:\r\n    id: gpt-5\r\n    options:\r\n        maxOutputTokens: 256\r\nname: x\r\n---\r\nHi',
  },
  {
    name: 'writes the short form of a model out',
    file: 'a.prompty',
    before: '---\nname: x\nmodel: gpt-5 # why\n---\nHi',
    after: '---\nname: x\nmodel:\n  id: gpt-5 # why\n  options:\n    maxOutputTokens: 256\n---\nHi',
  },
  {
    name: 'uses the parameters of version 1',
    file: 'a.prompty',
    before: '---\nmodel:\n  api: chat\n  configuration:\n    azure_deployment: gpt-4o\n---\nHi',
    after: '---\nmodel:\n  api: chat\n  configuration:\n    azure_deployment: gpt-4o\n  parameters:\n    max_tokens: 256\n---\nHi',
  },
  {
    name: 'adds to a flow map',
    file: 'a.prompt',
    before: '---\nmodel: googleai/gemini-2.5-flash\nconfig: { temperature: 0.1 } # cold\n---\nHi',
    after: '---\nmodel: googleai/gemini-2.5-flash\nconfig: { temperature: 0.1, maxOutputTokens: 256 } # cold\n---\nHi',
  },
  {
    name: 'writes under the settings of a file that is YAML to its end',
    file: 'a.prompt',
    before: 'name: x\nconfig:\n  temperature: 0\nprompts:\n  user: Hi\n',
    after: 'name: x\nconfig:\n  temperature: 0\n  maxTokens: 256\nprompts:\n  user: Hi\n',
  },
  {
    name: 'fills an empty key',
    file: 'a.prompt',
    before: '---\nconfig:\n  maxOutputTokens: # none yet\nmodel: x\n---\nHi',
    after: '---\nconfig:\n  maxOutputTokens: 256 # none yet\nmodel: x\n---\nHi',
  },
  {
    name: 'fills an empty map',
    file: 'a.prompt',
    before: '---\nconfig:\nmodel: x\n---\nHi',
    after: '---\nconfig:\n  maxOutputTokens: 256\nmodel: x\n---\nHi',
  },
  {
    name: 'fills an empty flow map',
    file: 'a.prompt',
    before: '---\nconfig: {}\nmodel: x\n---\nHi',
    after: '---\nconfig: {maxOutputTokens: 256}\nmodel: x\n---\nHi',
  },
  {
    name: 'stands before a block scalar that keeps its line ends',
    file: 'a.prompt',
    before: '---\nconfig:\n  note: |+\n    kept\n\nmodel: x\n---\nHi',
    after: '---\nconfig:\n  maxOutputTokens: 256\n  note: |+\n    kept\n\nmodel: x\n---\nHi',
  },
  {
    name: 'fills empty front matter',
    file: 'a.prompty',
    before: '---\n---\nHi',
    after: '---\nmodel:\n  options:\n    maxOutputTokens: 256\n---\nHi',
  },
  {
    name: 'makes front matter behind a byte order mark',
    file: 'a.prompt',
    before: '\uFEFFHi\r\n',
    after: '\uFEFF---\r\nconfig:\r\n  maxOutputTokens: 256\r\n---\r\nHi\r\n',
  },
  {
    name: 'adds the parameters of a GitHub Models file',
    file: 'a.prompt.yml',
    before: 'model: openai/gpt-5\nmessages:\n  - role: user\n    content: |\n      Hi\n',
    after: 'model: openai/gpt-5\nmessages:\n  - role: user\n    content: |\n      Hi\nmodelParameters:\n  maxTokens: 256\n',
  },
  {
    name: "writes promptfoo's short form of a provider out",
    file: 'promptfooconfig.yml',
    before: 'prompts:\n  - Hi\nproviders:\n  - openai:gpt-5 # why\n  - openai:gpt-4o\n',
    after: 'prompts:\n  - Hi\nproviders:\n  - id: openai:gpt-5 # why\n    config:\n      max_tokens: 256\n  - openai:gpt-4o\n',
  },
  {
    name: 'adds to the config of a promptfoo provider',
    file: 'promptfooconfig.yml',
    before: 'prompts: [Hi]\nproviders:\n  - id: openai:responses:gpt-5\n    config: {temperature: 0}\n',
    after: 'prompts: [Hi]\nproviders:\n  - id: openai:responses:gpt-5\n    config: {temperature: 0, max_output_tokens: 256}\n',
  },
  {
    name: 'adds to the one service of a Semantic Kernel prompt, whose name may hold dots',
    file: 'a.yaml',
    before: 'template: Hi\nexecution_settings:\n  gpt-4.1:\n    model_id: gpt-4.1\n',
    after: 'template: Hi\nexecution_settings:\n  gpt-4.1:\n    model_id: gpt-4.1\n    max_tokens: 256\n',
  },
  {
    name: "adds to a BAML client's options",
    file: 'a.baml',
    before:
      'client<llm> A {\n  provider openai\n  options {\n    model "gpt-5" // why\n  }\n}\nfunction F(x: string) -> string {\n  client A\n  prompt #"Hi"#\n}\n',
    after:
      'client<llm> A {\n  provider openai\n  options {\n    max_tokens 256\n    model "gpt-5" // why\n  }\n}\nfunction F(x: string) -> string {\n  client A\n  prompt #"Hi"#\n}\n',
  },
  {
    name: 'writes JSON into JSON, on a line of its own where its neighbour has one',
    file: 'promptfooconfig.json',
    before:
      '{\n  "prompts": ["Hi"],\n  "providers": [\n    {\n      "id": "openai:gpt-5",\n      "config": {\n        "temperature": 0\n      }\n    }\n  ]\n}\n',
    after:
      '{\n  "prompts": ["Hi"],\n  "providers": [\n    {\n      "id": "openai:gpt-5",\n      "config": {\n        "temperature": 0,\n        "max_tokens": 256\n      }\n    }\n  ]\n}\n',
  },
  {
    name: 'makes what is missing in JSON on one line',
    file: 'promptfooconfig.json',
    before: '{"prompts": ["Hi"], "providers": [{"id": "openai:gpt-5"}]}',
    after: '{"prompts": ["Hi"], "providers": [{"id": "openai:gpt-5", "config": {"max_tokens": 256}}]}',
  },
];

describe('setOutputCap', () => {
  for (const { name, file, before, after } of cases) {
    it(name, () => {
      assert.equal(setCap(file, before, 256), after);
      assert.equal(setCap(file, after, 256), after, 'a second time changes nothing');
    });
  }

  it('refuses what it can not write safely, and says why', () => {
    assert.match(setCap('a.prompty', '---\nmodel: "gpt-5\n---\nHi', 9), /^refused: .*not valid YAML/);
    assert.match(setCap('a.prompty', '---\nmodel: x\nHi', 9), /^refused: .*never closed/);
    assert.match(setCap('a.prompty', '---\nmodel: &m gpt-5\nother: *m\n---\nHi', 9), /^refused: .*by hand/);
    assert.match(setCap('a.prompt', '---\nbase: &b {maxOutputTokens: 1}\nconfig: *b\n---\nHi', 9), /^refused: .*by hand/);
    assert.match(setCap('a.prompt', '---\n- a\n---\nHi', 9), /^refused: .*by hand/);
    assert.match(setCap('a.prompt', 'Hi', 0), /^refused: .*whole number/);
    assert.match(setCap('a.md', 'Hi', 9), /^refused: .*no place/);
    assert.match(setCap('CLAUDE.md', 'Hi', 9), /^refused: .*editor/);
    assert.match(setCap('a.prompt.yml', 'model: "x\n', 9), /^refused: .*not valid YAML/);
    assert.match(setCap('skprompt.txt', 'Hi', 9), /^refused: .*config\.json/);
    assert.match(setCap('a.json', '{"_type": "prompt", "template": "Hi"}', 9), /^refused: .*chat model/);
    assert.match(setCap('promptfooconfig.json', '{"prompts": ["Hi"], "providers": ["openai:gpt-5"]}', 9), /^refused: .*by hand/);
    assert.match(setCap('promptfooconfig.yml', 'prompts: [Hi]\nproviders: [file://own.py]\n', 9), /^refused: .*provider is made/);
    assert.match(
      setCap('a.baml', 'function F(x: string) -> string {\n  client "openai/gpt-5"\n  prompt #"Hi"#\n}\n', 9),
      /^refused: .*client<llm>/,
    );
    assert.match(
      setCap('a.yaml', 'template: Hi\nexecution_settings:\n  a: {model_id: x}\n  b: {model_id: y}\n', 9),
      /^refused: .*Several services/,
    );
  });
});
