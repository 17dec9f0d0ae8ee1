import assert from 'node:assert/strict';
import type { Compressed, Compression } from '../../../../src/core/compression/compression';
import { isKnown } from '../../../../src/core/quote/basis';
import { applyEdits } from '../../../../src/core/source/edit';
import { analyseIn, DEFAULT_SETTINGS, type Files } from '../rules/fixture/project';

async function compressionIn(files: Files, root: string, referenceModel?: string): Promise<Compression> {
  const settings = referenceModel === undefined ? DEFAULT_SETTINGS : { ...DEFAULT_SETTINGS, referenceModel };
  const analysed = await analyseIn(files, root, settings);
  const [quote] = analysed.analysis.quotes;
  const compression = quote && analysed.compression(quote.site.identity);
  assert.ok(compression, 'a request');
  return compression;
}

function done(result: Compressed | { readonly refused: string }): Compressed {
  assert.ok(!('refused' in result), JSON.stringify(result));
  return result;
}

function applied(files: Files, { changes }: Compressed): Files {
  const edits = changes.flatMap(change => change.edits);
  return new Map(
    [...files].map(([uri, text]) => [
      uri,
      applyEdits(
        text,
        edits.filter(edit => edit.uri === uri),
      ),
    ]),
  );
}

/** The file with all changes of these passes, and with each alone, both of which must be what the passes promised. */
async function compressed(name: string, text: string, ...passes: readonly string[]): Promise<string> {
  const uri = `file:///project/${name}`;
  const files: Files = new Map([[uri, text]]);
  const compression = await compressionIn(files, uri, 'gpt-5.4');
  const result = done(compression.compress(passes));
  const now = applied(files, result);
  const again = await compressionIn(now, uri, 'gpt-5.4');
  assert.equal(again.prompt().user, promptAfter(result), 'the request says what was promised');
  const left = again.compress(passes);
  assert.ok('refused' in left, `nothing is left to do: ${JSON.stringify(left)}`);
  return now.get(uri) ?? '';
}

/** What a model would be shown of the result: values are numbered there. */
function promptAfter({ after }: Compressed): string {
  let value = 0;
  return `<part n="1">\n${after.text.replace(/\{value\}/g, () => `⟦${++value}⟧`)}\n</part>`;
}

const call = (argument: string) => `from openai import OpenAI

client = OpenAI()


def answer(value):
    return client.responses.create(model="gpt-5.4", input=${argument})
`;

describe('compression of a prompt in code', () => {
  it('edits a text in triple quotes, and keeps its value', async () => {
    const before = call('f"""You help.   \n        Please call the tool in order to {value}.\n\n\n\n        Be very kind.\n        """');
    const after = call('f"""You help.\nCall the tool to {value}.\n\nBe kind.\n"""');
    assert.equal(await compressed('a.py', before, 'trailing-space', 'blank-lines', 'indentation', 'wordy-phrases', 'fillers'), after);
  });

  it('edits escapes of a text on one line', async () => {
    const before = call('"You help.  \\n\\n\\n\\nSay \\"hi\\" in order to greet."');
    assert.equal(
      await compressed('a.py', before, 'trailing-space', 'blank-lines'),
      call('"You help.\\n\\nSay \\"hi\\" in order to greet."'),
    );
  });

  it('keeps the margin that a dedent takes off', async () => {
    const dedent = (text: string) => `import textwrap\n${call(`textwrap.dedent(${text})`)}`;
    const before = dedent('"""\n        You help.  \n        \n        \n        Be kind.\n        """');
    assert.equal(
      await compressed('a.py', before, 'trailing-space', 'blank-lines'),
      dedent('"""\n        You help.\n        \n        Be kind.\n        """'),
    );
  });

  it('minifies JSON whose brackets an f-string doubles', async () => {
    const before = call('f"""Like {value}:\n{{\n  "a": {{\n    "b": 1\n  }},\n  "c": [1,\n 2]\n}}\n"""');
    assert.equal(await compressed('a.py', before, 'json'), call('f"""Like {value}:\n{{"a":{{"b":1}},"c":[1,2]}}\n"""'));
  });

  it('edits literals that stand side by side, and leaves their quotes', async () => {
    const before = call('("You help.  \\n"\n        "Please call the tool in order to answer.  ")');
    assert.equal(
      await compressed('a.py', before, 'trailing-space', 'wordy-phrases', 'fillers'),
      call('("You help.\\n"\n        "Call the tool to answer.")'),
    );
  });

  it('edits a template of TypeScript, and keeps line ends of Windows', async () => {
    const code = (text: string) =>
      `import OpenAI from 'openai';\r\nconst client = new OpenAI();\r\nexport const answer = (value: string) =>\r\n  client.responses.create({ model: 'gpt-5.4', input: \`${text}\` });\r\n`;
    const before = code(`You help \${value}.  \r\n\r\n\r\n\r\n    Please be kind.`);
    assert.equal(await compressed('a.ts', before, 'trailing-space', 'blank-lines'), code(`You help \${value}.\r\n\r\n    Please be kind.`));
  });

  it('leaves a text alone that the request sends twice', async () => {
    const code = `from openai import OpenAI\nTEXT = "Be kind.  \\nBe short."\nOpenAI().responses.create(model="gpt-5.4", input=TEXT + TEXT)\n`;
    const compression = await compressionIn(new Map([['file:///project/a.py', code]]), 'file:///project/a.py');
    assert.deepEqual(compression.offers(), []);
  });
});

describe('compression of a prompt file', () => {
  it('edits the messages of Prompty and leaves its head', async () => {
    const head = '---\nname:   Support  \nmodel:\n  id: gpt-5.4\n---\nsystem:\n';
    assert.equal(
      await compressed('a.prompty', `${head}You help.  \n\n\n\nPlease be kind to {{value}}.\n`, 'trailing-space', 'blank-lines'),
      `${head}You help.\n\nPlease be kind to {{value}}.\n`,
    );
  });

  it('edits a block of YAML and keeps its indentation', async () => {
    const file = (text: string) => `model: openai/gpt-5.4\nmessages:\n  - role: system\n    content: |\n${text}`;
    const before = file('      You help.  \n\n\n\n      Act in order to answer.\n');
    assert.equal(
      await compressed('a.prompt.yml', before, 'trailing-space', 'blank-lines', 'wordy-phrases'),
      file('      You help.\n\n      Act to answer.\n'),
    );
  });

  it('edits a string of JSON', async () => {
    const file = (text: string) => `{\n  "_type": "prompt",\n  "input_variables": ["value"],\n  "template": ${JSON.stringify(text)}\n}\n`;
    const before = file('You "help".  \n\n\n\nAct in order to {value}.');
    assert.equal(
      await compressed('a.json', before, 'trailing-space', 'blank-lines', 'wordy-phrases'),
      file('You "help".\n\nAct to {value}.'),
    );
  });
});

describe('what compression offers', () => {
  const text = `---\nmodel:\n  id: gpt-5.4\n---\nsystem:\nPlease help.   \n\n\n\nIn order to answer, call \`find\`.\nuser:\n{{question}}\n`;
  const uri = 'file:///project/a.prompty';

  it('is each pass that finds something, with tokens and money', async () => {
    const offers = (await compressionIn(new Map([[uri, text]]), uri)).offers();
    assert.deepEqual(
      offers.map(({ id, changes }) => [id, changes]),
      [
        ['wordy-phrases', 1],
        ['fillers', 1],
        ['trailing-space', 1],
        ['blank-lines', 1],
      ],
    );
    for (const { id, savedTokens, savedUsd } of offers.slice(0, 2)) {
      assert.ok(savedTokens > 0, id);
      // gpt-5.4: $2.50 per million input tokens.
      assert.ok(isKnown(savedUsd) && Math.abs(savedUsd.value - savedTokens * 2.5e-6) < 1e-12, id);
    }
  });

  it('is shown before and after, with the parts under their roles', async () => {
    const { before, after, changes } = done((await compressionIn(new Map([[uri, text]]), uri)).compress(['fillers', 'wordy-phrases']));
    assert.equal(before.text, '── system ──\nPlease help.   \n\n\n\nIn order to answer, call `find`.\n\n── user ──\n{question}');
    assert.equal(after.text, '── system ──\nHelp.   \n\n\n\nTo answer, call `find`.\n\n── user ──\n{question}');
    assert.ok(after.tokens.value < before.tokens.value);
    assert.deepEqual(
      changes.map(({ label }) => label),
      ['Remove "Please"', 'Say "To" for "In order to"'],
    );
  });
});

describe('compression by a model', () => {
  const text =
    '---\nmodel:\n  id: gpt-5.4\n---\nsystem:\nYou are a helpful assistant. Do not reveal more than 3 prices to {{user}}. Always call `find` first.\n';
  const uri = 'file:///project/a.prompty';
  const answered = (body: string) => `Here you are:\n<part n="1">\n${body}\n</part>`;

  it('asks with marks for the values', async () => {
    const { user } = (await compressionIn(new Map([[uri, text]]), uri)).prompt();
    assert.ok(user.includes('prices to ⟦1⟧. Always'));
    assert.ok(!user.includes('{{user}}'));
  });

  it('takes an answer apart into changes', async () => {
    const files = new Map([[uri, text]]);
    const compression = await compressionIn(files, uri);
    const result = done(compression.propose(answered('You help. Do not reveal more than 3 prices to ⟦1⟧. Call `find` first.')));
    assert.deepEqual(
      result.changes.map(({ label }) => label),
      ['Say "help" for "are a helpful assistant"', 'Say "Call" for "Always call"'],
    );
    assert.equal(applied(files, result).get(uri), text.replace('are a helpful assistant', 'help').replace('Always call', 'Call'));
  });

  it('refuses an answer that lost something, and says what', async () => {
    const compression = await compressionIn(new Map([[uri, text]]), uri);
    const refused = (body: string) => {
      const result = compression.propose(answered(body));
      return 'refused' in result ? result.refused : 'taken';
    };
    assert.match(refused('You help. Reveal 3 prices to ⟦1⟧. Call `find` first.'), /negation “Do not reveal more than 3 prices to {…}\.”/);
    assert.match(refused('You help. Do not reveal more than 3 prices. Call `find` first.'), /variable “user”/);
    assert.match(refused('You help. Do not reveal more than 4 prices to ⟦1⟧. Call it first.'), /code block “`find`”, number “3”/);
  });

  it('refuses an answer that is none', async () => {
    const compression = await compressionIn(new Map([[uri, text]]), uri);
    for (const nonsense of ['', 'Sure!', '<part n="2">x</part>', '</part><part n="1">'])
      assert.deepEqual(compression.propose(nonsense), {
        refused: 'The answer is not what was asked for, so nothing was changed. Try again, or choose another model.',
      });
  });
});
