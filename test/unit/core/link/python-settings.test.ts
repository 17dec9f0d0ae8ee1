import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const heads = async (files: Record<string, string>, file: string) =>
  (await sketchesOf(files, file)).filter(line => !line.startsWith(' ')).map(line => line.replace('call openai-responses openai ', ''));

describe('settings of Python frameworks', () => {
  const manage = `
import os
def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings.local")
`;
  const answers = `
from django.conf import settings
from openai import OpenAI

client = OpenAI()

def answer():
    client.responses.create(model=settings.ANSWER_MODEL, max_output_tokens=settings.ANSWER_TOKENS, input="Hi")
    client.responses.create(model=settings.LOCAL_MODEL, max_output_tokens=getattr(settings, "ANSWER_TOKENS", 9), input="Hi")
    client.responses.create(model=settings.SUMMARY_MODEL, input="Hi")
    client.responses.create(model=settings.ABSENT_MODEL, input="Hi")
`;
  const base = `
import environ
env = environ.Env(SUMMARY_MODEL=(str, "gpt-5.4-nano"))
ANSWER_MODEL = "gpt-5.4"
ANSWER_TOKENS = 350
LOCAL_MODEL = "gpt-5.4"
SUMMARY_MODEL = env("SUMMARY_MODEL")
`;

  it('what the settings module of a Django project says, and the module that it takes over', async () => {
    const files = {
      'web/manage.py': manage,
      'web/shop/__init__.py': '',
      'web/shop/settings/__init__.py': '',
      'web/shop/settings/base.py': base,
      'web/shop/settings/local.py': 'from .base import *\nLOCAL_MODEL = "gpt-5.4-mini"\n',
      'web/desk/__init__.py': '',
      'web/desk/answers.py': answers,
    };
    assert.deepEqual(await heads(files, 'web/desk/answers.py'), [
      'gpt-5.4 (constant) cap 350',
      'gpt-5.4-mini (constant) cap 350',
      'gpt-5.4-nano (environment) cap absent',
      '? depends on settings.ABSENT_MODEL (comes from django.conf) (unknown) cap absent',
    ]);
  });

  it('a server that is started with other settings may send another model', async () => {
    const files = {
      'manage.py': manage,
      'shop/__init__.py': '',
      'shop/wsgi.py': 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings.live")\n',
      'shop/settings/__init__.py': '',
      'shop/settings/base.py': base,
      'shop/settings/local.py': 'from .base import *\nLOCAL_MODEL = "gpt-5.4-mini"\n',
      'shop/settings/live.py': 'from .base import *\n',
      'desk/answers.py': answers,
    };
    const [same, other] = await heads(files, 'desk/answers.py');
    assert.equal(same, 'gpt-5.4 (constant) cap 350');
    assert.match(other ?? '', /^\? one of gpt-5\.4-mini, gpt-5\.4 /);
  });

  it('objects that read the environment', async () => {
    const files = {
      'main.py': `
import environ
import environs
from openai import OpenAI
from starlette.config import Config

client = OpenAI()
one = environ.Env()
other = environs.Env()
config = Config(".env")

def run():
    client.responses.create(model=one("A", default="gpt-5.4"), max_output_tokens=one.int("N", default=40), input="Hi")
    client.responses.create(model=one.str("B", "gpt-5.4-mini"), input="Hi")
    client.responses.create(model=other("C", "gpt-5.4"), max_output_tokens=other.int("N", 50), input="Hi")
    client.responses.create(model=other.str("D"), input="Hi")
    client.responses.create(model=config("E", cast=str, default="gpt-5.4-mini"), input="Hi")
`,
    };
    assert.deepEqual(await heads(files, 'main.py'), [
      'gpt-5.4 (environment) cap 40',
      'gpt-5.4-mini (environment) cap absent',
      'gpt-5.4 (environment) cap 50',
      '? depends on D (set where the program is deployed) (environment) cap absent',
      'gpt-5.4-mini (environment) cap absent',
    ]);
  });

  it('dictionaries whose keys are fields', async () => {
    const files = {
      'settings.yaml': 'model: gpt-5.4\ncap: 60\n',
      'main.py': `
import yaml
from addict import Dict
from easydict import EasyDict
from munch import munchify
from openai import OpenAI

client = OpenAI()
one = EasyDict(yaml.safe_load(open("settings.yaml")))
other = munchify({"model": "gpt-5.4-mini", "cap": 70})
third = Dict(model="gpt-5.4")

def run():
    client.responses.create(model=one.model, max_output_tokens=one.cap, input="Hi")
    client.responses.create(model=other.model, max_output_tokens=other.cap, input="Hi")
    client.responses.create(model=third.model, input="Hi")
`,
    };
    assert.deepEqual(await heads(files, 'main.py'), [
      'gpt-5.4 (constant) cap 60',
      'gpt-5.4-mini (constant) cap 70',
      'gpt-5.4 (constant) cap absent',
    ]);
  });

  it('the configuration that Hydra puts together', async () => {
    const files = {
      'conf/config.yaml': `defaults:
  - base
  - llm: large
  - _self_
cap: 80
llm:
  retries: 2
named: \${llm.model}
`,
      'conf/base.yaml': 'cap: 10\nsmall: gpt-5.4-mini\n',
      'conf/llm/large.yaml': 'model: gpt-5.4\nretries: 1\n',
      'conf/llm/other.yaml': 'model: gpt-5.4-nano\n',
      'main.py': `
import hydra
from omegaconf import DictConfig
from openai import OpenAI

client = OpenAI()

def ask(settings):
    client.responses.create(model=settings.model, max_output_tokens=30, input="Hi")

@hydra.main(version_base=None, config_path="conf", config_name="config")
def main(cfg: DictConfig) -> None:
    client.responses.create(model=cfg.llm.model, max_output_tokens=cfg.cap, input="Hi")
    client.responses.create(model=cfg["small"], input="Hi")
    client.responses.create(model=cfg.named, input="Hi")
    ask(cfg.llm)

if __name__ == "__main__":
    main()
`,
    };
    assert.deepEqual(await heads(files, 'main.py'), [
      '? comes from the parameter settings.model (caller) cap 30 WRAPPER',
      'gpt-5.4 (default) cap 80',
      'gpt-5.4-mini (default) cap absent',
      'gpt-5.4 (default) cap absent',
      'wrapper-gpt-5.4 (default) cap 30 via ask',
    ]);
  });

  it('what OmegaConf puts in place of references', async () => {
    const config = `name: gpt-5.4
round: \${round}
llm:
  model: \${name}
  small: \${.model}-mini
  routed: openai/\${name}
  cap: \${limits.answer}
  deployed: \${oc.env:DESK_MODEL}
  either: \${oc.env:DESK_MODEL,\${name}-nano}
  dated: gpt-5.4-\${now:%Y}
  listed: \${names[1]}
limits:
  answer: 300
names: [gpt-4.1, gpt-4.1-mini]
`;
    const files = {
      'conf/desk.yaml': config,
      'main.py': `
import hydra
from litellm import completion
from omegaconf import DictConfig, OmegaConf
from openai import OpenAI
client = OpenAI()
conf = OmegaConf.load("conf/desk.yaml")
client.responses.create(model=conf.llm.model, max_output_tokens=conf.llm.cap, input="Hi")
client.responses.create(model=conf.llm.small, input="Hi")
completion(model=conf.llm.routed, messages=[])
client.responses.create(model=conf.llm.deployed, input="Hi")
client.responses.create(model=conf.llm.either, input="Hi")
client.responses.create(model=conf.llm.dated, input="Hi")
client.responses.create(model=conf.llm.listed, input="Hi")
client.responses.create(model=conf.round, input="Hi")
made = OmegaConf.create({"name": "gpt-5.4", "model": "\${name}"})
client.responses.create(model=OmegaConf.to_container(made, resolve=True)["model"], input="Hi")

@hydra.main(version_base=None, config_path="conf", config_name="desk")
def main(cfg: DictConfig) -> None:
    client.responses.create(model=cfg.llm.small, max_output_tokens=cfg.llm.cap, input="Hi")
`,
    };
    assert.deepEqual(
      (await heads(files, 'main.py')).map(line => line.replace(/depends on .*\) \(/, '… (')),
      [
        'gpt-5.4 (constant) cap 300',
        'gpt-5.4-mini (constant) cap absent',
        'call openai-chat openai openai/gpt-5.4 (constant) cap absent',
        '? … (environment) cap absent',
        'gpt-5.4-nano (environment) cap absent',
        '? … (unknown) cap absent',
        'gpt-4.1-mini (constant) cap absent',
        '? … (unknown) cap absent',
        'gpt-5.4 (constant) cap absent',
        'gpt-5.4-mini (default) cap 300',
      ],
    );
  });

  it('what OmegaConf merges with the command line and with what a class says', async () => {
    const files = {
      'conf/desk.yaml': `llm:\n  model: gpt-5.4\n  cap: 300\nsmall: \${llm.model}-mini\n`,
      'conf/other.yaml': 'llm:\n  model: gpt-4.1\n',
      'main.py': `
from dataclasses import dataclass
from omegaconf import OmegaConf
from openai import OpenAI
client = OpenAI()

@dataclass
class Desk:
    small: str
    temperature: float = 0.5

def load(path="conf/desk.yaml", with_cli=True):
    conf = OmegaConf.load(path)
    if with_cli:
        conf = OmegaConf.merge(conf, OmegaConf.from_cli())
    return OmegaConf.merge(OmegaConf.structured(Desk), conf)

conf = load()
client.responses.create(model=conf.llm.model, max_output_tokens=conf.llm.cap, input="Hi")
client.responses.create(model=conf.small, max_output_tokens=conf.llm.limit, input="Hi")
both = OmegaConf.merge(OmegaConf.load("conf/desk.yaml"), OmegaConf.load("conf/other.yaml"))
client.responses.create(model=both.small, input="Hi")
`,
    };
    assert.deepEqual(
      (await heads(files, 'main.py')).map(line => line.replace(/(?:comes from|depends on) .* \(/, '… (')),
      ['gpt-5.4 (constant) cap 300', 'gpt-5.4-mini (constant) cap unknown', '? … (unknown) cap absent'],
    );
  });

  it('what models of pydantic make of tables', async () => {
    const files = {
      'desk.yaml': 'llm:\n  model: gpt-4.1\n',
      'desk.py': `
import yaml
from openai import OpenAI
from pydantic import BaseModel
client = OpenAI()

class Llm(BaseModel):
    model: str = "gpt-5.4-mini"
    cap: int = 100

class Desk(BaseModel):
    llm: Llm = Llm()
    spare: Llm | None = None

def read():
    with open("desk.yaml") as file:
        desk = Desk(**yaml.safe_load(file))
    client.responses.create(model=desk.llm.model, max_output_tokens=desk.llm.cap, input="Hi")

def checked():
    with open("desk.yaml") as file:
        desk = Desk.model_validate(yaml.safe_load(file))
    client.responses.create(model=desk.llm.model, max_output_tokens=desk.llm.cap, input="Hi")

def written():
    llm = Llm.model_validate({"model": "gpt-5.4"})
    client.responses.create(model=llm.model, max_output_tokens=llm.cap, input="Hi")
    desk = Desk(llm={"cap": 7})
    client.responses.create(model=desk.llm.model, max_output_tokens=desk.llm.cap, input="Hi")
    built = Llm.model_construct(cap=8)
    client.responses.create(model=built.model, max_output_tokens=built.cap, input="Hi")

def computed(answer):
    llm = Llm.model_validate(answer.json())
    client.responses.create(model=llm.model, max_output_tokens=llm.cap, input="Hi")
`,
    };
    assert.deepEqual(
      (await heads(files, 'desk.py')).map(line => line.replace(/depends on .*\) \(/, '… (')),
      [
        'gpt-4.1 (constant) cap 100',
        'gpt-4.1 (constant) cap 100',
        'gpt-5.4 (constant) cap 100',
        'gpt-5.4-mini (constant) cap 7',
        'gpt-5.4-mini (constant) cap 8',
        '? … (unknown) cap unknown',
      ],
    );
  });

  it('what the files say that configparser reads', async () => {
    const files = {
      'app/desk.ini': `; how the desk answers
[DEFAULT]
cap = 90

[llm]
Model = gpt-5.4
long_cap: 900
name = %(vendor)s-mini
`,
      'app/desk.py': `
import configparser
import os
from openai import OpenAI
config = configparser.ConfigParser()
config.read(os.path.join(os.path.dirname(__file__), "desk.ini"))
other = configparser.ConfigParser()
other.read(os.environ["SETTINGS"])
client = OpenAI()
def answer():
    client.responses.create(model=config["llm"]["model"], max_output_tokens=int(config["llm"]["long_cap"]), input="Hi")
    client.responses.create(model=config.get("llm", "MODEL"), max_output_tokens=config.getint("llm", "cap"), input="Hi")
    llm = config["llm"]
    client.responses.create(model=llm.get("absent", "gpt-5.4-mini"), max_output_tokens=llm.getint("long_cap"), input="Hi")
    client.responses.create(model=config.get("llm", "absent", fallback="gpt-5.4-nano"), input="Hi")
    client.responses.create(model=config["llm"]["name"], input="Hi")
    client.responses.create(model=other["llm"]["model"], input="Hi")
`,
    };
    assert.deepEqual(
      (await heads(files, 'app/desk.py')).map(line => line.replace(/depends on .*\) \(/, '… (')),
      [
        'gpt-5.4 (constant) cap 900',
        'gpt-5.4 (constant) cap 90',
        'gpt-5.4-mini (constant) cap 900',
        'gpt-5.4-nano (constant) cap absent',
        '? … (unknown) cap absent',
        '? … (unknown) cap absent',
      ],
    );
  });

  it('what Flask keeps for its application', async () => {
    const files = {
      'desk/__init__.py': `
from flask import Flask
from .plain import Plain

def create_app(test=None):
    app = Flask(__name__)
    app.config.from_object("desk.settings.Settings")
    app.config.from_object(Plain)
    app.config.from_mapping(NOTES_MODEL="gpt-5.4-nano", SECRET="x")
    app.config["TITLE_MODEL"] = "gpt-5.4-mini"
    return app
`,
      'desk/plain.py': 'class Plain:\n    SHORT_CAP = 40\n',
      'desk/settings.py': `
import os
class Base:
    CAP = 300
class Settings(Base):
    ANSWER_MODEL = os.environ.get("ANSWER_MODEL", "gpt-5.4")
`,
      'desk/views.py': `
from flask import current_app
from openai import OpenAI
client = OpenAI()
def answer():
    client.responses.create(model=current_app.config["ANSWER_MODEL"], max_output_tokens=current_app.config["CAP"], input="Hi")
    client.responses.create(model=current_app.config.get("TITLE_MODEL"), max_output_tokens=current_app.config["SHORT_CAP"], input="Hi")
    client.responses.create(model=current_app.config["NOTES_MODEL"], input="Hi")
    client.responses.create(model=current_app.config["ABSENT_MODEL"], input="Hi")
`,
      'desk/cli.py': `
from flask import Flask
from openai import OpenAI
app = Flask(__name__)
app.config["CLI_MODEL"] = "gpt-5.4-nano"
def run():
    OpenAI().responses.create(model=app.config["CLI_MODEL"], input="Hi")
    OpenAI().responses.create(model=app.config["TITLE_MODEL"], input="Hi")
`,
    };
    assert.deepEqual(
      (await heads(files, 'desk/views.py')).map(line => line.replace(/depends on .*\) \(/, '… (')),
      ['gpt-5.4 (environment) cap 300', 'gpt-5.4-mini (constant) cap 40', 'gpt-5.4-nano (constant) cap absent', '? … (unknown) cap absent'],
    );
    assert.deepEqual(await heads(files, 'desk/cli.py'), ['gpt-5.4-nano (constant) cap absent', 'gpt-5.4-mini (constant) cap absent']);
  });
});
