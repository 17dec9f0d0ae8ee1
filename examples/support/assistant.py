"""Answers a customer's latest message."""

import json
import logging
from datetime import datetime

from anthropic import AsyncAnthropic

from .conversation import Case, Turn, as_messages
from .orders import Order
from .prompts import SUPPORT_PROMPT

logger = logging.getLogger(__name__)


class Assistant:
    def __init__(self) -> None:
        self.client = AsyncAnthropic(max_retries=2)

    async def answer(self, case: Case, question: str, orders: list[Order]) -> str:
        messages = as_messages(case)
        order_lines = json.dumps([order.as_dict() for order in orders], separators=(",", ":"))
        messages.append({"role": "user", "content": f"{question}\n\n<orders>{order_lines}</orders>"})

        response = await self.client.messages.create(
            model="claude-sonnet-5-5",
            max_tokens=1024,
            system=[
                {
                    "type": "text",
                    "text": f"Current date and time: {datetime.now():%A %d %B %Y, %H:%M}\n\n{SUPPORT_PROMPT}",
                    "cache_control": {"type": "ephemeral"},
                }
            ],
            messages=messages,
        )

        reply = "".join(block.text for block in response.content if block.type == "text")
        case.turns.append(Turn("customer", question))
        case.turns.append(Turn("counter", reply))
        logger.info("answered %s, stop reason %s", case.reference, response.stop_reason)
        return reply
