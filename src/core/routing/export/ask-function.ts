import type { RouterLanguage } from './routing-map';

/** Packages in whose form a router can be written. */
export type RouterSdk = 'openai' | 'anthropic' | 'vercel-ai' | 'litellm';

/** The part of a router that depends on the package: imports, and one function that asks one model. */
const ASK: Readonly<Record<RouterLanguage, Readonly<Partial<Record<RouterSdk, string>>>>> = {
  typescript: {
    openai: `import OpenAI from 'openai';

const client = new OpenAI();

async function ask(model: string, instructions: string, input: string): Promise<string> {
  const response = await client.responses.create({ model, instructions, input });
  return response.output_text;
}
`,
    anthropic: `import Anthropic from '@anthropic-ai/sdk';

const client = new Anthropic();
const MAX_TOKENS = 4096;

async function ask(model: string, instructions: string, input: string): Promise<string> {
  const message = await client.messages.create({
    model,
    max_tokens: MAX_TOKENS,
    system: instructions,
    messages: [{ role: 'user', content: input }],
  });
  return message.content.map(block => (block.type === 'text' ? block.text : '')).join('');
}
`,
    'vercel-ai': `import { generateText } from 'ai';

async function ask(model: string, instructions: string, input: string): Promise<string> {
  const { text } = await generateText({ model, system: instructions, prompt: input });
  return text;
}
`,
  },
  python: {
    openai: `from openai import OpenAI

client = OpenAI()


def ask(model: str, instructions: str, input: str) -> str:
    return client.responses.create(model=model, instructions=instructions, input=input).output_text
`,
    anthropic: `import anthropic

client = anthropic.Anthropic()
MAX_TOKENS = 4096


def ask(model: str, instructions: str, input: str) -> str:
    message = client.messages.create(
        model=model,
        max_tokens=MAX_TOKENS,
        system=instructions,
        messages=[{"role": "user", "content": input}],
    )
    return "".join(block.text for block in message.content if block.type == "text")
`,
    litellm: `import litellm


def ask(model: str, instructions: str, input: str) -> str:
    messages = [{"role": "system", "content": instructions}, {"role": "user", "content": input}]
    response = litellm.completion(model=model, messages=messages)
    return response.choices[0].message.content or ""
`,
  },
};

/** What the packages of a call's own are called here; undefined: a router can't be written in its form. */
export function routerSdk(language: RouterLanguage, sdk: string): RouterSdk | undefined {
  const known = (['openai', 'anthropic', 'vercel-ai', 'litellm'] as const).find(name => name === sdk);
  return known !== undefined && ASK[language][known] !== undefined ? known : undefined;
}

export function askFunction(language: RouterLanguage, sdk: RouterSdk): string | undefined {
  return ASK[language][sdk];
}

/** Libraries over several sellers want the seller in the id. */
export function modelIdFor(sdk: RouterSdk, provider: string, model: string): string {
  if (sdk === 'litellm') return `${provider === 'google' ? 'gemini' : provider}/${model}`;
  return sdk === 'vercel-ai' ? `${provider}/${model}` : model;
}
