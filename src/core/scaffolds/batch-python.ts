import { atWhatPrice, commentLines, inDocstring } from './lines';
import type { ScaffoldOf } from './scaffold';

/** A batch submission of its own file: to send all requests, and to fetch the answers in another run. */
export function batchInPython(of: ScaffoldOf): string | undefined {
  const form = formOf(of);
  if (form === undefined) return undefined;
  const { symbol, file, call, item = 'item', over = 'items', priceFactor } = of;
  const whose = symbol === '' ? file : `\`${symbol}\` (${file})`;
  return `"""Sends the requests of ${whose} ${atWhatPrice(priceFactor)}. The answers come within 24 hours, often sooner.

Scaffolded by Promptfare; make it your own. In place of the loop:

    batch_id = submit({str(number): request_for(${inDocstring(item)}) for number, ${inDocstring(item)} in enumerate(${inDocstring(over)})})

Later, in another run:

    answers = collect(batch_id)  # None: not done yet

\`request_for\` is yours to write: it gives the arguments that are passed today.
"""

# Today:
${commentLines(call, '#')}

${form}`;
}

function formOf({ sdk, api, model }: ScaffoldOf): string | undefined {
  if (sdk === 'openai' && api === 'openai-responses') return openai('/v1/responses');
  if (sdk === 'openai' && api === 'openai-chat') return openai('/v1/chat/completions');
  if (sdk === 'anthropic' && api === 'anthropic-messages') return ANTHROPIC;
  return sdk === 'google-genai' ? gemini(model) : undefined;
}

const HEAD = 'from __future__ import annotations\n\n';

function openai(endpoint: string): string {
  return `${HEAD}import json
from collections.abc import Mapping
from typing import Any

from openai import OpenAI

client = OpenAI()
ENDPOINT = "${endpoint}"


def submit(requests: Mapping[str, Mapping[str, Any]]) -> str:
    """Sends the arguments of each request, by an id of yours. Gives the id of the batch: keep it."""
    lines = [
        json.dumps({"custom_id": key, "method": "POST", "url": ENDPOINT, "body": dict(body)})
        for key, body in requests.items()
    ]
    file = client.files.create(file=("requests.jsonl", "\\n".join(lines).encode()), purpose="batch")
    return client.batches.create(input_file_id=file.id, endpoint=ENDPOINT, completion_window="24h").id


def collect(batch_id: str) -> dict[str, dict[str, Any]] | None:
    """The answers by the ids of their requests; those that failed are missing. None: the batch is not done yet."""
    batch = client.batches.retrieve(batch_id)
    if batch.status == "failed":
        raise RuntimeError(f"The batch was refused: {batch.errors}")
    if batch.status not in ("completed", "expired", "cancelled"):
        return None
    if batch.output_file_id is None:
        return {}
    lines = [json.loads(line) for line in client.files.content(batch.output_file_id).text.splitlines() if line]
    return {line["custom_id"]: line["response"]["body"] for line in lines if line.get("response")}
`;
}

const ANTHROPIC = `${HEAD}from collections.abc import Mapping
from typing import Any

import anthropic

client = anthropic.Anthropic()


def submit(requests: Mapping[str, Mapping[str, Any]]) -> str:
    """Sends the arguments of each request, by an id of yours (letters, digits, - and _). Gives the id of the batch: keep it."""
    batch = client.messages.batches.create(
        requests=[{"custom_id": key, "params": dict(params)} for key, params in requests.items()]
    )
    return batch.id


def collect(batch_id: str) -> dict[str, anthropic.types.Message] | None:
    """The answers by the ids of their requests; those that failed are missing. None: the batch is not done yet."""
    if client.messages.batches.retrieve(batch_id).processing_status != "ended":
        return None
    return {
        entry.custom_id: entry.result.message
        for entry in client.messages.batches.results(batch_id)
        if entry.result.type == "succeeded"
    }
`;

function gemini(model: string): string {
  return `${HEAD}from collections.abc import Mapping
from typing import Any

from google import genai

client = genai.Client()
MODEL = ${JSON.stringify(model)}
ENDED = ("JOB_STATE_SUCCEEDED", "JOB_STATE_PARTIALLY_SUCCEEDED")
FAILED = ("JOB_STATE_FAILED", "JOB_STATE_CANCELLED", "JOB_STATE_EXPIRED")


def submit(requests: Mapping[str, Mapping[str, Any]]) -> str:
    """Sends \`contents\` and \`config\` of each request, by an id of yours. Gives the name of the batch: keep it."""
    source = [{**request, "metadata": {"id": key}} for key, request in requests.items()]
    batch = client.batches.create(model=MODEL, src=source)
    if batch.name is None:
        raise RuntimeError("The batch has no name.")
    return batch.name


def collect(name: str) -> list[genai.types.GenerateContentResponse | None] | None:
    """The answers in the order of their requests; in place of one that failed stands None. None: the batch is not done yet."""
    batch = client.batches.get(name=name)
    state = batch.state.name if batch.state else ""
    if state in FAILED:
        raise RuntimeError(f"The batch ended as {state}: {batch.error}")
    if state not in ENDED or batch.dest is None:
        return None
    return [entry.response for entry in batch.dest.inlined_responses or []]
`;
}
