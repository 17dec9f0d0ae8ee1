import { namespaceLine } from './csharp-file';
import { atWhatPrice, commentLines, inBlockComment } from './lines';
import type { ScaffoldOf } from './scaffold';

/** A batch submission as a static class of its own file: by OpenAI's own clients, which take batches as JSON, and by .NET's HttpClient for Anthropic. */
export function batchInCsharp(of: ScaffoldOf): string | undefined {
  const body = bodyOf(of);
  if (body === undefined) return undefined;
  const { symbol, file, call, item = 'item', over = 'items', priceFactor, name, source } = of;
  const whose = symbol === '' ? file : `<c>${symbol}</c> (${file})`;
  return `#nullable enable
${body.head}${namespaceLine(source)}/// <summary>Sends the requests of ${whose} ${atWhatPrice(priceFactor)}. The answers come within 24 hours, often sooner.</summary>
/// <remarks>
/// Scaffolded by Promptfare; make it your own. In place of the loop:
/// <code>
/// var requests = new Dictionary&lt;string, object&gt;();
/// foreach (var ${inBlockComment(item)} in ${inBlockComment(over)}) requests[$"request-{requests.Count}"] = RequestFor(${inBlockComment(item)});
/// var batchId = await ${name}.SubmitAsync(requests);
/// </code>
/// Later, in another run:
/// <code>
/// var answers = await ${name}.CollectAsync(batchId); // null: not done yet
/// </code>
/// <c>RequestFor</c> is yours to write: it makes the JSON that is sent today, say <c>new { model = "…", … }</c>.
/// </remarks>
internal static class ${name}
{
    // Today:
${commentLines(call, '    //')}

${body.members}}
`;
}

/** What the file begins with, and what its class holds. */
interface Body {
  readonly head: string;
  readonly members: string;
}

function bodyOf({ sdk, api }: ScaffoldOf): Body | undefined {
  if (sdk === 'openai-dotnet' && api === 'openai-chat') return openai('/v1/chat/completions');
  if (sdk === 'openai-dotnet' && api === 'openai-responses') return openai('/v1/responses');
  return sdk === 'anthropic-dotnet' && api === 'anthropic-messages' ? { head: ANTHROPIC_HEAD, members: ANTHROPIC } : undefined;
}

/** Source: BatchClient and OpenAIFileClient of openai/openai-dotnet (read 2026-11-21). Batches have no types of their own there, and are still marked as experimental. */
function openai(endpoint: string): Body {
  const head = `#pragma warning disable OPENAI001 // The package's BatchClient is still marked as experimental.
using System;
using System.ClientModel;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using OpenAI.Batch;
using OpenAI.Files;

`;
  const members = `    private static readonly ApiKeyCredential Key = new(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!);
    private static readonly OpenAIFileClient Files = new(Key);
    private static readonly BatchClient Batches = new(Key);

    /// <summary>Sends each request, by an id of yours. Gives the id of the batch: keep it.</summary>
    public static async Task<string> SubmitAsync(IReadOnlyDictionary<string, object> requests)
    {
        var lines = requests.Select(each =>
            JsonSerializer.Serialize(new { custom_id = each.Key, method = "POST", url = "${endpoint}", body = each.Value }));
        OpenAIFile file = await Files.UploadFileAsync(
            BinaryData.FromString(string.Join("\\n", lines)), "requests.jsonl", FileUploadPurpose.Batch);
        var batch = BinaryData.FromObjectAsJson(
            new { input_file_id = file.Id, endpoint = "${endpoint}", completion_window = "24h" });
        var made = await Batches.CreateBatchAsync(BinaryContent.Create(batch), waitUntilCompleted: false);
        return made.BatchId;
    }

    /// <summary>The answers by the ids of their requests; those that failed are missing. Null: the batch is not done yet.</summary>
    public static async Task<Dictionary<string, JsonElement>?> CollectAsync(string batchId)
    {
        var result = await Batches.GetBatchAsync(batchId, options: null);
        var batch = result.GetRawResponse().Content.ToObjectFromJson<JsonElement>();
        var status = batch.GetProperty("status").GetString();
        if (status == "failed")
        {
            throw new InvalidOperationException("The batch was refused: " + batch.GetProperty("errors"));
        }
        if (status != "completed" && status != "expired" && status != "cancelled")
        {
            return null;
        }
        var answers = new Dictionary<string, JsonElement>();
        if (!batch.TryGetProperty("output_file_id", out var output) || output.ValueKind != JsonValueKind.String)
        {
            return answers;
        }
        BinaryData content = await Files.DownloadFileAsync(output.GetString());
        foreach (var line in content.ToString().Split('\\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var answer = JsonSerializer.Deserialize<JsonElement>(line);
            var response = answer.GetProperty("response");
            if (response.ValueKind == JsonValueKind.Object)
            {
                answers[answer.GetProperty("custom_id").GetString()!] = response.GetProperty("body");
            }
        }
        return answers;
    }
`;
  return { head, members };
}

const ANTHROPIC_HEAD = `using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Tasks;

`;

const ANTHROPIC = `    private static readonly HttpClient Http = MakeClient();

    private static HttpClient MakeClient()
    {
        var client = new HttpClient { BaseAddress = new Uri("https://api.anthropic.com/") };
        client.DefaultRequestHeaders.Add("x-api-key", Environment.GetEnvironmentVariable("ANTHROPIC_API_KEY"));
        client.DefaultRequestHeaders.Add("anthropic-version", "2023-06-01");
        return client;
    }

    /// <summary>Sends each request, by an id of yours (letters, digits, - and _). Gives the id of the batch: keep it.</summary>
    public static async Task<string> SubmitAsync(IReadOnlyDictionary<string, object> requests)
    {
        var batch = new { requests = requests.Select(each => new { custom_id = each.Key, @params = each.Value }) };
        var made = await ReadAsync(await Http.PostAsJsonAsync("v1/messages/batches", batch));
        return made.GetProperty("id").GetString()!;
    }

    /// <summary>The answers by the ids of their requests; those that failed are missing. Null: the batch is not done yet.</summary>
    public static async Task<Dictionary<string, JsonElement>?> CollectAsync(string batchId)
    {
        var batch = await ReadAsync(await Http.GetAsync($"v1/messages/batches/{batchId}"));
        if (batch.GetProperty("processing_status").GetString() != "ended")
        {
            return null;
        }
        var answers = new Dictionary<string, JsonElement>();
        var text = await Http.GetStringAsync(batch.GetProperty("results_url").GetString());
        foreach (var line in text.Split('\\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var answer = JsonSerializer.Deserialize<JsonElement>(line);
            var result = answer.GetProperty("result");
            if (result.GetProperty("type").GetString() == "succeeded")
            {
                answers[answer.GetProperty("custom_id").GetString()!] = result.GetProperty("message");
            }
        }
        return answers;
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
`;
