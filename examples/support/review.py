"""Scores finished answers against the house style, a sample of fifty a night."""

from pathlib import Path

from .conversation import Case
from .llm import complete

PROMPTS = Path(__file__).parent.parent / "prompts"
TONE_REVIEW = (PROMPTS / "tone-review.md").read_text(encoding="utf-8")


def review_tone(case: Case) -> str:
    return complete(
        model="claude-sonnet-5-5",
        system=TONE_REVIEW,
        messages=[{"role": "user", "content": f"Case {case.reference}\n\n{case.transcript()}"}],
    )
