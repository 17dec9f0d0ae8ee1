import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('what is kept in a store of a package', () => {
  it('is what was set under the same name, in whichever function', async () => {
    const text = `
import chainlit as cl
from langchain_openai import ChatOpenAI
from langchain_core.prompts import ChatPromptTemplate

@cl.on_chat_start
async def start():
    model = ChatOpenAI(model="gpt-5.4-mini", max_tokens=300)
    cl.user_session.set("chain", ChatPromptTemplate.from_messages([("system", "You rhyme."), ("human", "{q}")]) | model)
    cl.user_session.set("other", 1)

@cl.on_message
async def main(message):
    chain = cl.user_session.get("chain")
    await chain.ainvoke({"q": message.content})
    await cl.make_async(chain.invoke)({"q": message.content})
    await cl.user_session.get("other").ainvoke("x")
    await cl.user_session.get("unset").ainvoke("x")
`;
    const calls = await sketchesOf({ 'app.py': text }, 'app.py');
    const made = calls.filter(line => line.startsWith('call '));
    assert.deepEqual(made, Array(2).fill('call langchain openai gpt-5.4-mini (constant) cap 300'));
  });

  it('is one of those that are set under it', async () => {
    const text = `
import chainlit as cl
from openai import AsyncOpenAI
client = AsyncOpenAI()

@cl.on_chat_start
async def start():
    cl.user_session.set("model", "gpt-5.4")

@cl.on_settings_update
async def change(settings):
    cl.user_session.set("model", "gpt-5.4-mini")

@cl.on_message
async def main(message):
    await client.responses.create(model=cl.user_session.get("model"), input=message.content)
`;
    const [call] = await sketchesOf({ 'app.py': text }, 'app.py');
    assert.equal(call, 'call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap absent');
  });

  it('is what a handler keeps in the context of a request for the next ones', async () => {
    const text = `
import { Hono } from 'hono';
import OpenAI from 'openai';
const app = new Hono();
app.use('*', async (c, next) => {
  c.set('openai', new OpenAI({ baseURL: 'https://api.deepseek.com' }));
  c.set('model', 'deepseek-chat');
  await next();
});
app.post('/ask', async c => {
  const { question } = await c.req.json();
  const answer = await c.get('openai').chat.completions.create({ model: c.get('model'), messages: [{ role: 'user', content: question }] });
  return c.json(answer);
});
`;
    const [call] = await sketchesOf({ 'app.ts': text }, 'app.ts');
    assert.equal(call, 'call openai-chat deepseek deepseek-chat (constant) cap absent');
  });
});
