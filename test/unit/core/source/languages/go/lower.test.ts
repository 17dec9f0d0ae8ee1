import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeLiteral } from '../../../../../../src/core/source/languages/go/strings';
import type { CodeSummary, Effect } from '../../../../../../src/core/source/summary';
import { toSource } from '../../../../../../src/core/source/text-map';
import { sketchesOf } from '../../../../link-project';
import { loadGo, uri } from './lowered';

describe('Go', () => {
  let lower: (text: string) => CodeSummary;
  before(async () => {
    lower = await loadGo();
  });

  const assigned = (text: string, name: string) => {
    const effects = lower(text).scopes.flatMap(scope => scope.effects);
    const found = effects.find(
      (effect): effect is Extract<Effect, { kind: 'assign' }> =>
        effect.kind === 'assign' && effect.target.root !== 'self' && effect.target.root.name === name,
    );
    assert.ok(found, name);
    return found.value;
  };

  it('repeats the value of a group of constants with the next iota', () => {
    const text = 'package a\nconst (\n\tA = iota * 10\n\tB\n\tC = "x"\n\tD\n)\n';
    const second = assigned(text, 'B');
    assert.ok(second.kind === 'operation' && second.left.kind === 'scalar' && second.left.value === 1);
    const last = assigned(text, 'D');
    assert.ok(last.kind === 'text' && last.text.text === 'x');
  });

  it('decodes interpreted and raw literals with their places', () => {
    const text = 'package a\nvar a, b = "x\\n\\u00e9\\"", `r\\n\r\n`\n';
    const first = assigned(text, 'a');
    assert.ok(first.kind === 'text');
    assert.equal(first.text.text, 'x\né"');
    const at = toSource(first.text, 2, 3);
    assert.equal(at && text.slice(at.start, at.end), '\\u00e9');
    const raw = assigned(text, 'b');
    assert.ok(raw.kind === 'text');
    assert.equal(raw.text.text, 'r\\n\n');
  });

  it('reads back any text that Go would quote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const source = JSON.stringify(text).slice(1, -1);
        // JSON writes halves of a pair as escapes, which Go refuses.
        fc.pre(!/\\ud[89a-f]/i.test(source));
        assert.equal(decodeLiteral(uri, source, 1, false).text, text);
      }),
    );
  });

  it('makes a struct what calling its type with named arguments makes', () => {
    const value = assigned('package a\nvar p = &pkg.Params{Model: "m", Items: []pkg.Item{{Text: "t"}}}\n', 'p');
    assert.ok(value.kind === 'call' && value.literal);
    assert.deepEqual(
      value.args.map(({ name }) => name),
      ['Model', 'Items'],
    );
    const items = value.args[1]?.value;
    const [item] = items?.kind === 'list' ? items.items : [];
    assert.ok(item?.kind === 'call' && item.callee.kind === 'member' && item.callee.key === 'Item');
    assert.equal(lower('package a\nvar p = T{A: 1}\n').calls.length, 0);
  });

  it('gives each method to its type, and a part of one to a type of another file', () => {
    const { scopes } = lower('package a\ntype A struct{ x string }\nfunc (a *A) F() string { return a.x }\nfunc (b B) G() {}\n');
    const named = (name: string) => scopes.find(scope => scope.name === name);
    assert.equal(named('F')?.parent, named('A')?.id);
    assert.equal(named('G')?.parent, named('B')?.id);
    assert.equal(named('A')?.partial, undefined);
    assert.equal(named('B')?.partial, true);
  });

  it('calls a package what the file calls it', () => {
    const local = (path: string, used: string) => lower(`package a\nimport "${path}"\nvar x = ${used}.Y\n`).imports[0]?.local;
    assert.equal(local('github.com/sashabaranov/go-openai', 'openai'), 'openai');
    assert.equal(local('github.com/openai/openai-go/v3', 'openai'), 'openai');
    assert.equal(local('gopkg.in/yaml.v3', 'yaml'), 'yaml');
    assert.equal(local('fmt', 'fmt'), 'fmt');
  });

  it('reads what it can of broken and of deeply nested code', () => {
    assert.match(lower('package a\nfunc f( {\nx := "y"\n').problems[0]?.message ?? '', /parsed/);
    lower(`package a\nvar x = ${'('.repeat(2_000)}1${')'.repeat(2_000)}\n`);
  });

  it('follows packages by go.mod, methods in other files, and what a constructor sets', async () => {
    const files = {
      'go.mod': 'module example.com/app\n',
      'llm/client.go':
        'package llm\nimport "github.com/openai/openai-go"\ntype Client struct { api openai.Client; model string }\nfunc New(model string) *Client { return &Client{api: openai.NewClient(), model: model} }\n',
      'llm/ask.go':
        'package llm\nimport ("context"; "github.com/openai/openai-go")\nfunc (c *Client) Ask(ctx context.Context, q string) {\n\tc.api.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{Model: c.model, Messages: []openai.ChatCompletionMessageParamUnion{openai.UserMessage(q)}})\n}\n',
      'main.go':
        'package main\nimport ("context"; "example.com/app/llm")\nfunc main() {\n\tclient := llm.New("gpt-5.4")\n\tclient.Ask(context.Background(), "Hello")\n}\n',
    };
    assert.deepEqual(await sketchesOf(files, 'main.go'), [
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap absent via Ask',
      '  user: Hello',
    ]);
  });
});
