"""The note that goes out three days after a case is closed."""

from .conversation import Case
from .llm import complete

FOLLOW_UP_PROMPT = """Write a follow-up note to a customer of Kettlewick, a shop for espresso machines and coffee.
You get the case as it was closed. Ask whether the one thing that was promised has happened, name it, and say how to
reply if it hasn't. Two or three sentences, British spelling, no exclamation marks, no offers, no request for a review.
If the case ended with nothing promised, answer with the single word SKIP."""


def follow_up_note(case: Case) -> str | None:
    note = complete(
        "claude-haiku-5-5",
        FOLLOW_UP_PROMPT,
        [{"role": "user", "content": case.transcript()}],
        max_tokens=250,
    )
    return None if note == "SKIP" else note
