import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

export interface SourceTree {
  readonly files: number;
  /** Files that use an SDK, themselves or through the tree's own wrapper. */
  readonly usingSdk: number;
  /** Calls that a scan must find, those of the wrappers included. */
  readonly callSites: number;
}

/** Files of one package: 14 of them use an SDK, 46 don't. */
const FILES_OF_PACKAGE = 60;
const DIRECT = 5;
const THROUGH_WRAPPER = 7;

/** Writes a tree as large projects have them: packages with a wrapper behind a barrel, features that call it, and much else. */
export async function writeSourceTree(folder: string, files: number): Promise<SourceTree> {
  const packages = Math.round(files / FILES_OF_PACKAGE);
  for (let index = 0; index < packages; index++) {
    for (const [file, text] of Object.entries(packageFiles(index))) {
      const full = path.join(folder, 'packages', `p${index}`, 'src', file);
      await mkdir(path.dirname(full), { recursive: true });
      await writeFile(full, text);
    }
  }
  return { files: packages * FILES_OF_PACKAGE, usingSdk: packages * 14, callSites: packages * (1 + DIRECT + THROUGH_WRAPPER) };
}

function packageFiles(index: number): Record<string, string> {
  const files: Record<string, string> = {
    'ai/client.ts': CLIENT,
    'ai/prompts.ts': prompts(index),
    'ai/index.ts': "export { ask } from './client';\nexport * from './prompts';\n",
  };
  for (let feature = 0; feature < DIRECT; feature++) files[`features/direct-${feature}.ts`] = direct(feature);
  for (let feature = 0; feature < THROUGH_WRAPPER; feature++) files[`features/asks-${feature}.ts`] = asks(feature);
  for (let plain = 0; Object.keys(files).length < FILES_OF_PACKAGE; plain++) files[`lib/plain-${plain}.ts`] = plainModule(index, plain);
  return files;
}

const CLIENT = `import OpenAI from 'openai';

const client = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });

export interface Question {
  model: string;
  system: string;
  text: string;
}

/** All features ask through this. */
export async function ask({ model, system, text }: Question): Promise<string> {
  const response = await client.chat.completions.create({
    model,
    max_completion_tokens: 800,
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: text },
    ],
  });
  return response.choices[0].message.content ?? '';
}
`;

function prompts(index: number): string {
  const rules = Array.from(
    { length: 12 },
    (_, rule) => `Rule ${rule + 1}: name the order, say what was done in shop ${index}, and promise no date.`,
  );
  return `export const MODELS = { fast: 'gpt-4o-mini', careful: 'gpt-4o' };\n\nexport const SUPPORT = \`You help customers of a web shop.\n${rules.join('\n')}\`;\n`;
}

function asks(feature: number): string {
  return `import { ask, MODELS, SUPPORT } from '../ai';
import { normalise } from '../lib/plain-${feature}';

interface Ticket {
  id: string;
  body: string;
  urgent: boolean;
}

export async function answer${feature}(ticket: Ticket): Promise<string> {
  const body = normalise(ticket.body).slice(0, 2000);
  const reply = await ask({ model: MODELS.fast, system: SUPPORT, text: \`Answer ticket ${feature}: \${body}\` });
  return reply.trim();
}
${helpers(feature)}`;
}

function direct(feature: number): string {
  return `import Anthropic from '@anthropic-ai/sdk';
import { normalise } from '../lib/plain-${feature + 10}';
import { SUPPORT } from '../ai/prompts';

const anthropic = new Anthropic();

export class Reviewer${feature} {
  private readonly model = 'claude-sonnet-4-5';

  async review(draft: string, history: { role: 'user' | 'assistant'; content: string }[]): Promise<string> {
    const messages = [...history, { role: 'user' as const, content: \`Review this draft:\\n\${normalise(draft)}\` }];
    const response = await anthropic.messages.create({ model: this.model, max_tokens: 1024, system: SUPPORT, messages });
    return response.content.map(block => ('text' in block ? block.text : '')).join('');
  }
}
${helpers(feature)}`;
}

function plainModule(index: number, plain: number): string {
  const next =
    plain % 40 < 39 ? `import { retry } from './plain-${plain + 1}';\n` : 'const retry = <T>(work: () => Promise<T>) => work();\n';
  return `${next}
/** Tidies what users type in shop ${index}. */
export function normalise(text: string): string {
  return text.replace(/\\s+/g, ' ').trim();
}

export { retry };
${helpers(plain)}`;
}

function helpers(seed: number): string {
  return Array.from(
    { length: 1 },
    (_, index) => `
export interface Row${index} {
  id: string;
  amount: number;
  tags: string[];
  parent?: Row${index};
}

export function collect${index}(rows: Row${index}[], limit = ${seed + 10}): Map<string, number> {
  const totals = new Map<string, number>();
  for (const row of rows.slice(0, limit)) {
    if (row.tags.includes('skip') || row.amount <= 0) continue;
    const key = row.parent === undefined ? row.id : \`\${row.parent.id}/\${row.id}\`;
    totals.set(key, (totals.get(key) ?? 0) + Math.round(row.amount * 100) / 100);
    console.debug('collected', { key, total: totals.get(key) });
  }
  return totals;
}
`,
  ).join('');
}
