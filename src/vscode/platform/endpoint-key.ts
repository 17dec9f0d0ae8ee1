import type * as vscode from 'vscode';

/** The keys of endpoints. Each belongs to one host: another address never gets it. */
export class EndpointKey {
  readonly #secrets: vscode.SecretStorage;

  constructor(secrets: vscode.SecretStorage) {
    this.#secrets = secrets;
  }

  async of(endpoint: URL): Promise<string | undefined> {
    return this.#secrets.get(nameOf(endpoint));
  }

  /** An empty key is none. */
  async set(endpoint: URL, key: string): Promise<void> {
    if (key === '') await this.#secrets.delete(nameOf(endpoint));
    else await this.#secrets.store(nameOf(endpoint), key);
  }
}

function nameOf({ origin }: URL): string {
  return `promptfare.endpoint.key ${origin}`;
}

/** The address of the settings; undefined: there is none, or it isn't one that can be asked. */
export function endpointUrl(endpoint: string): URL | undefined {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  const isLocal = url !== undefined && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  // A key and a prompt must not travel in the open.
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal) ? url : undefined;
}
