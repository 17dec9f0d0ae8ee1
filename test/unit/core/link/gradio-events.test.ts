import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('functions that Gradio calls', () => {
  it('with what their inputs hold', async () => {
    const files = {
      'desk.py': `
from openai import OpenAI

class Desk:
    def __init__(self):
        self.client = OpenAI()

    def ask(self, question, model):
        return self.client.responses.create(model=model, input=question, max_output_tokens=300)
`,
      'app.py': `
import gradio as gr
from openai import OpenAI
from desk import Desk

client = OpenAI()
desk = Desk()

def chat(message, history, model):
    return client.responses.create(model=model, input=message).output_text

def one(question, model):
    return client.responses.create(model=model, input=question).output_text

with gr.Blocks() as demo:
    question = gr.Textbox()
    model = gr.Dropdown(["gpt-5.4", "gpt-5.4-mini"], value="gpt-5.4")
    judge = gr.Radio(choices=[("Good", "gpt-5.4")])
    typed = gr.Dropdown(["gpt-5.4"], allow_custom_value=True)
    gr.Button("Ask").click(desk.ask, inputs=[question, model], outputs=[])
    question.submit(fn=desk.ask, inputs=[question, judge])
    gr.Button("Typed").click(desk.ask, [question, typed])

gr.ChatInterface(chat, additional_inputs=[gr.Dropdown(["gpt-5.4-nano"])])
gr.Interface(fn=one, inputs=[gr.Textbox(), gr.Radio(["gpt-5.4-mini"])], outputs="text")

class Page:
    def click(self, fn, inputs):
        pass

Page().click(desk.ask, ["a", "b"])
`,
    };
    const heads = (await sketchesOf(files, 'app.py')).filter(line => !line.startsWith(' '));
    assert.deepEqual(heads, [
      'call openai-responses openai ? comes from the parameter model (caller) cap absent WRAPPER',
      'call openai-responses openai ? comes from the parameter model (caller) cap absent WRAPPER',
      'wrapper-call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap 300 via ask',
      'wrapper-call openai-responses openai gpt-5.4 (constant) cap 300 via ask',
      'wrapper-call openai-responses openai ? depends on typed (entered by the user) (unknown) cap 300 via ask',
      'wrapper-call openai-responses openai gpt-5.4-nano (constant) cap absent via chat',
      'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap absent via one',
    ]);
  });
});
