import { describe, expect, it } from "vitest";

import type { ListenHandlers } from "../../../static/src/voice/ear";
import { Relay } from "../../../static/src/voice/relay";

function noted(): { handlers: ListenHandlers; told: string[] } {
  const told: string[] = [];
  const handlers: ListenHandlers = {
    live: () => void told.push("live"), partial: (words) => void told.push(words), level: (level) => void told.push(`level ${level}`),
    final: (heard) => void told.push(`final ${heard?.transcript}`), trouble: (trouble) => void told.push(trouble),
  };
  return { handlers, told };
}

describe("what is heard ahead", () => {
  it("is told in order to whoever takes over, and what comes after it at once", () => {
    const relay = new Relay(() => undefined);
    const { handlers, told } = noted();
    relay.live();
    relay.partial("twelve");
    relay.handOver(handlers);
    expect(told).toEqual(["live", "twelve"]);
    relay.final({ transcript: "twelve fifty", words: [], alternatives: [] }, null);
    relay.trouble("interrupted");
    expect(told).toEqual(["live", "twelve", "final twelve fifty", "interrupted"]);
  });

  it("drops a loudness that nobody saw", () => {
    const relay = new Relay(() => undefined);
    const { handlers, told } = noted();
    relay.level(0.3);
    relay.handOver(handlers);
    relay.level(0.5);
    expect(told).toEqual(["level 0.5"]);
  });

  it("tells at once that one may speak", () => {
    let begun = 0;
    new Relay(() => void (begun += 1)).live();
    expect(begun).toBe(1);
  });
});
