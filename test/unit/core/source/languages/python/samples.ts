/** Sources as people write them, to be broken and edited by properties. */
export const SAMPLES: readonly string[] = [
  `from __future__ import annotations
import os
from openai import AsyncOpenAI as Client
from .prompts import SYSTEM, build as make  # ours

client = Client(api_key=os.environ["KEY"])
LIMITS = {"short": 1_00, "long": 4e3, **extra}


class Assistant(Base):
    """Answers."""

    model: str = "gpt-4o"

    def __init__(self, *, tools: list[Tool] | None = None, **rest):
        self.messages = [{"role": "system", "content": SYSTEM}]
        self.tools = tools or []

    @property
    def count(self): return len(self.messages)

    async def ask(self, question: str) -> str:
        self.messages.append({"role": "user", "content": f"Today is {now():%d.%m}.\\n{question!r}"})
        try:
            reply = await client.chat.completions.create(
                model=self.model if self.model else "gpt-4o-mini",
                messages=[m for m in self.messages if m["role"] != "x"],
                max_tokens=LIMITS["short"],  # enough
            )
        except (ValueError, TypeError) as e:
            raise RuntimeError("no" " answer\\x21") from e
        finally:
            self.messages.pop()
        match reply.choices:
            case [first, *_]:
                return first.message.content
            case _:
                return ""
`,
  `PROMPT = f'''
    You are {name}, {{role}}.
    Rules:\\
    - be brief
    Today is {date.today()}.
    '''

def run(items, k=lambda x: x.id):
    global total
    for i, (a, b) in enumerate(items):
        with open(a) as f, lock:
            text = f.read()[:100] + "%s\\n" % b
        if not text: continue
        elif (n := len(text)) > 3:
            total += n
        else:
            del items[i]
    else:
        while True:
            break
    return {"a": [*items], 'b': (1, -2.5), "c": {x for x in items}}, r"\\d+" rb'x'
`,
  'x = f"""a\r\n  {b["c"]:>{w}}\r\n"""\r\nif x:\r\n\ty = "tab"\r\nprint("é😀", x.y(z)[1:2], sep="\\N{BULLET}")\r\n',
];
