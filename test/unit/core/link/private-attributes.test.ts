import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const headsOf = async (main: string, source: string) => (await sketchesOf({ [main]: source }, main)).filter(line => !line.startsWith(' '));

describe('attributes that a pydantic model keeps to itself', () => {
  it('are what the model sets them to when they are first needed', async () => {
    const python = `
from typing import Any, Optional
from openai import OpenAI
from pydantic import BaseModel, PrivateAttr

class Desk(BaseModel):
    model: str = "qwen3"
    _client: Optional[OpenAI] = PrivateAttr(default=None)
    _cheap: OpenAI = PrivateAttr()
    _size: str = PrivateAttr(default="gpt-5.4-nano")

    @property
    def client(self) -> OpenAI:
        if self._client is None:
            self._client = OpenAI(base_url="http://localhost:8000/v1")
        return self._client

    def model_post_init(self, context: Any) -> None:
        self._cheap = OpenAI(base_url="https://api.deepseek.com")

    def short(self, question: str):
        return self._cheap.chat.completions.create(model=self._size, messages=[{"role": "user", "content": question}])

def ask(desk: Desk, question: str):
    return desk.client.chat.completions.create(model=desk.model, messages=[{"role": "user", "content": question}])
`;
    assert.deepEqual(await headsOf('desk.py', python), [
      'call openai-chat deepseek gpt-5.4-nano (constant) cap absent WRAPPER',
      'call openai-chat ? qwen3 (default) cap absent WRAPPER',
    ]);
  });
});
