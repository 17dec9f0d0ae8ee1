/** Lets some requests through at a time, fewer where the host asks to slow down. */
export interface Gate {
  /** Waits for a place; false: the run ended. */
  enter(): Promise<boolean>;
  leave(): void;
  /** False: the run ended. */
  untilOneLeaves(): Promise<boolean>;
  /** Nobody enters before the host said that one may; false: that is too long to wait. */
  backOff(retryAfterMs: number | undefined, attempt: number): Promise<boolean>;
  close(): void;
}

/** Who asks for more has used up something else than a minute's quota. */
const LONGEST_WAIT_MS = 120_000;
const FIRST_WAIT_MS = 1000;

export function requestGate(places: number, signal: AbortSignal): Gate {
  let allowed = Math.max(1, places);
  let inside = 0;
  let isClosed = false;
  let openFrom = 0;
  let waiting: (() => void)[] = [];
  const wake = () => {
    const all = waiting;
    waiting = [];
    for (const go of all) go();
  };
  const change = () => new Promise<void>(resolve => void waiting.push(resolve));
  signal.addEventListener('abort', wake, { once: true });
  const ended = () => isClosed || signal.aborted;
  return {
    async enter() {
      while (!ended()) {
        const wait = openFrom - performance.now();
        if (wait > 0) await pause(wait, signal);
        else if (inside < allowed) {
          inside++;
          return true;
        } else await change();
      }
      return false;
    },
    leave() {
      inside--;
      wake();
    },
    async untilOneLeaves() {
      if (!ended()) await change();
      return !ended();
    },
    async backOff(retryAfterMs, attempt) {
      const wait = retryAfterMs ?? FIRST_WAIT_MS * 2 ** attempt;
      if (wait > LONGEST_WAIT_MS || ended()) return false;
      allowed = Math.max(1, Math.floor(allowed / 2));
      openFrom = Math.max(openFrom, performance.now() + wait);
      await pause(wait, signal);
      return !ended();
    },
    close() {
      isClosed = true;
      wake();
    },
  };
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise(resolve => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done, { once: true });
  });
}
