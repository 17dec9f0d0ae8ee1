import assert from 'node:assert/strict';
import { insertSetting } from '../../../../src/core/fixes/insert-setting';
import { dotnetSetting } from '../../../../src/core/sdks/openai-dotnet-settings';
import { applyEdits, isRefusal } from '../../../../src/core/source/edit';
import { printer } from '../../../../src/core/source/languages/csharp/printer';
import { csharpReader, type ReadCSharp } from '../source/languages/csharp/lowered-csharp';

const LINE = '#pragma warning disable OPENAI001 // This is still marked as experimental.';
const CALL = 'chat.CompleteChat(messages, new ChatCompletionOptions { MaxOutputTokenCount = 9 });\n';
const TOLD =
  'chat.CompleteChat(messages, new ChatCompletionOptions { MaxOutputTokenCount = 9, ReasoningEffortLevel = ChatReasoningEffortLevel.Low });\n';

describe('a setting that a package marks as experimental', () => {
  let read: ReadCSharp;
  before(async () => {
    read = await csharpReader();
  });

  const told = (head: string): string => {
    const text = head + CALL;
    const call = read(text).calls.find(each => each.call.callee.kind === 'member' && each.call.callee.key === 'CompleteChat')?.call;
    const setting = dotnetSetting('openai-chat', 'reasoning_effort', 'low');
    assert.ok(call && setting);
    const edits = insertSetting(printer, text, call, setting);
    assert.ok(!isRefusal(edits));
    return applyEdits(text, edits);
  };

  it('comes with the line without which the compiler refuses it', () => {
    assert.equal(told('using OpenAI.Chat;\n'), `${LINE}\nusing OpenAI.Chat;\n${TOLD}`);
    assert.equal(told('using OpenAI.Chat;\r\n'), `${LINE}\r\nusing OpenAI.Chat;\r\n${TOLD}`);
    assert.equal(told('\uFEFFusing OpenAI.Chat;\n'), `\uFEFF${LINE}\nusing OpenAI.Chat;\n${TOLD}`);
  });

  it('comes without it where the file has it already', () => {
    const head = 'using OpenAI.Chat;\n#pragma warning disable SKEXP0010, OPENAI001\n';
    assert.equal(told(head), head + TOLD);
  });

  it('is not what metadata are', () => {
    assert.equal(dotnetSetting('openai-chat', 'metadata', { record: [['feature', 'a']] })?.head, undefined);
  });
});
