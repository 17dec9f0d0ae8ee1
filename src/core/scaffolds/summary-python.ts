import { commentLines, inDocstring } from './lines';
import type { ScaffoldOf } from './scaffold';

/** A shorter conversation, as a file of its own: earlier turns become a summary, which one call makes every few turns. */
export function summaryInPython(of: ScaffoldOf): string | undefined {
  const form = formOf(of);
  if (form === undefined) return undefined;
  const { symbol, file, call, model, async: isAsync, name } = of;
  const whose = symbol === '' ? file : `\`${symbol}\` (${file})`;
  const [define, wait, client] = isAsync ? ['async def', 'await ', `Async${form.client}`] : ['def', '', form.client];
  return `"""Sums up the earlier turns of ${whose}, so that a call doesn't send all of them again.

Scaffolded by Promptfare; make it your own. Before the call, with its client and its list of messages:

    from ${name} import shortened

    messages[:] = ${wait}shortened(client, messages)
"""

# Today:
${commentLines(call, '#')}

from __future__ import annotations

import json
from typing import Any

from ${form.module} import ${client}

MODEL = ${JSON.stringify(inDocstring(model))}
MOST_MESSAGES = 20
KEPT_MESSAGES = 8
INSTRUCTIONS = "Sum up this conversation for whoever goes on with it: facts, decisions, names, numbers, and what is still open."


${define} shortened(client: ${client}, messages: list[Any]) -> list[Any]:
    """The instructions, a summary of the earlier turns, and the last turns. A short conversation stays as it is."""
    lead = 0
    while lead < len(messages) and _field(messages[lead], "role") in ("system", "developer"):
        lead += 1
    cut = max(lead, len(messages) - KEPT_MESSAGES)
    while cut < len(messages) and not _asks(messages[cut]):
        cut += 1
    if len(messages) - lead <= MOST_MESSAGES or cut == len(messages):
        return messages
    earlier = json.dumps(messages[lead:cut], default=lambda part: part.model_dump(exclude_none=True))
${form.body(wait)}
    return [*messages[:lead], {"role": "user", "content": f"What was said before, in short: {summary}"}, *messages[cut:]]


def _field(message: Any, name: str) -> Any:
    return message.get(name) if isinstance(message, dict) else getattr(message, name, None)


def _asks(message: Any) -> bool:
    """Cut only before what a person says: a tool's result must follow its call."""
    content = _field(message, "content")
    parts = content if isinstance(content, list) else []
    return _field(message, "role") == "user" and all(_field(part, "type") != "tool_result" for part in parts)
`;
}

interface PythonForm {
  readonly module: string;
  readonly client: string;
  body(wait: string): string;
}

function formOf({ sdk, api }: ScaffoldOf): PythonForm | undefined {
  if (sdk === 'openai' && api === 'openai-chat') return { module: 'openai', client: 'OpenAI', body: OPENAI };
  if (sdk === 'openai' && api === 'openai-responses') return { module: 'openai', client: 'OpenAI', body: RESPONSES };
  return sdk === 'anthropic' && api === 'anthropic-messages' ? { module: 'anthropic', client: 'Anthropic', body: ANTHROPIC } : undefined;
}

const OPENAI = (wait: string) => `    answer = ${wait}client.chat.completions.create(
        model=MODEL,
        max_completion_tokens=2000,
        messages=[{"role": "system", "content": INSTRUCTIONS}, {"role": "user", "content": earlier}],
    )
    summary = answer.choices[0].message.content`;

const RESPONSES = (wait: string) => `    answer = ${wait}client.responses.create(
        model=MODEL,
        max_output_tokens=2000,
        instructions=INSTRUCTIONS,
        input=earlier,
    )
    summary = answer.output_text`;

const ANTHROPIC = (wait: string) => `    answer = ${wait}client.messages.create(
        model=MODEL,
        max_tokens=2000,
        system=INSTRUCTIONS,
        messages=[{"role": "user", "content": earlier}],
    )
    summary = "".join(block.text for block in answer.content if block.type == "text")`;
