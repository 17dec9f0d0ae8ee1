import { namespaceLine } from './csharp-file';
import { commentLines } from './lines';
import type { ScaffoldOf } from './scaffold';

/** A cache of answers in the process, as a static class of its own file. */
export function cacheInCsharp({ symbol, file, call, name, source }: ScaffoldOf): string {
  const whose = symbol === '' ? file : `<c>${symbol}</c> (${file})`;
  return `using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading.Tasks;

${namespaceLine(source)}/// <summary>Keeps answers for a while, so that ${whose} pays for the same request once.</summary>
/// <remarks>
/// Scaffolded by Promptfare; make it your own. In place of the call:
/// <code>
/// var answer = await ${name}.CachedAsync(request, () =&gt; …the call of today…);
/// </code>
/// <c>request</c> is all that differs between requests, as a text or a record. It lives in this process and ends with it; for
/// several processes keep the answers in Redis or the like (IDistributedCache).
/// </remarks>
internal static class ${name}
{
    // Today:
${commentLines(call, '    //')}

    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);
    private const int MostAnswers = 1000;

    private static readonly ConcurrentDictionary<object, Answer> Answers = new ConcurrentDictionary<object, Answer>();

    private sealed class Answer
    {
        public Answer(DateTime until, object value)
        {
            Until = until;
            Value = value;
        }

        public DateTime Until { get; }
        public object Value { get; }
    }

    /// <summary>The answer to a request, asked for only if none is kept. Requests are the same if they are equal.</summary>
    public static async Task<T> CachedAsync<T>(object request, Func<Task<T>> call) where T : class
    {
        if (Answers.TryGetValue(request, out var kept) && kept.Until > DateTime.UtcNow)
        {
            return (T)kept.Value;
        }
        var answer = await call();
        if (Answers.Count >= MostAnswers)
        {
            var oldest = Answers.OrderBy(each => each.Value.Until).First().Key;
            Answers.TryRemove(oldest, out _);
        }
        Answers[request] = new Answer(DateTime.UtcNow + Kept, answer);
        return answer;
    }
}
`;
}
