/** A server with one model, which answers ranges as ours does and can go wrong after a number of answers. */

import { createHash } from "node:crypto";

import type { SpeechModel } from "../../../static/src/voice/ear";

type Mishap = "no network" | "breaks off" | "damaged" | "hotel" | "gone" | "whole file" | "half file";

export class ModelServer {
  readonly ranges: string[] = [];
  /** What befalls the next answers, one each; afterwards all is well. */
  mishaps: (Mishap | "fine")[] = [];
  readonly file: Uint8Array<ArrayBuffer>;
  readonly model: SpeechModel;

  constructor({ language = "en", name = "official", size = 1000, starter = false, bytes = 4700 } = {}) {
    this.file = new Uint8Array(bytes);
    for (let place = 0; place < bytes; place++) this.file[place] = (place * 7 + name.length) % 251;
    const cut = Array.from({ length: Math.ceil(bytes / size) }, (_, index) => this.file.subarray(index * size, (index + 1) * size));
    this.model = {
      name, language, url: `/speech/models/${name}-1234abcd.tar.gz`, sha256: sha256(this.file), bytes, starter,
      piece_bytes: size, pieces: cut.map(sha256),
    };
  }

  fetchModel = async (url: string, range: string): Promise<Response> => {
    this.ranges.push(range);
    const mishap = this.mishaps.shift() ?? "fine";
    if (url !== this.model.url || mishap === "gone") return new Response("No such speech model", { status: 404 });
    if (mishap === "no network") throw new TypeError("Failed to fetch");
    if (mishap === "hotel") return new Response("<html>Welcome to the hotel's network</html>");
    if (mishap === "whole file") return new Response(this.file);
    if (mishap === "half file") return new Response(this.file.slice(0, 2000));
    const [first, last] = /(\d+)-(\d+)/.exec(range)!.slice(1).map(Number) as [number, number];
    const bytes = this.file.slice(first, last + 1);
    if (mishap === "damaged") bytes[5]! ^= 1;
    return new Response(mishap === "breaks off" ? bytes.slice(0, 400) : bytes, { status: 206 });
  };
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
