import { text } from './map-module';
import { CHECK, PURPOSE, type RouterKind, type RouterModels, routerClass, SORT } from './router-words';

interface CsharpForm {
  readonly usings: readonly string[];
  readonly client: string;
  /** The body of `AskAsync(model, instructions, input)`. */
  readonly ask: string;
}

const FORMS: Readonly<Record<string, CsharpForm>> = {
  /** Source: openai-dotnet 2, OpenAIClient, whose chat clients are each for one model. */
  'openai-dotnet': {
    usings: ['OpenAI', 'OpenAI.Chat'],
    client: 'OpenAIClient',
    ask: `        ChatCompletion answer = await client.GetChatClient(model)
            .CompleteChatAsync(new SystemChatMessage(instructions), new UserChatMessage(input));
        return answer.Content.Count == 0 ? "" : answer.Content[0].Text;`,
  },
  /** Source: anthropic-sdk-csharp, src/Anthropic/Models/Messages. */
  'anthropic-dotnet': {
    usings: ['System.Linq', 'Anthropic', 'Anthropic.Models.Messages'],
    client: 'IAnthropicClient',
    ask: `        var answer = await client.Messages.Create(new MessageCreateParams
        {
            Model = model,
            MaxTokens = 4096,
            System = instructions,
            Messages = [new() { Role = Role.User, Content = input }],
        });
        return string.Concat(answer.Content.Select(block => block.TryPickText(out var said) ? said.Text : ""));`,
  },
  /** Source: Microsoft.Extensions.AI 9.3 and later, IChatClient. */
  'extensions-ai': {
    usings: ['Microsoft.Extensions.AI'],
    client: 'IChatClient',
    ask: `        ChatMessage[] messages = [new(ChatRole.System, instructions), new(ChatRole.User, input)];
        var answer = await client.GetResponseAsync(messages, new ChatOptions { ModelId = model });
        return answer.Text;`,
  },
};

/** A router as a C# class, without a namespace; undefined: the package has no form here. */
export function csharpRouter(kind: RouterKind, sdk: string, { small, large }: RouterModels): string | undefined {
  const form = Object.hasOwn(FORMS, sdk) ? FORMS[sdk] : undefined;
  if (form === undefined) return undefined;
  const name = routerClass(kind, sdk);
  const usings = ['System', 'System.Threading.Tasks', ...form.usings];
  return `${usings.map(each => `using ${each};\n`).join('')}
/// <summary>${PURPOSE[kind]}</summary>
public sealed class ${name}(${form.client} client)
{
    private const string SmallModel = ${text(small)};
    private const string LargeModel = ${text(large)};

${BODIES[kind]}
    private async Task<string> AskAsync(string model, string instructions, string input)
    {
${form.ask}
    }
}
`;
}

const BODIES: Readonly<Record<RouterKind, string>> = {
  cascade: `    /// <summary>Log Escalated: the share of escalated calls decides whether the cascade pays.</summary>
    public sealed record Answer(string Text, bool Escalated);

    public async Task<Answer> AnswerAsync(string instructions, string input)
    {
        var first = await AskAsync(SmallModel, instructions, input);
        return await LooksGoodAsync(instructions, input, first)
            ? new Answer(first, false)
            : new Answer(await AskAsync(LargeModel, instructions, input), true);
    }

    /// <summary>Use a check of your own where there is one (a schema, a test, a rule): it costs nothing and judges better.</summary>
    private async Task<bool> LooksGoodAsync(string instructions, string input, string first)
    {
        const string Check = ${text(CHECK)};
        var asked = $"Instructions:\\n{instructions}\\n\\nInput:\\n{input}\\n\\nAnswer:\\n{first}";
        return (await AskAsync(SmallModel, Check, asked)).Trim().StartsWith("good", StringComparison.OrdinalIgnoreCase);
    }
`,
  classifier: `    /// <summary>Log Model, and compare samples of both: the classifier may be wrong.</summary>
    public sealed record Answer(string Text, string Model);

    public async Task<Answer> AnswerAsync(string instructions, string input)
    {
        var model = await IsEasyAsync(instructions, input) ? SmallModel : LargeModel;
        return new Answer(await AskAsync(model, instructions, input), model);
    }

    private async Task<bool> IsEasyAsync(string instructions, string input)
    {
        const string Sort = ${text(SORT)};
        var asked = $"Instructions:\\n{instructions}\\n\\nInput:\\n{input}";
        return (await AskAsync(SmallModel, Sort, asked)).Trim().StartsWith("easy", StringComparison.OrdinalIgnoreCase);
    }
`,
};
