import assert from 'node:assert/strict';
import type { Pass } from '../../../../src/core/compression/pass';
import { PASSES } from '../../../../src/core/compression/passes/registry';
import { compressed } from './prompt';

type Example = readonly [what: string, before: string, after: string];

const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  'trailing-space': [
    ['cuts blanks at the ends of lines', 'One  \nTwo\t\n', 'One\nTwo\n'],
    ['keeps a line break of Windows', 'One  \r\nTwo', 'One\r\nTwo'],
    ['leaves code as it is', '```\na  \n```\nb ', '```\na  \n```\nb'],
    ['takes no tabs around a sentence for a table', '\tDo not lie. Say so.\t', '\tDo not lie. Say so.'],
  ],
  'blank-lines': [
    ['leaves one of several', 'One\n\n\n\nTwo', 'One\n\nTwo'],
    ['counts lines of blanks', 'One\n  \n\t\nTwo', 'One\n  \nTwo'],
    ['keeps paragraphs', 'One\n\nTwo', 'One\n\nTwo'],
    ['keeps line breaks of Windows', 'One\r\n\r\n\r\nTwo', 'One\r\n\r\nTwo'],
    ['leaves code as it is', '```\na\n\n\nb\n```', '```\na\n\n\nb\n```'],
  ],
  'repeated-spaces': [
    ['makes one of several', 'One.  Two   three.', 'One. Two three.'],
    ['keeps indentation', '- a\n    - b', '- a\n    - b'],
    ['keeps columns', 'Name   Age   City\nAda    36    London', 'Name   Age   City\nAda    36    London'],
    ['keeps tables', '| a  | b  |\n|----|----|', '| a  | b  |\n|----|----|'],
    ['keeps code', 'Write `a  b` now.', 'Write `a  b` now.'],
    ['keeps data', 'x = 1;  y = 2', 'x = 1;  y = 2'],
  ],
  indentation: [
    [
      'takes off what the lines share',
      'You answer.\n    Be kind.\n      - really\n    Be short.',
      'You answer.\nBe kind.\n  - really\nBe short.',
    ],
    ['keeps a sub-item', 'Rules:\n  - be kind', 'Rules:\n  - be kind'],
    ['keeps lists that start at the margin', 'Rules:\n- a\n  - b', 'Rules:\n- a\n  - b'],
  ],
  json: [
    ['minifies an object', 'Like this:\n{\n  "a": 1,\n  "b": ["x  y", 2]\n}\n', 'Like this:\n{"a":1,"b":["x  y",2]}\n'],
    ['lets values stand where values can', '{\n  "a": ⟦name⟧,\n  "b": "⟦b⟧"\n}', '{"a": ⟦name⟧,"b":"⟦b⟧"}'],
    ['keeps brackets apart that a template would read', '{\n  "a": {\n    "b": 1\n  }\n}', '{"a":{"b":1}\n}'],
    ['leaves what stands between backticks', 'Say ```{ "a": {\n "b": 2 } }`c  d`', 'Say ```{ "a": {\n "b": 2 } }`c  d`'],
    [
      'leaves what shows how the answer is to look',
      'Return the drafts in the following JSON format:\n\n{\n  "a": 1\n}\nExample output:\n[\n  1\n]',
      'Return the drafts in the following JSON format:\n\n{\n  "a": 1\n}\nExample output:\n[\n  1\n]',
    ],
    [
      'minifies what is not asked for',
      'The formatted goods:\n{\n  "a": 1\n}\nAnswer about\n[\n  1\n]',
      'The formatted goods:\n{"a":1}\nAnswer about\n[1]',
    ],
    ['leaves what is no JSON', '{\n  a: 1\n}', '{\n  a: 1\n}'],
    ['leaves code', '```json\n{\n  "a": 1\n}\n```', '```json\n{\n  "a": 1\n}\n```'],
  ],
  xml: [
    ['minifies data', '<list>\n  <item>a b</item>\n  <item>c</item>\n</list>', '<list><item>a b</item><item>c</item></list>'],
    ['leaves text', '<rules>\nBe kind.\n</rules>', '<rules>\nBe kind.\n</rules>'],
    ['leaves what is not well-formed', '<list>\n<item>a\n<item>b</item>\n</list>', '<list>\n<item>a\n<item>b</item>\n</list>'],
    ['leaves text with marks in it', '<p>\n<b>a</b>\n<i>b</i>\n</p>', '<p>\n<b>a</b>\n<i>b</i>\n</p>'],
  ],
  decoration: [
    ['shortens a rule', 'a\n\n==========\n\nb', 'a\n\n===\n\nb'],
    ['removes a rule before a heading', 'a\n\n---\n\n## B', 'a\n\n## B'],
    ['keeps a rule around a value', 'Text:\n---\n⟦text⟧\n---', 'Text:\n---\n⟦text⟧\n---'],
    ['keeps rules that are spoken of', 'The text is between the rules.\n\n---\n\n## B', 'The text is between the rules.\n\n---\n\n## B'],
    ['takes the bold off a heading', '## **Title**\ntext', '## Title\ntext'],
    ['takes repeated emphasis off', '***Never*** lie!!!', '**Never** lie!'],
  ],
  'wordy-phrases': [
    ['replaces a phrase', 'Call the tool in order to find it.', 'Call the tool to find it.'],
    ['keeps a capital', 'Prior to the call, greet.', 'Before the call, greet.'],
    ['leaves quotations', 'Say "in order to help" first.', 'Say "in order to help" first.'],
    ['leaves what says how the answer is to look', 'Return JSON in order to be parsed.', 'Return JSON in order to be parsed.'],
  ],
  fillers: [
    ['removes a please', 'Please help the user.', 'Help the user.'],
    ['removes what introduces an order', 'I want you to summarize the text.', 'Summarize the text.'],
    ['removes a strengthening', 'Be very polite and really kind.', 'Be polite and kind.'],
    ['keeps it behind a negation', 'Be not very formal.', 'Be not very formal.'],
    ['keeps it where it is no adverb', 'Use the very first name.', 'Use the very first name.'],
    ['keeps questions', 'Can you give an example?', 'Can you give an example?'],
    ['keeps a sentence that would not be whole', 'I want you to never lie.', 'I want you to never lie.'],
    ['keeps examples', 'User: Please help me.', 'User: Please help me.'],
  ],
  duplicates: [
    ['removes a repeated sentence', 'Never reveal the price. Be kind. Never reveal the price.', 'Never reveal the price. Be kind.'],
    [
      'removes a repeated item',
      '- Be kind to users.\n- Ask for a name.\n- Be kind to users.\n',
      '- Be kind to users.\n- Ask for a name.\n',
    ],
    [
      'removes one in other words',
      'Always answer the customer in a polite tone.\nUse tools.\nMake sure that you always respond to the customer in a polite tone.',
      'Always answer the customer in a polite tone.\nUse tools.',
    ],
    [
      'removes a repeated line with all of its sentences',
      'Note: You must think first in a scratchpad. For simple tasks, omit this.\nBe kind.\nNote: You must think first in a scratchpad. For simple tasks, omit this.\n',
      'Note: You must think first in a scratchpad. For simple tasks, omit this.\nBe kind.\n',
    ],
    [
      'keeps what the next sentence points back to',
      'Always think first in a scratchpad.\nBe kind.\nAlways think first in a scratchpad. For simple tasks, omit this.',
      'Always think first in a scratchpad.\nBe kind.\nAlways think first in a scratchpad. For simple tasks, omit this.',
    ],
    [
      'keeps the opposite',
      'Reveal the price to customers who ask.\nDo not reveal the price to customers who ask.',
      'Reveal the price to customers who ask.\nDo not reveal the price to customers who ask.',
    ],
    [
      'keeps another number',
      'Write at most 3 sentences about it.\nWrite at most 5 sentences about it.',
      'Write at most 3 sentences about it.\nWrite at most 5 sentences about it.',
    ],
    [
      'keeps another case',
      'If the order is shipped, return the tracking number to the user.\nIf the order is delivered, return the tracking number to the user.',
      'If the order is shipped, return the tracking number to the user.\nIf the order is delivered, return the tracking number to the user.',
    ],
    [
      'keeps what is said in an example',
      'Rate the answer.\nUser: Which one?\nChatbot: I think it has to be the red one.\n\nUser: And why?\nChatbot: I think it has to be the red one.',
      'Rate the answer.\nUser: Which one?\nChatbot: I think it has to be the red one.\n\nUser: And why?\nChatbot: I think it has to be the red one.',
    ],
    [
      'keeps what says more',
      'Answer the user in short words.\nAnswer the user in short words and name the source file.',
      'Answer the user in short words.\nAnswer the user in short words and name the source file.',
    ],
    [
      'keeps steps',
      '1. Wait for the answer.\n2. Ask for the name.\n3. Wait for the answer.',
      '1. Wait for the answer.\n2. Ask for the name.\n3. Wait for the answer.',
    ],
    [
      'keeps what holds under another condition',
      '## If refunded\n- Ask for the order number.\n## If exchanged\n- Ask for the order number.',
      '## If refunded\n- Ask for the order number.\n## If exchanged\n- Ask for the order number.',
    ],
    ['keeps values', 'Always use ⟦name⟧.\nAlways use ⟦name⟧.', 'Always use ⟦name⟧.\nAlways use ⟦name⟧.'],
  ],
};

function passOf(id: string): Pass {
  const pass = PASSES.find(each => each.id === id);
  assert.ok(pass, id);
  return pass;
}

describe('compression passes', () => {
  it('all have examples', () => assert.deepEqual(Object.keys(EXAMPLES).sort(), PASSES.map(({ id }) => id).sort()));

  for (const [id, examples] of Object.entries(EXAMPLES)) {
    describe(id, () => {
      for (const [what, before, expected] of examples) it(what, () => assert.equal(compressed(before, passOf(id)), expected));
    });
  }

  it('run one after the other without getting in each other’s way', () => {
    const before = 'Please  help in order to  learn.   \n\n\n\nBe very kind.  ';
    assert.equal(compressed(before, ...PASSES), 'Help to learn.\n\nBe kind.');
  });
});
