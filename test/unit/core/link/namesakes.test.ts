import assert from 'node:assert/strict';
import { sketchesOfAll } from '../../link-project';

describe('methods of objects that go by the name of their class, and that nobody is seen to pass (Python)', () => {
  const model = `
from openai import OpenAI
class Model:
    def __init__(self, name):
        self.name = name
        self.client = OpenAI()
    def send_question(self, text):
        return self.client.responses.create(model=self.name, max_output_tokens=60, input=text)
`;
  const editor = `
class Editor:
    def __init__(self, main_model, spare_models=None):
        self.main_model = main_model
        self.spare_models = spare_models
    def correct(self, text, model=None):
        if not model:
            model = self.main_model
        return model.send_question(f"Correct: {text}")
    def shorten(self, text):
        for model in self.spare_models:
            model.send_question(f"Shorten: {text}")
`;
  const callsIn = async (files: Readonly<Record<string, string>>) =>
    (await sketchesOfAll({ 'app/editor.py': editor, ...files })).get('app/editor.py')?.filter(line => !line.startsWith('  '));

  it('are those of the only class called so that has such a method', async () => {
    const one = 'wrapper-call openai-responses openai ? comes from the parameter name (caller) cap 60 via send_question WRAPPER';
    assert.deepEqual(await callsIn({ 'app/model.py': model }), [one, one]);
  });

  it('are nobody’s where two classes are called so, or none that has such a method', async () => {
    const other = `
class Model:
    def send_question(self, text):
        return text
`;
    assert.deepEqual(await callsIn({ 'app/model.py': model, 'app/double.py': other }), []);
    assert.deepEqual(await callsIn({ 'app/model.py': model.replace('class Model', 'class Helper') }), []);
    assert.deepEqual(await callsIn({ 'app/model.py': model.replace('def send_question', 'def send_all') }), []);
  });
});
