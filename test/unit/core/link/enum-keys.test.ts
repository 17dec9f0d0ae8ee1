import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

async function callsOf(file: string, source: string): Promise<readonly string[]> {
  return (await sketchesOf({ [file]: source }, file)).filter(line => !line.startsWith('  ') && /WRAPPER|via|gpt/.test(line));
}

/** The models of the callers, in their order. */
async function modelsOf(file: string, source: string): Promise<readonly (string | undefined)[]> {
  const callers = (await callsOf(file, source)).filter(line => / via /.test(line));
  return callers.map(line => /gpt-[\w.-]+(?:\|gpt-[\w.-]+)*/.exec(line)?.[0]);
}

const BOTH = ['gpt-5.4-mini', 'gpt-5.4'];

describe('members of an enumeration as keys of a table', () => {
  it('count as numbers in Go', async () => {
    const source = `package main

import (
	"context"

	"github.com/openai/openai-go/v3"
)

type Level int

const (
	Low Level = iota
	High
)

var models = map[Level]string{Low: "gpt-5.4-mini", High: "gpt-5.4"}

func ask(client openai.Client, level Level) {
	client.Chat.Completions.New(context.TODO(), openai.ChatCompletionNewParams{Model: models[level], Messages: []openai.ChatCompletionMessageParamUnion{openai.UserMessage("Name a bird.")}})
}

func small(client openai.Client) { ask(client, Low) }

func large(client openai.Client) { ask(client, High) }
`;
    assert.deepEqual(await modelsOf('main.go', source), BOTH);
  });

  it('count as numbers in C#, in an initializer and in a switch', async () => {
    const source = (model: string) => `using OpenAI.Chat;

enum Level { Low, High }

class Birds
{
    static readonly Dictionary<Level, string> Models = new() { [Level.Low] = "gpt-5.4-mini", [Level.High] = "gpt-5.4" };
    static readonly Dictionary<Level, string> Pairs = new() { { Level.Low, "gpt-5.4-mini" }, { Level.High, "gpt-5.4" } };

    static string Choose(Level level) => level switch { Level.Low => "gpt-5.4-mini", _ => "gpt-5.4" };

    void Ask(Level level)
    {
        var client = new ChatClient(${model}, "key");
        client.CompleteChat("Name a bird.");
    }

    void Small() => Ask(Level.Low);

    void Large() => Ask(Level.High);
}
`;
    for (const model of ['Models[level]', 'Pairs[level]', 'Choose(level)'])
      assert.deepEqual(await modelsOf('Birds.cs', source(model)), BOTH, model);
  });

  it('count by their names in Java, in a table, a comparison and a switch', async () => {
    const source = (model: string) => `package acme;

import com.openai.client.OpenAIClient;
import com.openai.models.responses.ResponseCreateParams;
import java.util.EnumMap;
import java.util.Map;

class Birds {
    enum Level { LOW, HIGH }

    static final Map<Level, String> MODELS = Map.of(Level.LOW, "gpt-5.4-mini", Level.HIGH, "gpt-5.4");

    private final OpenAIClient client;

    Birds(OpenAIClient client) {
        this.client = client;
    }

    static String choose(Level level) {
        return switch (level) {
            case LOW -> "gpt-5.4-mini";
            case HIGH -> "gpt-5.4";
        };
    }

    void ask(Level level) {
        client.responses().create(ResponseCreateParams.builder().model(${model}).input("Name a bird.").build());
    }

    void small() {
        ask(Level.LOW);
    }

    void large() {
        ask(Level.HIGH);
    }
}
`;
    for (const model of ['MODELS.get(level)', 'choose(level)', 'level == Level.LOW ? "gpt-5.4-mini" : "gpt-5.4"'])
      assert.deepEqual(await modelsOf('acme/Birds.java', source(model)), BOTH, model);
  });

  it('count by their order in Python, and by their names where they are texts', async () => {
    const source = (base: string, key: string) => `from enum import Enum, IntEnum, StrEnum, auto
from openai import OpenAI

class Level(${base}):
    LOW = auto()
    HIGH = auto()

MODELS = {${key}LOW: "gpt-5.4-mini", ${key}HIGH: "gpt-5.4"}
NAMED = {"low": "gpt-5.4-mini", "high": "gpt-5.4"}
client = OpenAI()

def ask(level):
    return client.responses.create(model=${base === 'StrEnum' ? 'NAMED' : 'MODELS'}[level], input="Name a bird.")

def small():
    return ask(Level.LOW)

def large():
    return ask(Level.HIGH)
`;
    for (const base of ['Enum', 'IntEnum', 'StrEnum']) assert.deepEqual(await modelsOf('birds.py', source(base, 'Level.')), BOTH, base);
  });
});
