import assert from 'node:assert/strict';
import { applyEdits, isRefusal } from '../../../../../src/core/source/edit';
import { formatFor } from '../../../../../src/core/source/formats/index';

/** Moves the lines in which `needle` stands. */
function move(name: string, text: string, needle: string): string {
  const uri = `file:///p/${name}`;
  const format = formatFor(uri, ['**/*.md'], text);
  assert.ok(format);
  const start = text.indexOf(needle);
  assert.notEqual(start, -1);
  const result = format.moveToEndOfMessage(text, format.read(uri, text), { uri, start, end: start + needle.length });
  return isRefusal(result) ? `refused: ${result.refused}` : applyEdits(text, result);
}

describe('moveToEndOfMessage', () => {
  it('moves a whole line behind the last non-blank line of its message only', () => {
    const text = '---\nmodel: x\n---\nsystem:\nIt is {{ now() }} now.\nOne.\nTwo.\n\nuser:\nHi\n';
    const moved = move('a.prompty', text, '{{ now() }}');
    assert.equal(moved, '---\nmodel: x\n---\nsystem:\nOne.\nTwo.\nIt is {{ now() }} now.\n\nuser:\nHi\n');
    assert.match(move('a.prompty', moved, '{{ now() }}'), /^refused: .*last ones/);
  });

  it('gives a last line without line end one, and keeps CRLF', () => {
    assert.equal(move('a.md', 'Date {{today}}\r\nOne\r\nTwo', '{{today}}'), 'One\r\nTwo\r\nDate {{today}}');
    assert.equal(move('a.prompty', 'Date {{today}}\nOne\n\n', '{{today}}'), 'One\nDate {{today}}\n\n');
  });

  it('keeps paragraphs: what stood alone stands alone, and no blank line is left at the head', () => {
    assert.equal(
      move('a.prompty', 'system:\nDate {{today}}\n\nOne.\nTwo.\n\nuser:\nHi', '{{today}}'),
      'system:\nOne.\nTwo.\n\nDate {{today}}\n\nuser:\nHi',
    );
    assert.equal(move('a.md', 'One\n\nDate {{today}}\n\n\nTwo', '{{today}}'), 'One\n\nTwo\n\n\nDate {{today}}');
    assert.equal(move('a.md', 'Date {{today}}\r\n\r\nOne\r\n', '{{today}}'), 'One\r\n\r\nDate {{today}}\r\n');
    assert.equal(move('a.md', 'One\nDate {{today}}\n\nTwo\n', '{{today}}'), 'One\n\nTwo\nDate {{today}}\n');
  });

  it('moves lines of a YAML block with their indentation, and no line out of it', () => {
    const text =
      'model: m\nmessages:\n  - role: system\n    content: |\n      It is {{now}}.\n\n      One.\n        Two.\n\n  - role: user\n    content: Hi\n';
    const moved =
      'model: m\nmessages:\n  - role: system\n    content: |\n      One.\n        Two.\n\n      It is {{now}}.\n\n  - role: user\n    content: Hi\n';
    assert.equal(move('a.prompt.yml', text, '{{now}}'), moved);
    assert.match(move('a.prompt.yml', moved, '{{now}}'), /^refused: .*last ones/);
    assert.match(move('a.prompt.yml', text, '        Two.'), /^(?!refused)|^refused: .*last ones/);
    assert.match(move('a.prompt.yml', text, 'content: Hi'), /^refused: .*not part/);
    assert.match(move('a.prompt.yml', 'messages:\n- role: user\n  content: "{{now}}\n    one"\n', '{{now}}'), /^refused: .*block of lines/);
    assert.match(
      move('a.prompt.yml', 'messages:\n- role: user\n  content: >\n    {{now}}\n    one\n', '{{now}}'),
      /^refused: .*block of lines/,
    );
  });

  it('moves lines inside the strings of other notations', () => {
    const baml =
      'function A(x: string) -> string {\n  client B\n  prompt #"\n    It is {{ now() }}.\n    One.\n    {{ _.role("user") }}\n    Hi\n  "#\n}\n';
    assert.equal(
      move('a.baml', baml, '{{ now() }}'),
      'function A(x: string) -> string {\n  client B\n  prompt #"\n    One.\n    It is {{ now() }}.\n    {{ _.role("user") }}\n    Hi\n  "#\n}\n',
    );
    assert.equal(
      move('a.yaml', '_type: prompt\ntemplate: |\n  Now {now}\n  One\n', '{now}'),
      '_type: prompt\ntemplate: |\n  One\n  Now {now}\n',
    );
    const first = '{{now}}\n      One\n';
    const config = `prompts:\n  - Hi\n  - |\n      ${first}providers: [openai:a, openai:b]\n`;
    assert.equal(
      move('promptfooconfig.yaml', config, '{{now}}'),
      'prompts:\n  - Hi\n  - |\n      One\n      {{now}}\nproviders: [openai:a, openai:b]\n',
    );
    assert.match(move('a.yaml', 'template_format: liquid\ntemplate: "{{now}} one"\n', '{{now}}'), /^refused: .*block of lines/);
  });

  it('moves behind a block that closes the message, several lines at once', () => {
    const text = '{{role "system"}}\nA {{now}}\nB\nC\n{{#if x}}\nD\n{{/if}}\n\n{{role "user"}}\nHi';
    const moved = move('a.prompt', text, 'A {{now}}\nB');
    assert.equal(moved, '{{role "system"}}\nC\n{{#if x}}\nD\n{{/if}}\nA {{now}}\nB\n\n{{role "user"}}\nHi');
  });

  it('moves a block as a whole', () => {
    assert.equal(
      move('a.prompty', '{% if x %}\nA\n{% endif %}\nB\n', '{% if x %}\nA\n{% endif %}'),
      'refused: These lines are not part of one message.',
    );
    assert.equal(
      move('a.prompty', 'Z\n{% if x %}\nA\n{% endif %}\nB\n', '{% if x %}\nA\n{% endif %}'),
      'Z\nB\n{% if x %}\nA\n{% endif %}\n',
    );
  });

  it('refuses to cut a block, a tag, or a line that holds something else', () => {
    assert.match(move('a.prompty', 'Z\n{% if x %}\nA {{now}}\nC\n{% endif %}\nB\n', 'A {{now}}'), /^refused: .*block/);
    assert.match(move('a.prompty', 'Z\n{% if x %}\nA\n{% else %}\nC\n{% endif %}\nB\n', 'A\n{% else %}\nC'), /^refused: .*block/);
    assert.match(move('a.prompty', 'Z {{\n now() }}\nB\n', ' now()'), /^refused: .*tag/);
    assert.match(move('a.prompty', 'Z\n{{ x }}\n{% set x = 1 %}\nB\n', '{{ x }}'), /^refused: /);
    assert.match(move('a.prompt', '{{role "system"}}It is {{now}}\nB\n', '{{now}}'), /^refused: .*something else/);
    assert.match(move('a.prompt', 'A {{now}}\nB {{role "system"}} C', '{{now}}'), /^refused: .*something else/);
    assert.match(move('a.prompty', '{{ now() }}\nA\n# not yet\n{%- if x %}B{% endif %}\n', '{{ now() }}'), /^(?!refused)/);
  });
});
