import { namespaceLine } from './csharp-file';
import { commentLines } from './lines';
import type { ScaffoldOf } from './scaffold';

/** A shorter conversation, as a static class of its own file. */
export function summaryInCsharp(of: ScaffoldOf): string | undefined {
  const form = formOf(of);
  if (form === undefined) return undefined;
  const { symbol, file, call, name, source, model } = of;
  const whose = symbol === '' ? file : `<c>${symbol}</c> (${file})`;
  const { client, message } = form;
  return `${form.head}${namespaceLine(source)}/// <summary>Sums up the earlier turns of ${whose}, so that a call doesn't send all of them again.</summary>
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
    public static async Task<List<${message}>> ShortenedAsync(${client} client, List<${message}> messages)
    {
        var lead = messages.TakeWhile(each => ${form.leads}).Count();
        // Cut only before what a person says: a tool's result must follow its call.
        var cut = messages.FindIndex(Math.Max(lead, messages.Count - KeptMessages), each => ${form.asks});
        if (messages.Count - lead <= MostMessages || cut < 0)
        {
            return messages;
        }
        var earlier = messages.GetRange(lead, cut - lead).Select(each => ${form.json});
${form.body(JSON.stringify(model))}
        var shorter = messages.GetRange(0, lead);
        shorter.Add(${form.said});
        shorter.AddRange(messages.Skip(cut));
        return shorter;
    }
}
`;
}

interface CsharpForm {
  readonly head: string;
  readonly client: string;
  readonly message: string;
  readonly leads: string;
  readonly asks: string;
  readonly json: string;
  readonly said: string;
  body(model: string): string;
}

function formOf({ sdk, api, source }: ScaffoldOf): CsharpForm | undefined {
  if (sdk === 'openai-dotnet' && api === 'openai-chat') return CHAT;
  // Before it was called ResponsesClient, it had other types.
  if (sdk === 'openai-dotnet' && api === 'openai-responses') return /\bOpenAIResponseClient\b/.test(source) ? undefined : RESPONSES;
  // The community's package of that name has other types.
  return sdk === 'anthropic-dotnet' && api === 'anthropic-messages' && !/\bAnthropic\.SDK\b/.test(source) ? ANTHROPIC : undefined;
}

function usings(...more: readonly string[]): string {
  const all = ['System.Collections.Generic', 'System.Linq', 'System.Threading.Tasks', ...more];
  const system = all.filter(name => name.startsWith('System')).sort();
  return `${['System', ...system, ...all.filter(name => !name.startsWith('System'))].map(name => `using ${name};\n`).join('')}\n`;
}

const EXPERIMENTAL = (what: string) =>
  `#pragma warning disable OPENAI001 // Some versions of the package mark its ${what} as experimental.\n`;

/** Source: openai-dotnet 2.13.0, ChatClient, ChatMessage (an IJsonModel) and DeveloperChatMessage. */
const CHAT: CsharpForm = {
  head: `${EXPERIMENTAL('messages of developers')}${usings('System.ClientModel.Primitives', 'OpenAI.Chat')}`,
  client: 'ChatClient',
  message: 'ChatMessage',
  leads: 'each is SystemChatMessage || each is DeveloperChatMessage',
  asks: 'each is UserChatMessage',
  json: 'ModelReaderWriter.Write(each).ToString()',
  said: 'new UserChatMessage("What was said before, in short: " + answer.Content[0].Text)',
  body: () => `        ChatCompletion answer = await client.CompleteChatAsync(
            new ChatMessage[] { new SystemChatMessage(Instructions), new UserChatMessage(string.Join("\\n", earlier)) },
            new ChatCompletionOptions { MaxOutputTokenCount = 2000 });`,
};

/** Source: openai-dotnet, OpenAI.Responses/src/Custom (read 2026-11-21). */
const RESPONSES: CsharpForm = {
  head: `${EXPERIMENTAL('responses')}${usings('System.ClientModel.Primitives', 'OpenAI.Responses')}`,
  client: 'ResponsesClient',
  message: 'ResponseItem',
  leads: 'each is MessageResponseItem { Role: MessageRole.System or MessageRole.Developer }',
  asks: 'each is MessageResponseItem { Role: MessageRole.User }',
  json: 'ModelReaderWriter.Write(each).ToString()',
  said: 'ResponseItem.CreateUserMessageItem("What was said before, in short: " + answer.GetOutputText())',
  body: model => `        ResponseResult answer = await client.CreateResponseAsync(
            new CreateResponseOptions(${model}, new[] { ResponseItem.CreateUserMessageItem(string.Join("\\n", earlier)) })
            {
                Instructions = Instructions,
                MaxOutputTokenCount = 2000,
            });`,
};

/** Source: anthropic-sdk-csharp, src/Anthropic/Models/Messages (read 2026-11-21). */
const ANTHROPIC: CsharpForm = {
  head: usings('System.Text.Json', 'Anthropic', 'Anthropic.Models.Messages'),
  client: 'IAnthropicClient',
  message: 'MessageParam',
  leads: 'each.Role.Raw() == "system"',
  asks: `each.Role.Raw() == "user"
            && !(each.Content.TryPickContentBlockParams(out var blocks) && blocks.Any(block => block.TryPickToolResult(out _)))`,
  json: 'JsonSerializer.Serialize(each)',
  said: 'new() { Role = Role.User, Content = "What was said before, in short: " + summary }',
  body: model => `        var answer = await client.Messages.Create(new MessageCreateParams
        {
            Model = ${model},
            MaxTokens = 2000,
            System = Instructions,
            Messages = [new() { Role = Role.User, Content = string.Join("\\n", earlier) }],
        });
        var summary = string.Concat(answer.Content.Select(block => block.TryPickText(out var text) ? text.Text : ""));`,
};
