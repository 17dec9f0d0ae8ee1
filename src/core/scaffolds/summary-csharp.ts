import { namespaceLine } from './csharp-file';
import { commentLines } from './lines';
import type { ScaffoldOf } from './scaffold';

/** A shorter conversation, as a static class of its own file. Source: openai-dotnet 2, ChatClient and ChatMessage (an IJsonModel). */
export function summaryInCsharp({ sdk, api, symbol, file, call, name, source }: ScaffoldOf): string | undefined {
  if (sdk !== 'openai-dotnet' || api !== 'openai-chat') return undefined;
  const whose = symbol === '' ? file : `<c>${symbol}</c> (${file})`;
  return `using System;
using System.ClientModel.Primitives;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using OpenAI.Chat;

${namespaceLine(source)}/// <summary>Sums up the earlier turns of ${whose}, so that a call doesn't send all of them again.</summary>
/// <remarks>
/// Scaffolded by Promptfare; make it your own. Before the call, with its client and its list of messages:
/// <code>
/// messages = await ${name}.ShortenedAsync(client, messages);
/// </code>
/// </remarks>
internal static class ${name}
{
    // Today:
${commentLines(call, '    //')}

    private const int MostMessages = 20;
    private const int KeptMessages = 8;
    private const string Instructions =
        "Sum up this conversation for whoever goes on with it: facts, decisions, names, numbers, and what is still open.";

    /// <summary>The instructions, a summary of the earlier turns, and the last turns. A short conversation stays as it is.</summary>
    public static async Task<List<ChatMessage>> ShortenedAsync(ChatClient client, List<ChatMessage> messages)
    {
        var lead = messages.TakeWhile(each => each is SystemChatMessage || each is DeveloperChatMessage).Count();
        // Cut only before what a person says: a tool's result must follow its call.
        var cut = messages.FindIndex(Math.Max(lead, messages.Count - KeptMessages), each => each is UserChatMessage);
        if (messages.Count - lead <= MostMessages || cut < 0)
        {
            return messages;
        }
        var earlier = messages.GetRange(lead, cut - lead).Select(each => ModelReaderWriter.Write(each).ToString());
        ChatCompletion answer = await client.CompleteChatAsync(
            new ChatMessage[] { new SystemChatMessage(Instructions), new UserChatMessage(string.Join("\\n", earlier)) },
            new ChatCompletionOptions { MaxOutputTokenCount = 2000 });
        var shorter = messages.GetRange(0, lead);
        shorter.Add(new UserChatMessage("What was said before, in short: " + answer.Content[0].Text));
        shorter.AddRange(messages.Skip(cut));
        return shorter;
    }
}
`;
}
