import { commentLines } from './lines';
import type { ScaffoldOf } from './scaffold';

/** A cache of answers in the process, of its own file; its names are its own in the package. */
export function cacheInGo({ symbol, file, source, call }: ScaffoldOf): string | undefined {
  const home = packageClause(source);
  if (home === undefined) return undefined;
  const whose = symbol === '' ? file : `\`${symbol}\` (${file})`;
  const name = exportedName(symbol, file);
  return `${home}

// Keeps answers for a while, so that ${whose} pays for the same request once.
//
// Scaffolded by Promptfare; make it your own. In place of the call of today:
//
//	cached${name}(request, func() (Answer, error) { return …the call of today, with this request… })
//
// It lives in this process and ends with it; for several processes keep the answers in Redis or the like.
//
// Today:
//
${commentLines(call, '//')}

import (
	"encoding/json"
	"sync"
	"time"
)

const (
	most${name}Answers = 1000
	keep${name}Answers = time.Hour
)

type kept${name}Answer struct {
	until  time.Time
	answer any
}

var (
	kept${name}Lock    sync.Mutex
	kept${name}Answers = map[string]kept${name}Answer{}
)

// cached${name} gives the answer to a request, asked for only if none is kept. Requests are the same if all of their fields are.
func cached${name}[Answer any](request any, call func() (Answer, error)) (Answer, error) {
	written, err := json.Marshal(request)
	if err != nil {
		return call()
	}
	key := string(written)
	kept${name}Lock.Lock()
	kept, found := kept${name}Answers[key]
	kept${name}Lock.Unlock()
	if answer, fits := kept.answer.(Answer); found && fits && time.Now().Before(kept.until) {
		return answer, nil
	}
	answer, err := call()
	if err != nil {
		return answer, err
	}
	kept${name}Lock.Lock()
	defer kept${name}Lock.Unlock()
	for old := range kept${name}Answers {
		if len(kept${name}Answers) < most${name}Answers {
			break
		}
		delete(kept${name}Answers, old)
	}
	kept${name}Answers[key] = kept${name}Answer{time.Now().Add(keep${name}Answers), answer}
	return answer, nil
}
`;
}

/** `package reviews`: a file beside another belongs to the same package. */
export function packageClause(source: string): string | undefined {
  return /^package[ \t]+\w+/m.exec(source)?.[0];
}

/** `Reviews.summarize`: `Summarize`; without a function, what the file is called. */
export function exportedName(symbol: string, file: string): string {
  const last = symbol.split('.').pop() || file.replace(/\.\w+$/, '');
  const plain = last.replace(/\W+/g, '');
  return plain.slice(0, 1).toUpperCase() + plain.slice(1);
}
