import assert from 'node:assert/strict';
import { linkProject, sketchesOf } from '../../link-project';

describe('reading texts', () => {
  it('prompts of a package with an __init__ (Python)', async () => {
    const files = {
      'app/prompts/base.py': `
TONE = "Be polite."
SYSTEM = f"You help customers. {TONE}"
def greeting(name):
    return f"Hello {name}. {TONE}"
`,
      'app/prompts/__init__.py': `
from .base import SYSTEM, greeting
from .base import TONE as POLITE
`,
      'app/use.py': `
from openai import OpenAI
from app import prompts
from app.prompts import SYSTEM, POLITE
import app.prompts.base as base

client = OpenAI()

def a(name):
    return client.chat.completions.create(model="gpt-5.4", messages=[
        {"role": "system", "content": SYSTEM},
        {"role": "user", "content": prompts.greeting(name)},
        {"role": "user", "content": POLITE + base.TONE},
    ])
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app/use.py'), [
      'call openai-chat openai gpt-5.4 (literal) cap absent',
      '  system system: You help customers. Be polite.',
      '  user: Hello {name ~unknown}. Be polite.',
      '  user: Be polite.Be polite.',
    ]);
  });

  it('text functions (Python)', async () => {
    const files = {
      'app/use.py': `
import textwrap
from string import Template
from openai import OpenAI

client = OpenAI()
RULES = ["Be brief.", "Be kind."]
TEMPLATE = "Translate {text} into {language}."
BLOCK = textwrap.dedent("""
    Rules:
      - one
""").strip()

def a(text, language):
    prompt = "\\n".join(RULES) + "\\n" + TEMPLATE.format(text=text, language=language)
    return client.responses.create(model="gpt-5.4", instructions=BLOCK, input=prompt)

def b(text):
    return client.responses.create(model="gpt-5.4", input="Summarise %s in %d words." % (text, 20))

def c(text):
    return client.responses.create(model="gpt-5.4", input="".join(["Text: ", text.strip(), "."]))

def d(text):
    return client.responses.create(model="gpt-5.4", input=TEMPLATE.replace("{text}", text))

def e(items):
    lines = "\\n".join(f"- {item}" for item in items)
    return client.responses.create(model="gpt-5.4", input=f"List:\\n{lines}\\nEnd.")

def f(text):
    return client.responses.create(model="gpt-5.4", input=Template("Say $text now").substitute(text=text))
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app/use.py'), [
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  system system: Rules:\n  - one',
      '  user: Be brief.\nBe kind.\nTranslate {text ~unknown} into {language ~unknown}.',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: Summarise {text ~unknown} in 20 words.',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: Text: {text.strip() ~unknown}.',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: Translate {text ~unknown} into {language}.',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: List:\n{item ~unknown}\nEnd.',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: Say {text ~unknown} now',
    ]);
  });

  it('methods that return prompts (Python)', async () => {
    const files = {
      'app/use.py': `
from datetime import datetime
from anthropic import AsyncAnthropic

class Agent:
    MODEL = "claude-sonnet-5-5"
    name = "Ada"

    def __init__(self):
        self._client = AsyncAnthropic()

    @property
    def system(self):
        return f"You are {self.name}. Today is {datetime.now():%Y-%m-%d}."

    def _prompt(self, q):
        return f"Question: {q}"

    async def run(self, q):
        return await self._client.messages.create(
            model=self.MODEL, max_tokens=64, system=self.system, messages=[{"role": "user", "content": self._prompt(q)}])
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app/use.py'), [
      'call anthropic-messages anthropic claude-sonnet-5-5 (constant) cap 64',
      '  system system: You are Ada. Today is {datetime.now().strftime() !day}.',
      '  user: Question: {q ~unknown}',
    ]);
  });

  it('barrels, default exports, cyclic imports (TypeScript)', async () => {
    const files = {
      'src/prompts/system.ts': `
import { NAME } from './index';
export default \`You are \${NAME}.\`;
`,
      'src/prompts/index.ts': `
export const NAME = 'Ada';
export { default as SYSTEM } from './system';
export * from './user';
export * as texts from './user';
`,
      'src/prompts/user.ts': `
export const question = (q: string) => \`Question: \${q}\`;
export function today() { return \`Today is \${new Date().toISOString().slice(0, 10)}.\`; }
`,
      'src/use.ts': `
import OpenAI from 'openai';
import { SYSTEM, question, texts } from './prompts';
import * as prompts from './prompts';
const openai = new OpenAI();
export const a = (q: string) => openai.responses.create({ model: 'gpt-5.4', instructions: SYSTEM + ' ' + texts.today(), input: question(q) + prompts.NAME });
`,
    };
    assert.deepEqual(await sketchesOf(files, 'src/use.ts'), [
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  system system: You are Ada. Today is {Date().toISOString().slice() !day}.',
      '  user: Question: {q ~unknown}Ada',
    ]);
  });

  it('prompts in a dict and by key (Python)', async () => {
    const files = {
      'use.py': `
from openai import OpenAI
client = OpenAI()
PROMPTS = {"en": "Answer in English.", "de": "Antworte deutsch."}
def f(lang, q):
    return client.responses.create(model="m", instructions=PROMPTS[lang], input="Q: " + q)
def g(lang, q):
    return client.responses.create(model="m", instructions=PROMPTS.get(lang, PROMPTS["en"]), input="Q: " + q)
def h(lang, q):
    system = PROMPTS[lang] if lang in PROMPTS else f"Answer in {lang}."
    return client.responses.create(model="m", instructions=system.strip(), input="Q: " + q)
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), [
      'call openai-responses openai m (literal) cap absent',
      '  system system: [Answer in English. | Antworte deutsch.]',
      '  user: Q: {q ~unknown}',
      'call openai-responses openai m (literal) cap absent',
      '  system system: [Answer in English. | Antworte deutsch.]',
      '  user: Q: {q ~unknown}',
      'call openai-responses openai m (literal) cap absent',
      '  system system: [Answer in English. | Antworte deutsch. | Answer in {lang ~unknown}.]',
      '  user: Q: {q ~unknown}',
    ]);
  });

  it('clocks and ids (Python)', async () => {
    const files = {
      'use.py': `
import datetime as dt, uuid, time, random
from datetime import datetime, timezone
from openai import OpenAI
client = OpenAI()
def now():
    return datetime.now(timezone.utc).isoformat()
def f(user):
    today = dt.date.today()
    rid = str(uuid.uuid4())
    started = time.time()
    return client.responses.create(model="m", input=f"{now()} {today} {rid} {started:.0f} {random.choice(['a', 'b'])} {user.name} {dt.datetime.now().strftime('%d %B %Y')} {datetime.now().date()}")
STARTED = datetime.now()
def g():
    return client.responses.create(model="m", input=f"Started {STARTED}")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), [
      'call openai-responses openai m (literal) cap absent WRAPPER',
      '  user: {datetime.now().isoformat() !call} {today !day} {rid !call} {started !call} {random.choice() !call} {user.name ~user} {dt.datetime.now().strftime() !day} {datetime.now().date() !day}',
      'call openai-responses openai m (literal) cap absent',
      '  user: Started {STARTED !deploy}',
    ]);
  });

  it('templates functions, tagged, joins (TypeScript)', async () => {
    const files = {
      'src/use.ts': `
import OpenAI from 'openai';
import dedent from 'dedent';
const openai = new OpenAI();
const rules = ['Be brief.', 'Be kind.'];
const system = dedent\`
  You help.
    - \${rules.join('\\n    - ')}
\`;
const build = (topic: string, tone?: string) => [\`Write about \${topic}.\`, tone && \`Tone: \${tone}.\`, 'End.'].filter(Boolean).join('\\n');
function withContext(prompt: string, context?: string) {
  let out = prompt;
  if (context) out += \`\\n\\nContext:\\n\${context}\`;
  return out.trim();
}
export const a = (t: string) => openai.responses.create({ model: 'm', instructions: system, input: build(t) });
export const b = (t: string, c: string) => openai.responses.create({ model: 'm', input: withContext('Sum up. ', c) });
export const c = (t: string) => openai.responses.create({ model: 'm', input: 'A: {{x}}'.replace(\`{{x}}\`, t).concat('!') });
`,
    };
    assert.deepEqual(await sketchesOf(files, 'src/use.ts'), [
      'call openai-responses openai m (literal) cap absent',
      '  system system: You help.\n  - Be brief.\n  - Be kind.',
      '  user: Write about {t ~unknown}.\nEnd.',
      'call openai-responses openai m (literal) cap absent',
      '  user: Sum up. [ | \n\nContext:\n{c ~unknown}]',
      'call openai-responses openai m (literal) cap absent',
      '  user: A: {t ~unknown}!',
    ]);
  });

  it('a prompt written in steps (Python)', async () => {
    const files = {
      'use.py': `
from openai import OpenAI
client = OpenAI()
def f(items, verbose, q):
    prompt = "Rules:\\n"
    for item in items:
        prompt += f"- {item}\\n"
    if verbose:
        prompt += "Be detailed.\\n"
    else:
        prompt += "Be brief.\\n"
    prompt += "Question: " + q
    return client.responses.create(model="m", input=prompt)
def g(q):
    parts = ["A.", "B."]
    parts.append(f"Q: {q}")
    return client.responses.create(model="m", input="\\n\\n".join(parts))
def h(q):
    prompt = f"""
        You answer.
        {q}
    """.strip()
    return client.responses.create(model="m", input=prompt)
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), [
      'call openai-responses openai m (literal) cap absent',
      '  user: Rules:\n{item ~unknown}[ | Be detailed.\n][ | Be brief.\n]Question: {q ~unknown}',
      'call openai-responses openai m (literal) cap absent',
      '  user: A.\n\nB.\n\nQ: {q ~unknown}',
      'call openai-responses openai m (literal) cap absent',
      '  user: You answer.\n        {q ~unknown}',
    ]);
  });

  it('a prompt read from a file (Python)', async () => {
    const files = {
      'use.py': `
from pathlib import Path
from openai import OpenAI
client = OpenAI()
SYSTEM = Path(__file__).with_name("system.md").read_text()
with open("prompt.txt") as f:
    PROMPT = f.read()
def a(q):
    return client.responses.create(model="m", instructions=SYSTEM, input=PROMPT.format(q=q))
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), [
      'call openai-responses openai m (literal) cap absent',
      '  system system: {SYSTEM ~unknown}',
      '  user: {PROMPT.format() ~call}',
    ]);
  });

  it('a prompt written in steps (TypeScript)', async () => {
    const files = {
      'src/use.ts': `
import OpenAI from 'openai';
const openai = new OpenAI();
export function f(items: string[], verbose: boolean, q: string) {
  let prompt = 'Rules:\\n';
  for (const item of items) prompt += \`- \${item}\\n\`;
  prompt += verbose ? 'Be detailed.\\n' : 'Be brief.\\n';
  prompt = prompt + 'Question: ' + q;
  return openai.responses.create({ model: 'm', input: prompt });
}
`,
    };
    assert.deepEqual(await sketchesOf(files, 'src/use.ts'), [
      'call openai-responses openai m (literal) cap absent',
      '  user: Rules:\n{item ~unknown}[Be detailed.\n | Be brief.\n]Question: {q ~unknown}',
    ]);
  });

  it('names a part of a parameter as it is written (Python)', async () => {
    const main = `from openai import OpenAI
from names import is_full
def ask(text, model_name="openai/gpt-5.4"):
    name = model_name[7:] if is_full(model_name) else model_name
    return OpenAI().responses.create(model=name, input=text)
`;
    const { sites } = await linkProject({ 'main.py': main }, 'main.py');
    assert.deepEqual(
      sites.map(({ model }) => model.why),
      ['comes from the parameter model_name[7:]'],
    );
  });
});
