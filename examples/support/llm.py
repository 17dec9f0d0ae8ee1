"""One-off completions: a system prompt, a few messages, text back."""

from collections.abc import Iterable
from functools import cache

from anthropic import Anthropic
from anthropic.types import MessageParam


@cache
def get_client() -> Anthropic:
    return Anthropic(timeout=30.0, max_retries=3)


def complete(model: str, system: str, messages: Iterable[MessageParam], max_tokens: int = 600) -> str:
    response = get_client().messages.create(
        model=model,
        system=system,
        messages=messages,
        max_tokens=max_tokens,
    )
    return "".join(block.text for block in response.content if block.type == "text").strip()
