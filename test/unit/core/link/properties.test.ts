import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { choose } from '../../../../src/core/link/choose';
import { createEvaluator, MOST_STEPS_OF_SITE } from '../../../../src/core/link/evaluator';
import { SitesByCall } from '../../../../src/core/link/kept-sites';
import { linkFile } from '../../../../src/core/link/link-file';
import { collectSites } from '../../../../src/core/link/sites';
import { summarize } from '../../../../src/core/pipeline';
import { isSurelyPackage } from '../../../../src/core/sdks/exports';
import { SDKS } from '../../../../src/core/sdks/registry';
import { createSdkIndex } from '../../../../src/core/sdks/sdk-index';
import { grammarFor } from '../../../../src/core/source/languages/index';
import type { FileSummary, LanguageId } from '../../../../src/core/source/summary';
import type { Value } from '../../../../src/core/source/values';
import { loadParser, type ParseSource } from '../../parse-source';

const EXAMPLES = join(__dirname, '../../../../examples');
const SAMPLES = [
  { name: 'support/assistant.py', language: 'python' },
  { name: 'support/llm.py', language: 'python' },
  { name: 'support/review.py', language: 'python' },
  { name: 'web/src/routes/chat.ts', language: 'typescript' },
  { name: 'web/src/routes/draft-reply.ts', language: 'typescript' },
] as const;

describe('linking', () => {
  const parsers = new Map<LanguageId, ParseSource>();

  before(async () => {
    for (const language of ['python', 'typescript', 'go'] as const) parsers.set(language, await loadParser(grammarFor(language)));
  });

  function read(uri: string, text: string, language: LanguageId): FileSummary {
    const root = parsers.get(language)?.(text);
    assert.ok(root);
    const summary = summarize({ uri, text, tree: { language, root } }, []);
    assert.ok(summary);
    return summary;
  }

  /** Sites and steps of one file of a project; files are named by path, the first is linked. */
  function work(files: Readonly<Record<string, string>>, language: LanguageId) {
    const summaries = new Map(
      Object.entries(files).map(([path, text]) => [`file:///p/${path}`, read(`file:///p/${path}`, text, language)]),
    );
    const [summary] = summaries.values();
    assert.ok(summary?.kind === 'code');
    const evaluator = createEvaluator(
      { get: uri => summaries.get(uri) ?? null },
      { isPackage: module => isSurelyPackage(module, SDKS), isCommon: module => module === 'net/http', hasExport: () => false },
    );
    const known = new SitesByCall(new WeakMap(), summary, evaluator.records);
    const sites = collectSites(evaluator, summary, createSdkIndex(SDKS), known).map(({ site }) => site);
    return { sites, steps: evaluator.steps() };
  }

  it('follows nothing of a Go program that uses the HTTP library and names no endpoint', () => {
    const server = (address: string) => ({
      'main.go': `package main
import (
	"net/http"
	"strings"
)
func ask(question string) (*http.Response, error) {
	return http.Post("${address}", "application/json", strings.NewReader(\`{"model": "gpt-5.4", "messages": [{"role": "user", "content": "Hi."}]}\`))
}
`,
    });
    assert.deepEqual(work(server('https://api.acme.com/v1/orders'), 'go'), { sites: [], steps: 0 });
    assert.equal(work(server('https://api.openai.com/v1/chat/completions'), 'go').sites.length, 1);
  });

  it('gives an answer, always the same, for sources cut and mixed at any place', () => {
    const sources = SAMPLES.map(sample => ({ ...sample, text: readFileSync(join(EXAMPLES, sample.name), 'utf8') }));
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    const change = fc.record({ sample: fc.constantFrom(...sources), from: place, to: place, into: place });
    fc.assert(
      fc.property(change, ({ sample, from, to, into }) => {
        const { text, language } = sample;
        const at = (share: number) => Math.floor(share * text.length);
        const piece = text.slice(Math.min(at(from), at(to)), Math.max(at(from), at(to)));
        const mixed = text.replace(piece, '').slice(0, at(into)) + piece + text.slice(at(into));
        const summary = read('file:///p/main', mixed, language);
        const store = { get: (uri: string) => (uri === 'file:///p/main' ? summary : null) };
        assert.deepEqual(linkFile('file:///p/main', store), linkFile('file:///p/main', store));
      }),
      { numRuns: 60 },
    );
  });

  const cycles: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'imports that go round': {
      'a.py': 'from openai import OpenAI\nfrom b import X\nY = X\nOpenAI().responses.create(model=Y, input=X)\n',
      'b.py': 'from a import Y\nX = Y\n',
    },
    'wrappers that call each other': {
      'a.py':
        'from openai import OpenAI\nc = OpenAI()\n' +
        'def f(x):\n  c.responses.create(model=x, input="i")\n  return g(x)\ndef g(x):\n  return h(x)\ndef h(x):\n  return f(x)\nh("m")\n',
    },
    'classes that extend themselves': {
      'a.py':
        'from openai import OpenAI\nclass A(B):\n  def f(self):\n    return self.client.responses.create(model=self.m, input="i")\nclass B(A):\n  pass\nA().f()\nB().f()\n',
    },
    'names set from each other in a loop': {
      'a.py':
        'from openai import OpenAI\na = "x"\nb = "y"\nwhile True:\n  OpenAI().responses.create(model=a, input=b)\n  a = b + a\n  b = f"{a}{b}"\n',
    },
    'fields set from each other': {
      'a.py':
        'from openai import OpenAI\nclass A:\n  def __init__(self):\n    self.a = self.b\n    self.b = self.a\n    self.c = OpenAI()\n  def f(self):\n    self.c.responses.create(model=self.a, input=self.b)\nA().f()\n',
    },
    'a function that doubles its text': {
      'a.py': 'from openai import OpenAI\ndef f(x):\n  return f(x + x) + f(x)\nOpenAI().responses.create(model="m", input=f("a"))\n',
    },
  };

  for (const [name, files] of Object.entries(cycles)) {
    it(`ends: ${name}`, () => {
      const { sites, steps } = work(files, 'python');
      assert.ok(sites.length > 0 || name.startsWith('classes'));
      assert.ok(steps < 1000, `${steps} steps`);
    });
  }

  it('ends where every line doubles what the one before holds', () => {
    const lines = Array.from(
      { length: 40 },
      (_, index) => `t${index + 1} = t${index} + t${index}\nif flag:\n    t${index + 1} = t${index} + "x"`,
    );
    const { sites, steps } = work(
      { 'a.py': `from openai import OpenAI\nt0 = q\n${lines.join('\n')}\nOpenAI().responses.create(model="m", input="i", extra=t40)\n` },
      'python',
    );
    assert.equal(sites.length, 1);
    assert.ok(steps < 2000, `${steps} steps`);
  });

  it('follows conditional additions in steps that grow with their number', () => {
    const additions = (count: number) =>
      Array.from(
        { length: count },
        (_, index) =>
          `    if f${index}:\n        p["k${index}"] = 1\n        s += "x${index}"\n        m.append({"role": "user", "content": "x"})\n`,
      ).join('');
    const source = (count: number) =>
      `from openai import OpenAI\ndef f(q):\n    p = {}\n    s = "s"\n    m = []\n${additions(count)}    OpenAI().chat.completions.create(model="m", messages=m, user=s, **p)\n`;
    const steps = [10, 20, 40].map(count => work({ 'a.py': source(count) }, 'python').steps);
    assert.ok((steps[2] ?? 0) < 2.5 * (steps[1] ?? 0), String(steps));
  });

  it('follows functions that call each other on many ways in steps that grow with their number, not with that of the ways', () => {
    const layer = (width: number, index: number) =>
      Array.from({ length: width }, (_, each) => {
        const inner = Array.from({ length: width }, (_, next) => `    l${index + 1}_${next}(run, model)\n`).join('');
        return `def l${index}_${each}(run, model):\n${inner}`;
      }).join('');
    const last = (width: number) =>
      Array.from({ length: width }, (_, each) => `def l5_${each}(run, model):\n    client.responses.create(model=model, input="i")\n`).join(
        '',
      );
    const source = (width: number) =>
      `from openai import OpenAI\nclient = OpenAI()\n${[0, 1, 2, 3, 4].map(index => layer(width, index)).join('')}${last(width)}l0_0(print, "m")\n`;
    const [two, six] = [2, 6].map(width => work({ 'a.py': source(width) }, 'python'));
    assert.equal(six?.sites.filter(site => site.model.value === 'm').length, 6);
    // Each of nine times as many calls leads to nine times as many; the ways are 243 times as many.
    assert.ok((six?.steps ?? 0) < 100 * (two?.steps ?? 0), `${six?.steps} steps instead of ${two?.steps}`);
  });

  it("works out once what callers don't change, and for each what they do", () => {
    const settings = Array.from({ length: 60 }, (_, index) => `    v${index + 1} = v${index} + " and"\n`).join('');
    const source = (callers: number) =>
      `from openai import OpenAI\ndef settings(name):\n    v0 = "rules"\n${settings}    return {"name": name, "rules": v60}\n` +
      'def ask(question, model):\n    s = settings("x")\n' +
      '    return OpenAI().responses.create(model=model, input=question, instructions=s["rules"])\n' +
      Array.from({ length: callers }, (_, index) => `ask("q${index}", "m${index}")\n`).join('');
    const few = work({ 'a.py': source(5) }, 'python');
    const many = work({ 'a.py': source(25) }, 'python');
    assert.deepEqual(
      many.sites.filter(site => site.kind === 'wrapper-call').map(site => site.model.value),
      Array.from({ length: 25 }, (_, index) => `m${index}`),
    );
    const each = (many.steps - few.steps) / 20;
    assert.ok(each < 40, `${each} steps for each caller`);
  });

  it('works out once what calls make of the same keywords, or of what they leave out', () => {
    const [python, typescript] = [
      (index: number) => `    v${index + 1} = v${index} + kwargs["name"]\n`,
      (index: number) => `  const v${index + 1} = v${index} + extra;\n`,
    ];
    const lines = (line: (index: number) => string) => Array.from({ length: 60 }, (_, index) => line(index)).join('');
    const inPython = (callers: number) =>
      `from openai import OpenAI\ndef settings(question, **kwargs):\n    v0 = "rules"\n${lines(python)}    return v60\n` +
      'def ask(question, model):\n    s = settings(question, name="x")\n' +
      '    return OpenAI().responses.create(model=model, input=question, instructions=s)\n' +
      Array.from({ length: callers }, (_, index) => `ask("q${index}", "m${index}")\n`).join('');
    const inTypeScript = (callers: number) =>
      `import OpenAI from 'openai';\nfunction settings(question, extra) {\n  const v0 = 'rules';\n${lines(typescript)}  return v60;\n}\n` +
      'function ask(question, model) {\n  return new OpenAI().responses.create({ model, input: question, instructions: settings(question) });\n}\n' +
      Array.from({ length: callers }, (_, index) => `ask('q${index}', 'm${index}');\n`).join('');
    for (const [few, many] of [
      [work({ 'a.py': inPython(5) }, 'python'), work({ 'a.py': inPython(25) }, 'python')],
      [work({ 'a.ts': inTypeScript(5) }, 'typescript'), work({ 'a.ts': inTypeScript(25) }, 'typescript')],
    ] as const) {
      assert.equal(many.sites.filter(site => site.kind === 'wrapper-call').length, 25);
      const each = (many.steps - few.steps) / 20;
      assert.ok(each < 40, `${each} steps for each caller`);
    }
  });

  it('follows no callers to methods of which none of many implementations sends anything', () => {
    const implementations = Array.from(
      { length: 20 },
      (_, index) => `class Store${index} implements Store {\n  bring(key: string) {\n    return key;\n  }\n}\n`,
    );
    const start = `import OpenAI from 'openai';\ninterface Store {\n  bring(key: string): string;\n}\n${implementations.join('')}`;
    const through = (layers: number) =>
      Array.from({ length: layers }, (_, index) => {
        const inner = index === 0 ? 'store.bring(key)' : `step${index - 1}(store, key)`;
        return `function step${index}(store: Store, key: string) {\n  return ${inner};\n}\n`;
      }).join('');
    const [few, many] = [work({ 'a.ts': start + through(2) }, 'typescript'), work({ 'a.ts': start + through(6) }, 'typescript')];
    assert.deepEqual(many.sites, []);
    const each = (many.steps - few.steps) / 4;
    assert.ok(each < 10, `${each} steps for each function around it`);
  });

  it('does not go round and round where a field is set to what its own object gives', () => {
    const source = `from openai import OpenAI

class Log:
    def append(self, message):
        return Log()

class Manager:
    def __init__(self):
        self.branch = "main"
        self.branches = {self.branch: Log()}

    def append(self, message):
        self.branches["main"] = self.branches["main"].append(message)
        self.branches[self.branch] = self.branches[self.branch].append(message)

def ask(manager: Manager):
    return OpenAI().responses.create(model="m", input=manager.branches["main"])
`;
    const { sites, steps } = work({ 'a.py': source }, 'python');
    assert.deepEqual(
      sites.map(site => site.model.value),
      ['m'],
    );
    assert.ok(steps < 500, `${steps} steps`);
  });

  it('does not work out what is handed to methods that spend nothing, nor what methods of texts work on', () => {
    const notes = Array.from({ length: 200 }, (_, index) => `    n${index + 1} = n${index} + question\n`).join('');
    const source = (uses: string) =>
      `from openai import OpenAI\nfrom tracker import connect\nclient = OpenAI()\ndef ask(question, model):\n    n0 = "notes"\n${notes}${uses}` +
      '    return client.responses.create(model=model, input=question)\nask("q", "m")\n';
    const plain = work({ 'a.py': source('') }, 'python');
    const used = work({ 'a.py': source('    connect(1).publish(n200)\n    n200.strip()\n    n200.get("key", None)\n') }, 'python');
    assert.equal(used.sites.filter(site => site.model.value === 'm').length, 1);
    assert.ok(used.steps < plain.steps + 50, `${plain.steps} and ${used.steps} steps`);
  });

  it('reads a field of an object without what else is set on it', () => {
    const changes = (count: number) =>
      Array.from(
        { length: count },
        (_, index) =>
          `    if (char === '${index}') { p.text += p.pending; p.pending = p.pending + char; p.token = p.text + ${index}; p.out.add(p.text); }\n`,
      ).join('');
    const source = (count: number) =>
      `import OpenAI from 'openai';\nexport function write(p, chunk) {\n  for (const char of chunk) {\n${changes(count)}  }\n` +
      '  return p.client.responses.create({ model: p.model, input: p.out });\n}\n' +
      "write({ client: new OpenAI(), model: 'm', out: 'o', text: '' }, 'abc');\n";
    const [few, many] = [5, 40].map(count => work({ 'a.ts': source(count) }, 'typescript'));
    for (const found of [few, many])
      assert.deepEqual(
        found?.sites.map(site => site.model.value),
        [undefined, 'm'],
      );
    assert.ok((many?.steps ?? 0) < 10 * (few?.steps ?? 0), `${many?.steps} steps instead of ${few?.steps}`);
  });

  it("calls a method of an object's own field without what else is set on that, however intricate it is", () => {
    const ways = (layers: number) =>
      Array.from({ length: layers }, (_, index) => `def w${index + 1}(x):\n    return w${index}(x + "a") + w${index}(x + "b")\n`).join('');
    const source = (layers: number) => `from openai import OpenAI

def w0(x):
    return x
${ways(layers)}
class Base:
    def __init__(self):
        self.client = OpenAI()

    def ask(self, model):
        return self.client.responses.create(model=model, input="Name a colour.")

class Llm(Base):
    pass

class Tool:
    def __init__(self, text, llm=Llm):
        self.llm = llm()
        self.llm.tag = w${layers}(text)

    def run(self, model):
        return self.llm.ask(model)
`;
    const [few, many] = [3, 12].map(layers =>
      work({ 'a.py': 'from b import Tool\nTool("t").run("m")\n', 'b.py': source(layers) }, 'python'),
    );
    for (const found of [few, many])
      assert.deepEqual(
        found?.sites.map(site => site.model.value),
        ['m'],
      );
  });

  it('asks of a function with many calls only until one is found that its callers decide about', () => {
    const calls = Array.from(
      { length: 16 },
      (_, index) => `    client.responses.create(model=model, input=[x, str(x + "${index}"), list(x + "${index}")])\n`,
    ).join('');
    const library = (layers: number) =>
      `from openai import OpenAI\nclient = OpenAI()\ndef l0(x, model):\n${calls}` +
      Array.from({ length: layers }, (_, index) => `def l${index + 1}(x, model):\n    return l${index}(x + "${index}", model)\n`).join('');
    const [one, five] = [1, 5].map(layers =>
      work({ 'a.py': `from b import l${layers}\nl${layers}("q", "m")\n`, 'b.py': library(layers) }, 'python'),
    );
    for (const found of [one, five])
      assert.deepEqual(
        found?.sites.map(site => site.model.value),
        Array(16).fill('m'),
      );
    assert.ok((five?.steps ?? 0) < 2 * (one?.steps ?? 0), `${five?.steps} steps instead of ${one?.steps}`);
  });

  it('looks at no more candidates than it takes to know that there are too many', () => {
    const at = { uri: 'file:///p/a', start: 0, end: 1 };
    let asked = 0;
    const numbers = function* (): Iterable<Value> {
      for (; asked < 100_000; asked++) yield { kind: 'scalar', at, value: asked };
    };
    const chosen = choose(at, numbers());
    assert.equal(chosen.kind === 'hole' && chosen.reason, 'too many possible values');
    assert.ok(asked < 1000, `${asked} of 100,000`);
  });

  it('does not follow a chain of a thousand functions off the stack', () => {
    const chain = Array.from({ length: 1000 }, (_, index) => `def f${index}(x):\n    return f${index + 1}(x)\n`).join('');
    const source = `from openai import OpenAI\n${chain}def f1000(x):\n    return OpenAI().responses.create(model=x, input="i")\nf0("m")\nf999("m")\n`;
    const { sites } = work({ 'a.py': source }, 'python');
    assert.equal(sites.filter(site => site.model.value === 'm').length, 1);
  });

  describe('of what takes long to find out', () => {
    const DESCRIBE = Array.from(
      { length: 60 },
      (_, nth) => `
def describe${nth}(text):
    return describe${nth + 1}(text + "${nth}") + describe${nth + 1}(text)
`,
    ).join('');
    const asking = (call: string, condition = 'True') => `
from openai import OpenAI

client = OpenAI()
${DESCRIBE}
def ask(question, model="gpt-5.4", note="", strict=True, **more):
    print(note, more)
    if ${condition}:
        return client.chat.completions.create(model=model, messages=[{"role": "user", "content": question}])

def answer(text, **options):
    return ${call}
`;
    const sent = ({ sites }: ReturnType<typeof work>) =>
      sites.map(({ model, via }) => [via.length, model.value]).filter(([through]) => through === 1);

    for (const call of [
      'ask("Hello.", "gpt-5.4-mini", describe0(text))',
      'ask("Hello.", note=describe0(text), model="gpt-5.4-mini")',
      'ask("Hello.", "gpt-5.4-mini", trace=describe0(text))',
      'ask("Hello.", "gpt-5.4-mini", note=describe0(text), **options)',
    ])
      it(`asks nothing that is passed and not asked for: ${call}`, () => {
        const plain = work({ 'a.py': asking(call.replace('describe0(text)', 'text')) }, 'python');
        const long = work({ 'a.py': asking(call) }, 'python');
        assert.deepEqual(sent(long), [[1, 'gpt-5.4-mini']]);
        assert.ok(long.steps < plain.steps + 1_500, `${plain.steps} and ${long.steps} steps`);
      });

    it('takes no round apart that hangs on those before', () => {
      const rows = (count: number) => Array.from({ length: count }, (_, nth) => `"key${nth}": {"size": ${nth}}`).join(', ');
      const merging = (count: number) => `
from openai import OpenAI
BASE = {"model": "gpt-5.4-mini", ${rows(count)}}
def merged_with(base, more):
    merged = base.copy()
    for key, value in more.items():
        if key in merged and isinstance(merged[key], dict):
            merged[key] = merged_with(merged[key], value)
        else:
            merged[key] = value
    return merged
config = merged_with(BASE, {${rows(count)}})
OpenAI().responses.create(model=config["model"], input=config["key1"]["size"])
`;
      const [few, many] = [4, 32].map(count => work({ 'a.py': merging(count) }, 'python').steps);
      assert.ok(many !== undefined && few !== undefined && many < few * 9, `${few} and ${many} steps`);
    });

    it('decides by what is passed first', () => {
      const call = 'ask("Hello.", strict=False)';
      const plain = work({ 'a.py': asking(call, 'strict') }, 'python');
      const long = work({ 'a.py': asking(call, 'describe0(question) and strict') }, 'python');
      assert.deepEqual([sent(plain), sent(long)], [[], []]);
      assert.ok(long.steps < plain.steps + 1_500, `${plain.steps} and ${long.steps} steps`);
    });
  });

  it('takes steps in proportion to the length of a file', () => {
    const block = (index: number) => `
def load_${index}(path, options=None):
    options = options or {}
    rows = []
    for line in open(path):
        row = json.loads(line)
        if row.get("skip"):
            continue
        rows.append(row)
    return {"rows": rows, "options": options}

def answer_${index}(question, history):
    messages = [{"role": "system", "content": SYSTEM}]
    for turn in history:
        messages.append({"role": turn["role"], "content": turn["content"]})
    if question.startswith("!"):
        messages.append({"role": "user", "content": "Be careful."})
    messages.append({"role": "user", "content": f"Q: {question} {load_${index}('x')['rows']}"})
    return ask(messages, "gpt-5.4")
`;
    const source = (blocks: number) =>
      'from openai import OpenAI\nimport json\nclient = OpenAI()\nSYSTEM = "Be brief."\n' +
      'def ask(messages, model):\n    return client.chat.completions.create(model=model, messages=messages, max_tokens=200)\n' +
      Array.from({ length: blocks }, (_, index) => block(index)).join('');
    const [small, large] = [10, 40].map(blocks => work({ 'a.py': source(blocks) }, 'python'));
    assert.equal(large?.sites.length, 41);
    assert.ok((large?.steps ?? 0) < 4.4 * (small?.steps ?? 0), `${small?.steps} and ${large?.steps} steps`);
  });

  it('takes steps in proportion to the sections that are taken out of a configuration one by one', () => {
    const section = (index: number) =>
      `    s${index} = config.pop("k${index}", {})\n    if not isinstance(s${index}, dict):\n        s${index} = {}\n    config["n${index}"] = s${index}.get("name")\n`;
    const source = (sections: number) =>
      'from openai import OpenAI\nimport tomllib\n' +
      'def merge(main, local):\n    merged = dict(main)\n    for key, value in local.items():\n        if key in merged:\n' +
      '            merged[key] = merge(merged[key], value)\n        else:\n            merged[key] = value\n    return merged\n' +
      `def load(path, local):\n    config = tomllib.load(path)\n    config = merge(config, local)\n${Array.from({ length: sections }, (_, index) => section(index)).join('')}    return config\n` +
      'def ask(question):\n    config = load("a.toml", {"model": "m"})\n' +
      '    return OpenAI().responses.create(model=config["model"], input=question, user=config["n3"])\nask("q")\nask("r")\n';
    const steps = [10, 20, 40].map(sections => work({ 'a.py': source(sections) }, 'python').steps);
    assert.ok((steps[2] ?? 0) < 2.5 * (steps[1] ?? 0), String(steps));
  });

  for (const [shape, doubled] of Object.entries({
    'lists of themselves': (last: string) => `[${last}, ${last}]`,
    'lists put together with themselves': (last: string) => `${last} + ${last}`,
  }))
    it(`ends where forty lines state more messages than can be gone through: ${shape}`, () => {
      const lines = Array.from({ length: 40 }, (_, index) => `    v${index + 1} = ${doubled(`v${index}`)}\n`).join('');
      const source = (last: string) =>
        `from openai import OpenAI\ndef ask(q):\n    v0 = [{"role": "user", "content": q}]\n${lines}    return OpenAI().chat.completions.create(model="gpt-5.4", messages=${last})\n`;
      const reasons = (last: string) => {
        const [site] = work({ 'a.py': source(last) }, 'python').sites;
        const pieces = site?.request.segments.flatMap(segment => segment.pieces) ?? [];
        return [site?.model.value, pieces.some(piece => piece.kind === 'hole' && piece.reason === 'too intricate to follow')];
      };
      assert.deepEqual(
        [reasons('v6'), reasons('v40')],
        [
          ['gpt-5.4', false],
          ['gpt-5.4', true],
        ],
      );
    });

  it('follows a call on what a call before it looked into in few steps only', () => {
    const made = Array.from({ length: 60 }, (_, index) => `"k${index}": made("k${index}")`).join(', ');
    const clients = `from openai import OpenAI\n\ndef made(key):\n    return OpenAI(api_key=key)\n\nclients = {${made}}\nclient = clients["k55"]\n`;
    const text = 'from b import client\nclient.clear()\nclient.responses.create(model="gpt-5.4", input="i")\n';
    const { sites } = work({ 'a.py': text, 'b.py': clients }, 'python');
    assert.equal(sites.filter(({ model }) => model.value === 'gpt-5.4').length, 1);
  });

  it('works out conditions that hang on many others once, and not for each caller of the function that they stand in', () => {
    const chain = (length: number) =>
      Array.from(
        { length },
        (_, index) =>
          `    if s${index} == "on":\n        s${index + 1} = os.environ.get("A${index}")\n` +
          `    elif s${index} == "off":\n        s${index + 1} = os.environ.get("B${index}")\n    else:\n        s${index + 1} = s${index}\n`,
      ).join('');
    const source = (callers: number) =>
      'import os\nfrom openai import OpenAI\nclient = OpenAI()\n' +
      `def settings():\n    s0 = os.environ.get("S")\n${chain(9)}    return s9\n` +
      'def ask(question, user):\n    return client.responses.create(model="gpt-5.4", input=question, user=user, store=settings())\n' +
      Array.from({ length: callers }, (_, index) => `ask("q${index}", "u${index}")\n`).join('');
    const steps = [5, 20].map(callers => work({ 'a.py': source(callers) }, 'python').steps);
    assert.ok((steps[1] ?? 0) < 1.5 * (steps[0] ?? 0), String(steps));
  });

  it('says so where what is called takes more steps to find out than are taken for one value', () => {
    const text = (levels: number, method = 'run("m")') => {
      const calls = (index: number) => ['a', 'b', 'c', 'd'].map(item => `f${index + 1}(x + ["${item}"])`).join(', ');
      const functions = Array.from({ length: levels }, (_, index) => `def f${index}(x):\n    return [${calls(index)}]\n`).join('');
      const made = `f0([])${'[3]'.repeat(levels)}`;
      const agent = 'class Agent:\n    def run(self, model):\n        return OpenAI().responses.create(model=model, input="i")\n';
      return `from openai import OpenAI\n${agent}${functions}def f${levels}(x):\n    return Agent()\n${made}.${method}\n`;
    };
    const told = [2, 8].map(levels => {
      const summary = read('file:///p/a.py', text(levels), 'python');
      const { sites, problems } = linkFile('file:///p/a.py', { get: uri => (uri === summary.uri ? summary : null) });
      return [sites.filter(({ model }) => model.value === 'm').length, problems.length];
    });
    assert.deepEqual(told, [
      [1, 0],
      [0, 1],
    ]);
    // What only asks for a part of its object sends nothing, nor what ends it or asserts something of it, so nothing is lost.
    for (const [method, count] of [
      ['get_name()', 0],
      ['stop()', 0],
      ['abort("asked to")', 0],
      ['shutdown("done")', 0],
      ['toBeTypeOf("str")', 0],
      ['length(3)', 0],
      ['toBedrock("q")', 1],
      ['get_answer("q")', 1],
      ['start()', 1],
    ] as const) {
      const summary = read('file:///p/a.py', text(8, method), 'python');
      assert.equal(linkFile('file:///p/a.py', { get: uri => (uri === summary.uri ? summary : null) }).problems.length, count, method);
    }
  });

  it('takes ever fewer steps for what was given up for other callers', () => {
    const doubling = Array.from(
      { length: 12 },
      (_, index) => `def f${index}(x):\n    return [f${index + 1}(x + ["a"]), f${index + 1}(x + ["b"])]\n`,
    ).join('');
    const source = (callers: number) =>
      `from openai import OpenAI\n${doubling}def f12(x):\n    return x\ndef ask(question, model):\n    notes = f0([question])\n` +
      '    return OpenAI().responses.create(model=model, input=notes)\n' +
      Array.from({ length: callers }, (_, index) => `ask("q${index}", "m${index}")\n`).join('');
    const [few, many] = [4, 14].map(callers => work({ 'a.py': source(callers) }, 'python'));
    assert.equal(many?.sites.filter(site => site.model.value?.startsWith('m')).length, 14);
    const each = ((many?.steps ?? 0) - (few?.steps ?? 0)) / 10;
    assert.ok(each < 1_500, `${each} steps for each caller`);
  }).timeout(60_000);

  it('takes no more steps for one call than are allowed, says so, and reads the others', () => {
    const doubling = Array.from(
      { length: 11 },
      (_, index) => `def f${index}(x):\n    return [f${index + 1}(x + ["a"]), f${index + 1}(x + ["b"])]\n`,
    ).join('');
    const args = Array.from({ length: 30 }, (_, index) => `a${index}=f0([${index}])`).join(', ');
    const text = `from openai import OpenAI\nclient = OpenAI()\n${doubling}def f11(x):\n    return x\nclient.responses.create(model="m", input="i", ${args})\nclient.responses.create(model="n", input="i")\n`;
    const { sites, steps } = work({ 'a.py': text }, 'python');
    assert.equal(sites[sites.length - 1]?.model.value, 'n');
    assert.ok(steps < MOST_STEPS_OF_SITE * 1.01, `${steps} steps`);
    const summary = read('file:///p/a.py', text, 'python');
    const { problems } = linkFile('file:///p/a.py', { get: uri => (uri === summary.uri ? summary : null) });
    assert.match(problems.map(({ message }) => message).join(), /too intricate to be followed to the end/);
  }).timeout(60_000);
});
