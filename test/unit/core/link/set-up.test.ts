import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const callsIn = async (source: string) =>
  (await sketchesOf({ 'main.py': source }, 'main.py'))
    .filter(line => !line.startsWith(' '))
    .map(line => line.replace('call openai-responses openai ', ''));

const HEAD = `
from openai import OpenAI
client = OpenAI()
class Desk:
`;
const ASK = `
    def ask(self, text):
        return client.responses.create(model=self.model, max_output_tokens=self.cap, input=text)
`;

describe('an object that a method of its constructor sets up (Python)', () => {
  it('holds what the constructor passes to that', async () => {
    const source = `${HEAD}
    def __init__(self, model="gpt-5.4"):
        self._set_up(model, cap=200)
    def _set_up(self, model, cap):
        self.model = model
        self.cap = cap
${ASK}
Desk().ask("One.")
Desk("gpt-5.5").ask("Two.")
`;
    assert.deepEqual(await callsIn(source), [
      '? one of gpt-5.4, gpt-5.5, by what is passed for model (default) cap 200 WRAPPER',
      'wrapper-gpt-5.4 (constant) cap 200 via ask',
      'wrapper-gpt-5.5 (constant) cap 200 via ask',
    ]);
  });

  it('may hold anything where others call it as well', async () => {
    const source = `${HEAD}
    def __init__(self):
        self.set_up("gpt-5.4")
    def set_up(self, model, cap=90):
        self.model = model
        self.cap = cap
${ASK}
desk = Desk()
desk.set_up(input())
desk.ask("One.")
`;
    assert.match((await callsIn(source))[1] ?? '', /^wrapper-\? comes from the parameter model/);
  });
});

describe('an object that a function makes which a class holds (Python)', () => {
  const factory = `
from abc import ABC, abstractmethod
from openai import OpenAI
client = OpenAI()
class Base(ABC):
    def run(self, rows):
        return [self._one(row) for row in rows]
    @abstractmethod
    def _one(self, row): ...
class Plain(Base):
    def _one(self, row):
        return row
class Desk(Base):
    def __init__(self, model: str):
        self.model = model
    def _one(self, row):
        return client.responses.create(model=self.model, input=row)
class Factory:
    @staticmethod
    def create(kind, model: str = "gpt-5.4-mini") -> Base:
        if kind == "desk":
            return Desk(model=model)
        elif kind == "plain":
            return Plain()
`;

  it('sends what that is passed, whichever other objects it makes that send nothing', async () => {
    const main = `
from desk import Factory
def run(rows, kind):
    return Factory.create(kind, model="gpt-5.5").run(rows)
`;
    const found = await sketchesOf({ 'desk.py': factory, 'main.py': main }, 'main.py');
    assert.equal(found[0], 'wrapper-call openai-responses openai gpt-5.5 (constant) cap absent via run > _one WRAPPER');
  });

  it('is not said to have the default of a parameter where all callers pass something else', async () => {
    const main = `
from desk import Base, Factory
def start(name):
    return Factory.create("desk", model=name)
def run(desk: Base, rows):
    return desk.run(rows)
`;
    const found = await sketchesOf({ 'desk.py': factory, 'main.py': main }, 'main.py');
    assert.match(found[0] ?? '', /^wrapper-call openai-responses openai \? comes from the parameter model/);
  });
});
