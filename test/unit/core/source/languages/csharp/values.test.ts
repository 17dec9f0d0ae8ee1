import assert from 'node:assert/strict';
import { assignedX, csharpReader, effectsIn, type ReadCSharp, show } from './lowered-csharp';

describe('reading C#', () => {
  let read: ReadCSharp;
  before(async () => {
    read = await csharpReader();
  });

  const cases: readonly (readonly [source: string, expected: string])[] = [
    ['1_000', '1000'],
    ['0.5f', '0.5'],
    ['-3', '-3'],
    ['a?.B[0]?.C()', 'a.B[0].C()'],
    ['a ?? "b"', '(a ?? "b")'],
    ['a ?? throw new E()', 'a'],
    ['await a.B(c: 1)', 'a.B(c: 1)'],
    ['(string)a!', 'a'],
    ['new Options("m") { Cap = 5 }', 'Options("m", Cap: 5)'],
    ['new List<Message> { new(a), b }', '[Message(a), b]'],
    ['new List<string>(a) { "b" }', '[..a, "b"]'],
    ['new[] { 1, 2 }', '[1, 2]'],
    ['new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }', '{a: 1, b: 2}'],
    ['new Dictionary<string, int> { { "a", 1 } }', '{a: 1}'],
    ['new { role = "user", content, a.Name }', '{role: "user", content: content, Name: a.Name}'],
    ['a with { Name = "b" }', '{..a, Name: "b"}'],
    ['(a, b)', '[a, b]'],
    ['a switch { "b" => 1, C or D => 2, _ => throw e }', 'choice(1, 2)'],
    ['from a in b where a.C select a.D', '[a.D*]'],
    ['a.Get<Model>(1)', 'a.Get(1, <T>: Model)'],
    ['$"{new StringBuilder()}"', '‹""›'],
  ];
  for (const [source, expected] of cases) {
    it(`reads ${source}`, () => {
      assert.equal(show(assignedX(read(`var x = ${source};`))), expected);
    });
  }

  it('reads a list whose type is declared', () => {
    assert.equal(show(assignedX(read('List<Message> x = [new(Role.User, text), ..history];'))), '[Message(Role.User, text), ..history]');
  });

  it('tells members, statics, variables and types apart', () => {
    const summary = read(`
      class Service(Client client) {
        private const string Model = "m";
        private int _count;
        string Ask(string question) {
          var text = question;
          return Send(client, Model, _count, text, Other.Value);
        }
        string Send(params object[] all) => "";
      }`);
    assert.deepEqual(effectsIn(summary, 'Ask'), [
      'assign text question',
      'return this.Send(this.client, class.Model, this._count, text, Other.Value)',
    ]);
    assert.deepEqual(effectsIn(summary, 'constructor'), ['assign this.client client']);
  });

  it('notes what calls do to lists, tables and texts', () => {
    const summary = read(`
      void Run() {
        var list = new List<string>();
        list.Add("a");
        list.AddRange(more);
        list.Insert(0, "b");
        var table = new Dictionary<string, int>();
        table.Add("k", 1);
        table["l"] = 2;
        var text = new StringBuilder("a");
        text.Append("b").AppendLine("c");
        list.Clear();
        builder.AddModel("m");
      }`);
    assert.deepEqual(effectsIn(summary, 'Run'), [
      'assign list []',
      'append list "a"',
      'extend list more',
      'prepend list "b"',
      'assign table {}',
      'assign table.k 1',
      'assign table.l 2',
      'assign text "a"',
      'update text "b"',
      'update text ‹"c" "\\n"›',
      'disturb list remove',
      'call builder builder.AddModel("m")',
    ]);
  });

  it('lists types with their namespaces, and what a file sees', () => {
    const summary = read('using A.B;\nnamespace Shop.Data;\nclass One { }\npartial class Two { }');
    assert.deepEqual(Object.keys(summary.exports ?? {}), ['One', 'Shop.Data.One', 'Two', 'Shop.Data.Two']);
    assert.deepEqual(
      summary.exportAll.map(({ module }) => module),
      ['A.B', 'Shop.Data', 'Shop'],
    );
    assert.equal(summary.scopes.find(({ name }) => name === 'Two')?.partial, true);
  });

  it('reads what it can of a file that is being written', () => {
    const summary = read('class A { void Run() { client.Send("a", ; }\n void Next() { client.Send("b"); } }');
    assert.ok(summary.problems.length > 0);
    assert.ok(summary.calls.some(({ call }) => show(call) === 'client.Send("b")'));
  });
});
