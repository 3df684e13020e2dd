/** The browser's caches as far as the page and the service worker need them for what is shared. */

export class FakeCaches {
  readonly #caches = new Map<string, Map<string, Response>>();

  async has(name: string): Promise<boolean> {
    return this.#caches.has(name);
  }

  async delete(name: string): Promise<boolean> {
    return this.#caches.delete(name);
  }

  async open(name: string): Promise<unknown> {
    const kept = this.#caches.get(name) ?? new Map<string, Response>();
    this.#caches.set(name, kept);
    return {
      keys: async () => [...kept.keys()].map((url) => ({ url })),
      match: async ({ url }: { url: string }) => kept.get(url)?.clone(),
      put: async (url: string, response: Response) => void kept.set(url, response),
      delete: async ({ url }: { url: string }) => kept.delete(url),
    };
  }
}
