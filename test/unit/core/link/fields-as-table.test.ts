import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const callsIn = async (source: string) =>
  (await sketchesOf({ 'main.py': source }, 'main.py'))
    .filter(line => !line.startsWith(' '))
    .map(line => line.replace('call openai-responses openai ', ''));

const HEAD = `
import dataclasses
from dataclasses import asdict, dataclass
from typing import ClassVar, Optional
from openai import OpenAI
from pydantic import BaseModel
client = OpenAI()
`;

describe('an object’s fields that are spread into a call (Python)', () => {
  it('of a data class', async () => {
    const source = `${HEAD}
@dataclass
class Options:
    limit: ClassVar[int] = 3
    model: str = "gpt-5.4"
    max_output_tokens: int = 200
    def ask(self, text):
        return client.responses.create(input=text, **asdict(self))
@dataclass
class Long(Options):
    max_output_tokens: int = 900
Options(model="gpt-5.5").ask("One.")
client.responses.create(input="Two.", **dataclasses.asdict(Long()))
client.responses.create(input="Three.", **vars(Options(max_output_tokens=7)))
`;
    assert.deepEqual((await callsIn(source)).slice(1), [
      'wrapper-gpt-5.5 (constant) cap 200 via ask',
      'gpt-5.4 (constant) cap 900',
      'gpt-5.4 (constant) cap 7',
    ]);
  });

  it('of any object, with what its methods set', async () => {
    const source = `${HEAD}
class Options:
    def __init__(self, model):
        self.model = model
        self.max_output_tokens = 200
client.responses.create(input="One.", **Options("gpt-5.5").__dict__)
client.responses.create(input="Two.", **vars(Options("gpt-5.4")))
class Any:
    def __init__(self, table):
        self.model = "gpt-5.4"
        for name, value in table.items():
            setattr(self, name, value)
client.responses.create(input="Three.", **vars(Any(input())))
`;
    assert.deepEqual(await callsIn(source), [
      'gpt-5.5 (constant) cap 200',
      'gpt-5.4 (constant) cap 200',
      '? may be in vars() (unknown) cap unknown',
    ]);
  });

  it('of a pydantic model, as far as its dump has them', async () => {
    const source = `${HEAD}
class Options(BaseModel):
    model: str = "gpt-5.4"
    max_output_tokens: Optional[int] = None
    name: str = "desk"
class Config(BaseModel):
    options: Options = Options()
options = Options(max_output_tokens=90)
client.responses.create(input="One.", **options.model_dump(exclude={"name"}))
client.responses.create(input="Two.", **Options(model="gpt-5.5").dict(exclude_none=True))
client.responses.create(input="Three.", **Config().model_dump()["options"])
client.responses.create(input="Four.", **options.model_dump(by_alias=True))
`;
    assert.deepEqual(await callsIn(source), [
      'gpt-5.4 (constant) cap 90',
      'gpt-5.5 (constant) cap absent',
      'gpt-5.4 (constant) cap absent',
      '? may be in options.model_dump() (unknown) cap unknown',
    ]);
  });
});
