import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('a model of a chain that is passed in', () => {
  it('stays one when something is set on it', async () => {
    const source = `
from langchain_core.output_parsers import JsonOutputParser
from langchain_core.prompts import PromptTemplate

class Node:
    def __init__(self, config):
        self.llm = config["llm"]
        if config["local"]:
            self.llm.format = "json"

    def run(self, question):
        prompt = PromptTemplate(template="Answer {question}", input_variables=["question"])
        chain = prompt | self.llm | JsonOutputParser()
        return chain.invoke({"question": question})

def outright(llm, question):
    llm.temperature = 0
    chain = PromptTemplate.from_template("Answer {question}") | llm
    return chain.invoke({"question": question})

def tables(question):
    first = {"a": 1}
    second = first | {"b": 2}
    return second
`;
    const heads = (await sketchesOf({ 'node.py': source }, 'node.py')).filter(line => !line.startsWith(' '));
    assert.deepEqual(heads, [
      'call langchain ? ? comes from the parameter config.llm (caller) cap unknown WRAPPER',
      'call langchain ? ? comes from the parameter llm (caller) cap unknown WRAPPER',
    ]);
  });
});
