"""Writes the handover that a colleague reads when Counter passes a case on."""

from textwrap import dedent

from openai import AsyncOpenAI

from .conversation import Case

HANDOVER_INSTRUCTIONS = dedent("""\
    You write handovers for the support team of Kettlewick. The reader has thirty seconds before they call the customer.

    Use exactly these four lines, each one sentence:
    Wants: what the customer asks for, in their terms.
    So far: what was tried or promised, with dates.
    Blocked by: why the case needs a person.
    Next: the first thing the colleague should do.

    Leave out greetings, order numbers that don't matter any more, and anything you infer about the customer's mood.
    If a safety matter is mentioned anywhere, begin the first line with SAFETY.
    """)


async def write_handover(client: AsyncOpenAI, case: Case) -> str:
    response = await client.responses.create(
        model="gpt-6-luna",
        instructions=HANDOVER_INSTRUCTIONS,
        input=case.transcript(),
        max_output_tokens=300,
        reasoning={"effort": "none"},
    )
    return response.output_text
