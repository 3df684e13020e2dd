import type { Door } from "../../../static/src/sync/api";

/** A door with one answer, that remembers what was asked and told. */
export function door(answer: unknown): Door & { passed: unknown[] } {
  const passed: unknown[] = [];
  const pass = (...what: unknown[]) => {
    passed.push(what);
    return Promise.resolve(answer);
  };
  return { ask: pass, tell: pass, passed };
}
