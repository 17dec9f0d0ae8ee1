import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('a function that calls what it is handed, with a model', () => {
  const SOURCE = `
from functools import partial
from litellm import completion

MODELS = ["gpt-5.4", "gpt-5.4-mini"]

def with_any(ask):
    for model in MODELS:
        try:
            return ask(model)
        except Exception:
            print("next")

class Desk:
    def __init__(self, system):
        self.system = system

    def _ask(self, model, text="Hello."):
        return completion(model=model, max_tokens=40, messages=[{"role": "user", "content": text}])

    def greet(self):
        return with_any(self._ask)

    def say(self):
        ask = partial(self._ask, text="Good day.")
        return with_any(ask)

def plain(model):
    return completion(model=model, messages=[{"role": "user", "content": "Plain."}])

with_any(plain)
with_any(print)
`;

  it('asks the models that the function passes (Python)', async () => {
    const found = await sketchesOf({ 'desk.py': SOURCE }, 'desk.py');
    assert.deepEqual(
      found.filter(line => !line.startsWith('call')),
      [
        '  user: [{text ~unknown} | Hello.]',
        'wrapper-call openai-chat openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap 40 via with_any > _ask',
        '  user: Hello.',
        'wrapper-call openai-chat openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap 40 via with_any > _ask',
        '  user: Good day.',
        '  user: Plain.',
        'wrapper-call openai-chat openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap absent via with_any > plain',
        '  user: Plain.',
      ],
    );
  });

  it('asks the models that its callers pass (Python)', async () => {
    const source = `
from litellm import completion

def first_answer(call, models):
    for model in models:
        try:
            return call(model)
        except Exception:
            continue

def summarize(text):
    def ask(model):
        return completion(model=model, max_tokens=40, messages=[{"role": "user", "content": text}])
    return first_answer(ask, ["gpt-5.4-mini", "gpt-5.4-nano"])
`;
    const found = await sketchesOf({ 'desk.py': source }, 'desk.py');
    assert.deepEqual(found.slice(-2), [
      'wrapper-call openai-chat openai ? one of gpt-5.4-mini, gpt-5.4-nano (constant) cap 40 via first_answer > ask WRAPPER',
      '  user: {text ~unknown}',
    ]);
  });

  it('asks what the function passes, though the model is set elsewhere (Python)', async () => {
    const source = `
from litellm import completion
import settings

def with_fallback(ask):
    for position, (model, region) in enumerate(zip(settings.models(), settings.regions())):
        try:
            return ask(model)
        except Exception:
            print(position, region)

def review(model):
    return completion(model=model, max_tokens=40, messages=[{"role": "user", "content": "Review this."}])

with_fallback(review)
`;
    const found = await sketchesOf({ 'desk.py': source }, 'desk.py');
    assert.deepEqual(found.slice(-2), [
      'wrapper-call openai-chat ? ? depends on model (loop variable) (unknown) cap 40 via with_fallback > review',
      '  user: Review this.',
    ]);
  });
});
