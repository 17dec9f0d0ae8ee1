import { commentLines } from './lines';
import type { ScaffoldOf } from './scaffold';

/** A shorter conversation, as a file of its own, with the types between ‹ and ›. */
export function summaryInTypeScript(of: ScaffoldOf): string | undefined {
  const form = formOf(of);
  if (form === undefined) return undefined;
  const { symbol, file, call, model, name } = of;
  const whose = symbol === '' ? file : `\`${symbol}\` (${file})`;
  return `// Sums up the earlier turns of ${whose}, so that a call doesn't send all of them again.
//
// Scaffolded by Promptfare; make it your own. Before the call, with its client and its list of messages:
//
//     import { shortened } from './${name}';
//
//     messages.splice(0, messages.length, ...(await shortened(client, messages)));
//
// Today:
//
${commentLines(call, '//')}

‹import type ${form.client} from '${form.module}';

›const MODEL = ${JSON.stringify(model)};
const MOST_MESSAGES = 20;
const KEPT_MESSAGES = 8;
const INSTRUCTIONS =
  'Sum up this conversation for whoever goes on with it: facts, decisions, names, numbers, and what is still open.';

/** The instructions, a summary of the earlier turns, and the last turns. A short conversation stays as it is. */
export async function shortened(client‹: ${form.client}›, messages‹: readonly ${form.message}[]›)‹: Promise<${form.message}[]>› {
  const first = messages.findIndex(message => !${form.leads});
  const lead = first < 0 ? messages.length : first;
  // Cut only before what a person says: a tool's result must follow its call.
  const cut = messages.findIndex((message, index) => index >= Math.max(lead, messages.length - KEPT_MESSAGES) && ${form.asks});
  if (messages.length - lead <= MOST_MESSAGES || cut < 0) return [...messages];
  const earlier = JSON.stringify(messages.slice(lead, cut));
${form.body}
  return [...messages.slice(0, lead), { role: 'user', content: \`What was said before, in short: \${summary}\` }, ...messages.slice(cut)];
}
`;
}

interface TypeScriptForm {
  readonly module: string;
  readonly client: string;
  readonly message: string;
  readonly leads: string;
  readonly asks: string;
  readonly body: string;
}

function formOf({ sdk, api }: ScaffoldOf): TypeScriptForm | undefined {
  if (sdk === 'openai' && api === 'openai-chat') return OPENAI;
  if (sdk === 'openai' && api === 'openai-responses') return RESPONSES;
  return sdk === 'anthropic' && api === 'anthropic-messages' ? ANTHROPIC : undefined;
}

const OPENAI: TypeScriptForm = {
  module: 'openai',
  client: 'OpenAI',
  message: 'OpenAI.ChatCompletionMessageParam',
  leads: "['system', 'developer'].includes(message.role)",
  asks: "message.role === 'user'",
  body: `  const answer = await client.chat.completions.create({
    model: MODEL,
    max_completion_tokens: 2000,
    messages: [
      { role: 'system', content: INSTRUCTIONS },
      { role: 'user', content: earlier },
    ],
  });
  const summary = answer.choices[0]?.message.content ?? '';`,
};

const RESPONSES: TypeScriptForm = {
  module: 'openai',
  client: 'OpenAI',
  message: 'OpenAI.Responses.ResponseInputItem',
  leads: "('role' in message && ['system', 'developer'].includes(message.role))",
  asks: "'role' in message && message.role === 'user'",
  body: `  const answer = await client.responses.create({
    model: MODEL,
    max_output_tokens: 2000,
    instructions: INSTRUCTIONS,
    input: earlier,
  });
  const summary = answer.output_text;`,
};

const ANTHROPIC: TypeScriptForm = {
  module: '@anthropic-ai/sdk',
  client: 'Anthropic',
  message: 'Anthropic.MessageParam',
  leads: "(message.role === 'system')",
  asks: "message.role === 'user' && (typeof message.content === 'string' || message.content.every(part => part.type !== 'tool_result'))",
  body: `  const answer = await client.messages.create({
    model: MODEL,
    max_tokens: 2000,
    system: INSTRUCTIONS,
    messages: [{ role: 'user', content: earlier }],
  });
  const summary = answer.content.map(block => (block.type === 'text' ? block.text : '')).join('');`,
};
