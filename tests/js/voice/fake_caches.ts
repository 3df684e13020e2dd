/** Cache Storage in memory, with as much room as a test gives it. */

export class FakeCaches {
  readonly #caches = new Map<string, FakeCache>();
  /** Bytes that may be kept in all. */
  room = Infinity;

  open = async (name: string): Promise<FakeCache> => {
    const cache = this.#caches.get(name) ?? new FakeCache(this);
    this.#caches.set(name, cache);
    return cache;
  };

  delete = async (name: string): Promise<boolean> => this.#caches.delete(name);

  get used(): number {
    return [...this.#caches.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** The addresses kept in a cache. */
  async addresses(name: string): Promise<string[]> {
    return (await (await this.open(name)).keys()).map(({ url }) => new URL(url).pathname + new URL(url).search);
  }
}

class FakeCache {
  readonly #kept = new Map<string, { readonly body: Blob; readonly headers: Headers }>();

  constructor(private readonly all: FakeCaches) {}

  get size(): number {
    return [...this.#kept.values()].reduce((sum, { body }) => sum + body.size, 0);
  }

  async put(address: string, response: Response): Promise<void> {
    if (response.status === 206) throw new TypeError("Partial response (status code 206) is unsupported");
    const body = await response.blob();
    if (this.all.used + body.size > this.all.room) throw new DOMException("no room", "QuotaExceededError");
    this.#kept.set(absolute(address), { body, headers: response.headers });
  }

  async match(address: string | Request): Promise<Response | undefined> {
    const kept = this.#kept.get(absolute(address));
    return kept && new Response(kept.body, { headers: kept.headers });
  }

  async keys(): Promise<Request[]> {
    return [...this.#kept.keys()].map((url) => new Request(url));
  }

  async delete(address: string | Request): Promise<boolean> {
    return this.#kept.delete(absolute(address));
  }
}

function absolute(address: string | Request): string {
  return new URL(typeof address === "string" ? address : address.url, "https://funds.example").href;
}
