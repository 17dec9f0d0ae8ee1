import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('a table that is asked for a key of which a branch has asked', () => {
  it('gives what stands under the keys that the branch leaves (Python)', async () => {
    const source = `
import os
from enum import Enum
import litellm

class Kind(str, Enum):
    BIG = "big"
    SMALL = "small"
    LOCAL = "local"

MODELS = {
    Kind.BIG: "openai/gpt-5.4",
    Kind.SMALL: "openai/gpt-5.4-mini",
    Kind.LOCAL: "ollama/llama3.1",
}

def named(kind: Kind) -> str:
    if kind in {Kind.BIG, Kind.SMALL}:
        if os.environ.get("HOST") == "azure":
            return "azure/" + MODELS[kind].split("/")[-1]
    return MODELS[kind]

def local(kind: str):
    if kind == "local" and kind:
        return litellm.completion(model=MODELS[kind], messages=[{"role": "user", "content": "One."}])

def changed(kind: str, other: str):
    if kind == "local":
        kind = other
        return litellm.completion(model=MODELS[kind], messages=[{"role": "user", "content": "Two."}])

def run(kind: Kind):
    return litellm.completion(model=named(kind), messages=[{"role": "user", "content": "Three."}])
`;
    const heads = (await sketchesOf({ 'a.py': source }, 'a.py')).filter(line => !line.startsWith(' '));
    assert.deepEqual(heads, [
      'call openai-chat ollama ollama/llama3.1 (constant) cap absent',
      'call openai-chat ? ? one of openai/gpt-5.4, openai/gpt-5.4-mini, ollama/llama3.1 (constant) cap absent WRAPPER',
      'call openai-chat ? ? one of azure/gpt-5.4, azure/gpt-5.4-mini, openai/gpt-5.4, openai/gpt-5.4-mini, ollama/llama3.1 (constant) cap absent WRAPPER',
    ]);
  });
});
