"""Suggests a decision on refund requests that the policy does not settle; a person confirms it."""

from pathlib import Path

import prompty

from .conversation import Case
from .orders import Order

DECISION = Path(__file__).parent.parent / "prompts" / "refund-decision.prompty"


def suggest_decision(case: Case, order: Order, days_since_delivery: int) -> str:
    return prompty.invoke(
        str(DECISION),
        inputs={
            "transcript": case.transcript(),
            "items": ", ".join(order.items),
            "total": f"£{order.total_pence / 100:.2f}",
            "days_since_delivery": days_since_delivery,
        },
    )
