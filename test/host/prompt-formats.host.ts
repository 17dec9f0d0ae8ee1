import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, eventually, findings, hoverAt, lensTitles, openFile, replaceIn, ruleOf, writeFile } from './editor-steps';

const BAML = `function Triage(mail: string) -> string {
  client Small
  prompt #"Triage {{ mail }}"#
}

function Reply(mail: string) -> string {
  client Small
  prompt #"Reply to {{ mail }}"#
}
`;
const CLIENTS = 'client<llm> Small {\n  provider openai\n  options {\n    model "gpt-4.1-mini"\n  }\n}\n';

describe('the remaining prompt formats', () => {
  afterEach(closeEditors);

  it('have a lens at the head of each prompt of a file, with the model of another file', async () => {
    await writeFile('baml_src/clients.baml', CLIENTS);
    await writeFile('baml_src/mail.baml', BAML);
    const document = await openFile('baml_src/mail.baml');
    const titles = await eventually(
      () => lensTitles(document),
      found => found.length === 2,
    );
    for (const title of titles) assert.match(title, /no cap .*\$.* gpt-4\.1-mini/);
    assert.match(await hoverAt(document, 'function'), /\| \*\*Input\*\* \|/);
    const caps = findings(document).filter(finding => ruleOf(finding) === 'require-output-cap');
    assert.equal(caps.length, 1, 'one cap is missing, not two');
  });

  it('follow the unsaved settings beside a prompt', async () => {
    await writeFile('plugins/Joke/config.json', '{"execution_settings": {"default": {"model_id": "gpt-4.1-mini", "max_tokens": 60}}}');
    await writeFile('plugins/Joke/skprompt.txt', 'Tell a joke about {{$topic}}.');
    const prompt = await openFile('plugins/Joke/skprompt.txt');
    await eventually(
      () => lensTitles(prompt),
      ([title]) => /≤60 out/.test(title ?? ''),
    );
    const config = await openFile('plugins/Joke/config.json');
    await replaceIn(config, '60', '70');
    await eventually(
      () => lensTitles(prompt),
      ([title]) => /≤70 out/.test(title ?? ''),
    );
    assert.deepEqual(await lensTitles(config), []);
    await config.save();
  });

  it('are found by their content once it is saved, and other YAML and JSON shows nothing', async () => {
    await writeFile('chains/joke.yaml', 'a: b\n');
    const document = await openFile('chains/joke.yaml');
    assert.deepEqual(await lensTitles(document), []);
    await replaceIn(document, 'a: b', '_type: prompt\ninput_variables: [topic]\ntemplate: Tell a joke about {topic}.');
    await document.save();
    await eventually(
      () => lensTitles(document),
      titles => titles.length === 1,
    );
    const other = await openFile('web/package.json');
    assert.equal(other.languageId, 'json');
    assert.deepEqual(await lensTitles(other), []);
  });

  it('show tokens only for files of editors’ agents', async () => {
    await writeFile('.github/prompts/review.prompt.md', '---\nmodel: gpt-5.4\n---\nReview the change.\n');
    const document = await openFile('.github/prompts/review.prompt.md');
    await eventually(
      () => lensTitles(document),
      ([title]) => /tokens only · gpt-5\.4$/.test(title ?? ''),
    );
    assert.equal(vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'promptfare').length, 0);
  });
});
