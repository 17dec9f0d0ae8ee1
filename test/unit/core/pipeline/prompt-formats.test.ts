import assert from 'node:assert/strict';
import { loadCounters } from '../../../../src/node/encodings';
import { sketch } from '../../link-project';
import { analyseIn, DEFAULT_SETTINGS } from '../rules/fixture/project';

const PROJECT = 'file:///project/';
const SETTINGS = { ...DEFAULT_SETTINGS, promptFiles: ['llm/**'] };
const openaiTokens = loadCounters()('o200k_base');

interface Example {
  /** Path → text; the first is analysed. */
  readonly files: Readonly<Record<string, string>>;
  /** Each prompt: model and cap, then its messages. */
  readonly expected: readonly string[];
}

async function analyse({ files }: Pick<Example, 'files'>) {
  const [root = ''] = Object.keys(files);
  const texts = new Map(Object.entries(files).map(([path, text]) => [PROJECT + path, text]));
  return analyseIn(texts, PROJECT + root, SETTINGS);
}

const clients = `client<llm> Fast {
  provider openai
  options {
    model "gpt-5-mini"
    max_tokens 800
  }
}
client<llm> Routed {
  provider openai-generic
  options {
    base_url "https://openrouter.ai/api/v1"
    model "openai/gpt-4o"
  }
}
client<llm> Local {
  provider openai-generic
  options {
    base_url "http://localhost:11434/v1"
    model "llama3"
  }
}
`;

const EXAMPLES: Readonly<Record<string, Example>> = {
  'GitHub Models': {
    files: {
      'summary.prompt.yml': `name: Summary
model: openai/gpt-4o-mini
modelParameters:
  maxTokens: 300
messages:
  - role: system
    content: You summarise tickets in one paragraph.
  - role: user
    content: "Summarise: {{ticket}}"
`,
    },
    expected: [
      'prompt-file prompt-file ? openai/gpt-4o-mini (literal) cap 300',
      '  system system: You summarise tickets in one paragraph.',
      '  user: Summarise: {ticket ~unknown}',
    ],
  },
  'Dotprompt, with a partial': {
    files: {
      'prompts/chat/answer.prompt':
        '---\nmodel: googleai/gemini-2.5-flash\n---\nYou answer guests.\n{{> rules tone="kind"}}\n{{> gone}}\n{{question}}\n',
      'prompts/_rules.prompt': '- Be {{tone}}.\n- Name no prices.\n',
    },
    expected: [
      'prompt-file prompt-file googleai googleai/gemini-2.5-flash (literal) cap absent',
      '  user: You answer guests.\n- Be {tone ~unknown}.\n- Name no prices.\n{> gone ~unknown}{question ~call}',
    ],
  },
  promptfoo: {
    files: {
      'evals/promptfooconfig.yaml': `prompts:
  - file://prompts/long.txt
  - file://prompts/chat.json
  - file://prompts/made.py:make
providers:
  - openai:gpt-4o-mini
  - id: anthropic:messages:claude-sonnet-4-5
    config: {max_tokens: 500}
    prompts: [file://prompts/chat.json]
`,
      'evals/prompts/long.txt': 'You are helpful.\nAnswer: {{question}}',
      'evals/prompts/chat.json': '[{"role": "system", "content": "Be {{tone}}."}, {"role": "user", "content": "{{question}}"}]',
      'evals/prompts/made.py': 'def make(): ...',
    },
    expected: [
      'prompt-file prompt-file openai gpt-4o-mini (literal) cap absent',
      '  user: You are helpful.\nAnswer: {question ~call}',
      'prompt-file prompt-file openai gpt-4o-mini (literal) cap absent',
      '  system system: Be {tone ~unknown}.',
      '  user: {question ~call}',
      'prompt-file prompt-file anthropic claude-sonnet-4-5 (literal) cap 500',
      '  system system: Be {tone ~unknown}.',
      '  user: {question ~call}',
      'prompt-file prompt-file openai gpt-4o-mini (literal) cap absent',
      '  user: {file://prompts/made.py:make ~static}',
    ],
  },
  'Semantic Kernel, in YAML': {
    files: {
      'story.yaml': `name: Story
template: |
  <message role="system">You tell stories.</message>
  <message role="user">About {{$topic}}, please.</message>
template_format: semantic-kernel
execution_settings:
  default:
    model_id: gpt-4o-mini
    max_tokens: 400
`,
    },
    expected: [
      'prompt-file prompt-file ? gpt-4o-mini (literal) cap 400',
      '  system system: You tell stories.',
      '  user: About {topic ~unknown}, please.',
    ],
  },
  'Semantic Kernel, with a config.json': {
    files: {
      'Fun/Joke/skprompt.txt': 'Tell a joke about {{$input}}.\n',
      'Fun/Joke/config.json': '{"schema": 1, "execution_settings": {"default": {"model_id": "gpt-4o", "max_tokens": 120}}}',
    },
    expected: ['prompt-file prompt-file ? gpt-4o (literal) cap 120', '  user: Tell a joke about {input ~call}.'],
  },
  'Semantic Kernel, without a config.json': {
    files: { 'Fun/Joke/skprompt.txt': 'Tell a joke.' },
    expected: ['prompt-file prompt-file ? ? the file names no model (absent) cap unsupported', '  user: Tell a joke.'],
  },
  LangChain: {
    files: {
      'chains/joke.yaml': '_type: prompt\ninput_variables: [topic]\ntemplate_path: chains/joke.txt\n',
      'chains/joke.txt': 'Tell a joke about {topic} as {{"joke": "…"}}.',
    },
    expected: [
      'prompt-file prompt-file ? ? the file names no model (absent) cap unsupported',
      '  user: Tell a joke about {topic ~unknown} as {"joke": "…"}.',
    ],
  },
  'LangChain, in JSON': {
    files: { 'joke.json': '{"_type": "prompt", "input_variables": ["topic"], "template": "Tell a joke about {topic}."}' },
    expected: [
      'prompt-file prompt-file ? ? the file names no model (absent) cap unsupported',
      '  user: Tell a joke about {topic ~unknown}.',
    ],
  },
  'BAML, with clients in another file': {
    files: {
      'baml_src/tickets/triage.baml': `function Triage(ticket: string) -> string {
  client Fast
  prompt #"
    Triage the ticket.
    {{ _.role("user") }}
    {{ ticket }}
  "#
}
function Reply(ticket: string) -> string {
  client Routed
  prompt #"Reply."#
}
function Draft(ticket: string) -> string {
  client Local
  prompt #"Draft."#
}
function Lost(ticket: string) -> string {
  client Nowhere
  prompt #"Lost."#
}
`,
      'baml_src/clients.baml': clients,
    },
    expected: [
      'prompt-file prompt-file openai gpt-5-mini (literal) cap 800',
      '  system system: Triage the ticket.',
      '  user: {ticket ~unknown}',
      'prompt-file prompt-file openrouter openai/gpt-4o (literal) cap absent',
      '  system system: Reply.',
      'prompt-file prompt-file ollama llama3 (literal) cap absent',
      '  system system: Draft.',
      'prompt-file prompt-file ? ? `Nowhere`: a client that another file defines (environment) cap unsupported',
      '  system system: Lost.',
    ],
  },
  Jinja: {
    files: { 'llm/greet.j2': '{# note #}Greet {{ name }} kindly.' },
    expected: [
      'prompt-file prompt-file ? ? the file names no model (absent) cap unsupported',
      '  system system: Greet {name ~unknown} kindly.',
    ],
  },
  Handlebars: {
    files: { 'prompts/greet.hbs': 'Greet {{name}} kindly.' },
    expected: [
      'prompt-file prompt-file ? ? the file names no model (absent) cap unsupported',
      '  system system: Greet {name ~unknown} kindly.',
    ],
  },
  "an editor's prompt": {
    files: { '.github/prompts/review.prompt.md': `---\nmodel: gpt-5.4\n---\nReview \${input:file}.\n` },
    expected: ['prompt-file prompt-file ? gpt-5.4 (literal) cap unsupported', `  user: Review {\${input:file} ~call}.\n`],
  },
  "an editor's agent": {
    files: { '.claude/agents/tester.md': '---\nmodel: sonnet\n---\nTest it.\n' },
    expected: [
      'prompt-file prompt-file ? ? `sonnet`: a family, of which the editor picks the model (environment) cap unsupported',
      '  system system: Test it.\n',
    ],
  },
  'notes for agents': {
    files: { 'AGENTS.md': 'Write tests first.\n' },
    expected: ['prompt-file prompt-file ? ? the file names no model (absent) cap unsupported', '  system system: Write tests first.\n'],
  },
};

describe('a prompt file, from its text to its quote', () => {
  for (const [name, example] of Object.entries(EXAMPLES)) {
    it(`is read as what it sends: ${name}`, async () => {
      const { quotes } = await analyse(example);
      assert.deepEqual(
        quotes.flatMap(({ site }) => sketch(site)),
        example.expected,
      );
    });
  }

  it('is counted in the tokens of its texts, those of included files too', async () => {
    let checked = 0;
    for (const example of Object.values(EXAMPLES)) {
      for (const { site, textTokens, model } of (await analyse(example)).quotes) {
        if (model?.counting?.encoding !== 'o200k_base' || model.counting.factorHigh !== 1) continue;
        const texts = site.request.segments.flatMap(({ pieces }) =>
          pieces.flatMap(piece => (piece.kind === 'text' ? [piece.text.text] : [])),
        );
        const tokens = texts.reduce((sum, text) => sum + openaiTokens(text), 0);
        assert.equal(textTokens.low, tokens, `${site.identity}: ${texts.join('|')}`);
        checked += 1;
      }
    }
    assert.ok(checked >= 8, `${checked} are counted exactly`);
  });

  it('has a price where its model has one, and none from another host', async () => {
    const { quotes } = await analyse(EXAMPLES['BAML, with clients in another file'] ?? { files: {} });
    assert.deepEqual(
      quotes.map(({ model }) => model?.price?.inputUsd),
      [0.25, 2.5, undefined, undefined],
    );
  });

  it('is priced at the seller that the format names in its own words', async () => {
    const baml = (provider: string, model: string) =>
      `function F(x: string) -> string {\n  client "${provider}/${model}"\n  prompt #"Hi"#\n}\n`;
    const promptfoo = (id: string) => `prompts: [Hi]\nproviders: ["${id}"]\n`;
    const sellers = {
      [baml('openai-responses', 'gpt-5-mini')]: 'openai',
      [baml('google-ai', 'gemini-2.5-flash')]: 'google',
      [baml('vertex-ai', 'gemini-2.5-flash')]: 'google',
      [baml('aws-bedrock', 'anthropic.claude-sonnet-4-20250514-v1:0')]: 'aws',
      [promptfoo('openai:chat:gpt-4o')]: 'openai',
      [promptfoo('vertex:gemini-2.5-pro')]: 'google',
      [promptfoo('bedrock:us.anthropic.claude-sonnet-4-20250514-v1:0')]: 'aws',
      [promptfoo('openrouter:openai/gpt-4o')]: 'openrouter',
    };
    for (const [text, seller] of Object.entries(sellers)) {
      const file = text.startsWith('function') ? 'a.baml' : 'promptfooconfig.yaml';
      const [quote] = (await analyse({ files: { [file]: text } })).quotes;
      assert.equal(quote?.model?.provider, seller, text);
      assert.ok(quote.model.price !== undefined, text);
    }
    const [deployment] = (await analyse({ files: { 'promptfooconfig.yaml': promptfoo('azureopenai:chat:gpt-4o') } })).quotes;
    assert.equal(deployment?.model, undefined, 'a deployment is named by its owner');
  });

  it('knows an answer that a schema holds', async () => {
    const text = (schema: string) =>
      `model: openai/gpt-5-mini\n${schema}messages:\n  - role: user\n    content: "List {{things}} as JSON."\n`;
    const structured = async (schema: string) => {
      const { quotes } = await analyse({ files: { 'list.prompt.yml': text(schema) } });
      return quotes[0]?.site.structuredOutput;
    };
    assert.equal(await structured('responseFormat: json_schema\njsonSchema: \'{"name": "list"}\'\n'), true);
    assert.equal(await structured(''), undefined);
  });

  it('has no price where an editor sends it, until somebody chooses a reference model', async () => {
    const files = new Map([[`${PROJECT}a.prompt.md`, '---\nmodel: gpt-5.4\n---\nReview.\n']]);
    const inputUsd = async (settings: typeof SETTINGS) => (await analyseIn(files, `${PROJECT}a.prompt.md`, settings)).quotes[0]?.inputUsd;
    const unasked = await inputUsd(SETTINGS);
    assert.equal(unasked?.basis, 'unknown');
    assert.match(unasked.why, /often paid by subscription; choose a reference model/);
    assert.notEqual((await inputUsd({ ...SETTINGS, referenceModel: 'gpt-5-mini' }))?.basis, 'unknown');
  });

  it('shows nothing where nothing is sent', async () => {
    const silent: Readonly<Record<string, string>> = {
      'baml_src/clients.baml': clients,
      'promptfooconfig.yaml': 'providers: [openai:gpt-5]\n',
      'config.json': '{"execution_settings": {"default": {"max_tokens": 5}}}',
      'package.json': '{"name": "x", "dependencies": {"openai": "^6"}}',
      'deploy.yaml': 'apiVersion: v1\ntemplate:\n  spec: {}\n',
      'notes.txt': 'You are a helpful assistant.',
      'prompts/_rules.prompt': 'Be kind.',
      'AGENTS.md': '',
    };
    for (const [file, text] of Object.entries(silent)) {
      const { analysis } = await analyse({ files: { [file]: text } });
      assert.deepEqual([analysis.quotes, analysis.findings, analysis.problems], [[], [], []], file);
    }
  });

  it('rests on the files that it is tied to, and on those that would be', async () => {
    const uris = async (example: string) => {
      const { analysis } = await analyse(EXAMPLES[example] ?? { files: {} });
      return analysis.dependsOn.map(uri => uri.slice(PROJECT.length));
    };
    assert.deepEqual(await uris('Semantic Kernel, without a config.json'), ['Fun/Joke/config.json']);
    assert.deepEqual(await uris('LangChain'), ['chains/chains/joke.txt', 'chains/joke.txt']);
    const baml = await uris('BAML, with clients in another file');
    assert.ok(baml.includes('baml_src/clients.baml') && baml.includes('baml_src/tickets/clients.baml'));
    assert.ok(
      baml.every(file => file.startsWith('baml_src/')),
      'names are looked for no further than baml_src',
    );
  });
});
