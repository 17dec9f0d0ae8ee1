import { commentLines, inDocstring } from './lines';
import type { ScaffoldOf } from './scaffold';

/** A cache of answers in the process, of its own file. */
export function cacheInPython({ symbol, file, callee, call, async: isAsync }: ScaffoldOf): string {
  const whose = symbol === '' ? file : `\`${symbol}\` (${file})`;
  const [define, wait, takes] = isAsync
    ? ['async def', 'await ', 'Callable[..., Awaitable[Answer]]']
    : ['def', '', 'Callable[..., Answer]'];
  return `"""Keeps answers for a while, so that ${whose} pays for the same request once.

Scaffolded by Promptfare; make it your own. Hand the method over in place of calling it:

    ${wait}cached(${inDocstring(callee)}, …the arguments of today…)

It lives in this process and ends with it; for several processes keep the answers in Redis or the like.
"""

# Today:
${commentLines(call, '#')}

from __future__ import annotations

import json
import time
from collections.abc import ${isAsync ? 'Awaitable, Callable' : 'Callable'}
from typing import Any, TypeVar

Answer = TypeVar("Answer")
KEPT_SECONDS = 3600.0
MOST_ANSWERS = 1000
_kept: dict[str, tuple[float, Any]] = {}


${define} cached(call: ${takes}, /, **request: Any) -> Answer:
    """The answer to a request, asked for only if none is kept. Requests are the same if all of their arguments are."""
    key = json.dumps(request, sort_keys=True, default=repr)
    until, answer = _kept.get(key, (0.0, None))
    if until > time.monotonic():
        return answer
    answer = ${wait}call(**request)
    _kept.pop(key, None)
    if len(_kept) >= MOST_ANSWERS:
        _kept.pop(next(iter(_kept)))
    _kept[key] = (time.monotonic() + KEPT_SECONDS, answer)
    return answer
`;
}
