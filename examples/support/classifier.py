"""Sorts an incoming email into a queue before anyone, or anything, answers it."""

import json
from dataclasses import dataclass

from openai import OpenAI

client = OpenAI()

QUEUES = ("delivery", "return", "repair", "subscription", "product", "complaint", "other")

TRIAGE_PROMPT = """You sort the mail of a shop for espresso machines, grinders and coffee subscriptions.

Pick one queue:
- delivery: where a parcel is, a wrong address, damage in transit
- return: sending something back, the home trial, refunds that have not arrived
- repair: faults, warranty, workshop bookings, spare parts
- subscription: pausing, changing or cancelling coffee deliveries
- product: questions before a purchase, brewing and grinding advice
- complaint: anger about how a case was handled, legal threats, reviews
- other: suppliers, applications, newsletters, spam

Urgency is "now" if someone could be hurt or a machine smoked, sparked or leaked, "today" if a date in the next two
working days matters to the customer, and "normal" otherwise.

Answer with a JSON object with the keys "queue", "urgency" and "reason". The reason is one short sentence for the
colleague who opens the case."""


@dataclass(frozen=True)
class Triage:
    queue: str
    urgency: str
    reason: str


def classify(subject: str, body: str) -> Triage:
    response = client.chat.completions.create(
        model="gpt-6-luna",
        messages=[
            {"role": "system", "content": TRIAGE_PROMPT},
            {"role": "user", "content": f"Subject: {subject}\n\n{body}"},
        ],
        response_format={"type": "json_object"},
    )
    answer = json.loads(response.choices[0].message.content or "{}")
    queue = answer.get("queue", "other")
    return Triage(
        queue=queue if queue in QUEUES else "other",
        urgency=answer.get("urgency", "normal"),
        reason=answer.get("reason", ""),
    )
