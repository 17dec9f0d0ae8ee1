import assert from 'node:assert/strict';
import { effectsOf, javaReader, type ReadJava, valueIn } from './lowered-java';

describe('values of Java', () => {
  let read: ReadJava;
  before(async () => {
    read = await javaReader();
  });

  const cases: readonly (readonly [source: string, value: string])[] = [
    ['"a\\tb\\u00e9\\101"', '"a\\tbéA"'],
    ["'c'", '"c"'],
    ['1_024L', '1024'],
    ['0x1F', '31'],
    ['-2.5f', '-2.5'],
    ['true', 'true'],
    ['null', 'null'],
    ['given', 'given'],
    ['field', 'this.field'],
    ['this.field', 'this.field'],
    ['Prompts.SYSTEM', 'Prompts.SYSTEM'],
    ['java.util.Locale.US', 'java.util.Locale.US'],
    ['(String) given', 'given'],
    ['given + "a" + 1', 'joined(given, "a", 1)'],
    ['given == null ? "a" : "b"', 'choice("a", "b")'],
    ['List.of("a", given)', '["a", given]'],
    ['Map.of("a", 1, "b", given)', '{a: 1, b: given}'],
    ['new ArrayList<>(List.of("a"))', '[...["a"]]'],
    ['new String[]{"a", "b"}', '["a", "b"]'],
    ['new StringBuilder("a").append(given).append("b").toString()', 'joined("a", given, "b")'],
    ['switch (given) { case "a", "b" -> 1; case "c" -> { yield 2; } default -> throw new Error(); }', 'choice(1, 2)'],
    ['run(given)', 'this.run(given)'],
    ['helper(given)', 'this.helper(given)'],
    ['Request.builder().model("m").maxTokens(5).stream().build()', 'Request(model="m", maxTokens=5, stream=true)'],
    ['Request.builder().model("m")', 'Request.builder(model="m")'],
    ['new Request.Builder("a").put("k", 1).build()', 'Request("a", put=["k", 1])'],
    ['new ClientBuilder().endpoint("e").buildClient()', 'ClientBuilder.buildClient(endpoint="e")'],
    ['Request.builder().model("m").build().send(given)', 'Request(model="m").send(given)'],
    ['this::run', 'this.run'],
    ['String.class', 'java.lang.String'],
  ];
  for (const [source, value] of cases) it(`reads ${source}`, () => assert.equal(valueIn(read, source), value));

  it('reads what statements do to variables', () => {
    const statements = `
      var list = new ArrayList<String>();
      list.add("a");
      list.addAll(more);
      list.add(0, "first");
      var table = new HashMap<String, Object>();
      table.put("k", given);
      StringBuilder text = new StringBuilder("a");
      text.append("b").append(given);
      Request.Builder request = Request.builder();
      request.model("m").maxTokens(5);
      options.setModel("m");
      field = "b";
      given += "c";
      list.clear();
      return;`;
    assert.deepEqual(effectsOf(read, statements), [
      'assign list []',
      'append list "a"',
      'extend list more',
      'prepend list "first"',
      'assign table {}',
      'assign table.k given',
      'assign text "a"',
      'update text "b"',
      'update text given',
      'assign request Request.builder()',
      'tell request model: "m"',
      'tell request maxTokens: 5',
      'assign options.model "m"',
      'assign this.field "b"',
      'update given "c"',
      'disturb list',
      'return null',
    ]);
  });
});
