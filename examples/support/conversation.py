"""A case's turns, in the shape that the Messages API expects."""

from dataclasses import dataclass, field
from typing import Literal

from anthropic.types import MessageParam


@dataclass(frozen=True)
class Turn:
    author: Literal["customer", "counter", "colleague"]
    text: str


@dataclass
class Case:
    reference: str
    customer_id: str
    turns: list[Turn] = field(default_factory=list)

    def transcript(self) -> str:
        return "\n\n".join(f"{turn.author}: {turn.text}" for turn in self.turns)


def as_messages(case: Case) -> list[MessageParam]:
    messages: list[MessageParam] = []
    for turn in case.turns:
        role = "user" if turn.author == "customer" else "assistant"
        messages.append({"role": role, "content": turn.text})
    return messages
