/** The server as the simulator's child process, asked and answered at once: nothing else happens meanwhile. */

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** [status, text] of a view's answer; null when the server died of the request. */
export type Asked = readonly [status: number, text: string] | null;

const PIECE = 1 << 16;
/** Whoever waits for an answer hears of the end, also of one before the first answer. */
const RUN = '"$0" -m tests.simulation.server "$1" "$2"; { : <>"$2"; } 2>/dev/null';

export class Server {
  readonly #folder = mkdtempSync(join(tmpdir(), "my-funds-pipes-"));
  readonly #child: ChildProcess;
  readonly #requests: number;
  readonly #answers: number;

  /** `root` is the folder whose Python is run: the shipped one, or a copy that was broken on purpose. */
  constructor(root: string) {
    const [requests, answers] = ["requests", "answers"].map((name) => join(this.#folder, name)) as [string, string];
    execFileSync("mkfifo", [requests, answers]);
    const python = join(root, ".venv/bin/python");
    this.#child = spawn("sh", ["-c", RUN, python, requests, answers], { cwd: root, stdio: "inherit" });
    this.#requests = openSync(requests, "r+");
    this.#answers = openSync(answers, "r");
  }

  /** Ask a shipped view, as a person or as nobody. */
  ask(method: string, address: string, body: string | null, person: string | null): Asked {
    return this.#tell({ ask: [method, address, body, person] }) as Asked;
  }

  /** Do something to the server itself: server.py's `do_…`. */
  do(deed: string, given: object = {}): unknown {
    return this.#tell({ do: deed, with: given });
  }

  close(): void {
    closeSync(this.#requests);
    closeSync(this.#answers);
    this.#child.unref();
    rmSync(this.#folder, { recursive: true });
  }

  #tell(request: object): unknown {
    writeSync(this.#requests, `${JSON.stringify(request)}\n`);
    const pieces: Buffer[] = [];
    for (let ended = false; !ended;) {
      const piece = Buffer.alloc(PIECE);
      const length = readSync(this.#answers, piece, 0, PIECE, null);
      if (length === 0) throw new Error("the server's process ended");
      pieces.push(piece.subarray(0, length));
      ended = piece[length - 1] === 10;
    }
    return JSON.parse(Buffer.concat(pieces).toString());
  }
}
