import { packageLine } from './java-file';
import { commentLines } from './lines';
import type { ScaffoldOf } from './scaffold';

/** A cache of answers in the process, as a class of its own file. */
export function cacheInJava({ symbol, file, call, name, source }: ScaffoldOf): string {
  const whose = symbol === '' ? file : `{@code ${symbol}} (${file})`;
  return `${packageLine(source)}import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Keeps answers for a while, so that ${whose} pays for the same request once.
 *
 * <p>Scaffolded by Promptfare; make it your own. In place of the call:
 *
 * <pre>
 * var answer = ${name}.cached(request, () -&gt; …the call of today…);
 * </pre>
 *
 * <p>{@code request} is all that differs between requests: what the call is handed, a text or the built parameters. It lives in
 * this process and ends with it; for several processes keep the answers in Redis or the like.
 */
final class ${name} {
  // Today:
${commentLines(call, '  //')}

  private static final Duration KEPT = Duration.ofHours(1);
  private static final int MOST_ANSWERS = 1000;

  private static final Map<Object, Kept> ANSWERS =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Kept> eldest) {
          return size() > MOST_ANSWERS;
        }
      };

  private ${name}() {}

  private record Kept(Instant until, Object answer) {}

  /** The answer to a request, asked for only if none is kept. Requests are the same if they are equal. */
  @SuppressWarnings("unchecked")
  static <T> T cached(Object request, Supplier<T> call) {
    synchronized (ANSWERS) {
      Kept kept = ANSWERS.get(request);
      if (kept != null && kept.until().isAfter(Instant.now())) return (T) kept.answer();
    }
    T answer = call.get();
    synchronized (ANSWERS) {
      ANSWERS.remove(request);
      ANSWERS.put(request, new Kept(Instant.now().plus(KEPT), answer));
    }
    return answer;
  }
}
`;
}
