/** Work on this phone that the server takes no more: saved as a file, then removed once the person says that they have it. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { say } from "../../lib/say";
import { forgetLedger, holdsWork, keptWork, type KeptWork as Work, workFile } from "../../sync/kept_work";
import { openSession } from "../../sync/session";
import type { LedgerHead, LedgerStore } from "../../sync/store";
import { saveFile } from "../parts/file";
import type { House } from "../parts/house";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { sentenceOf } from "../parts/problem";
import { sayCount } from "../parts/wording";

const FILE = "my-funds-unsent.json";

@customElement("kept-work")
export class KeptWork extends Light {
  @property({ attribute: false }) house: Pick<House, "person" | "otherLedgers"> & { readonly store: LedgerStore | null } | null = null;
  @state() private works: readonly Work[] = [];
  /** How much of a ledger the file held that was saved last. */
  @state() private saved: ReadonlyMap<string, string> = new Map();
  @state() private problem = "";

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("house")) void this.#look();
  }

  protected override render(): TemplateResult {
    const { store, person } = this.house ?? {};
    return html`${store && person ? html`<signed-out-device .store=${store} .person=${person.id}></signed-out-device>` : nothing}
      ${this.works.map((work) => this.#work(work))}`;
  }

  #work(work: Work): TemplateResult {
    const { ledger, why, changes, recordings } = work;
    const name = nameOf(work);
    return html`<section class="card issue kept-work" role="status"><h2>${icon("attention")}${say(`kept.${why}`, { ledger: name })}</h2>
      ${changes > 0 ? html`<p>${sayCount("kept.changes", changes)}</p>` : nothing}
      ${recordings > 0 ? html`<p>${sayCount("kept.recordings", recordings)}</p>` : nothing}
      ${this.saved.has(ledger) ? html`<p>${say("kept.check", { file: FILE })}</p>` : nothing}
      ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}
      <div class="issue-buttons">
        <button type="button" class="button" @click=${() => this.#attempt(() => this.#save(work))}>${say("kept.save")}</button>
        ${this.saved.has(ledger) ? html`<button type="button" class="button button-danger" @click=${() => this.#attempt(() => this.#forget(work))}>${say("kept.forget")}</button>` : nothing}
      </div></section>`;
  }

  async #look(): Promise<void> {
    if (!this.house) return;
    const { store, otherLedgers, person } = this.house;
    const ledgers: readonly LedgerHead[] = [...(store ? [store.ledger] : []), ...otherLedgers];
    const suspected = await keptWork(person.id, ledgers).catch(() => []);
    this.works = suspected.length > 0 ? await this.#judged(person.id).catch(() => []) : [];
  }

  /** By the newest session: another tab may know of a ledger that this page has not heard of. What is empty is forgotten. */
  async #judged(person: number): Promise<readonly Work[]> {
    const session = await openSession();
    if (typeof session === "string" || session.person.id !== person) return [];
    const found = await keptWork(person, session.ledgers);
    for (const work of found) if (!holdsWork(work)) await forgetLedger(person, work.ledger);
    return found.filter(holdsWork);
  }

  #attempt(work: () => Promise<void>): void {
    this.problem = "";
    work().catch((error: unknown) => (this.problem = sentenceOf(error)));
  }

  async #save(work: Work): Promise<void> {
    if (!this.house) return;
    saveFile(FILE, await workFile(this.house.person.id, work));
    this.saved = new Map([...this.saved, [work.ledger, howMuch(work)]]);
  }

  /** Nothing that came after the file was saved. Of a ledger that is still open the server's rows are fetched again. */
  async #forget({ ledger, why }: Work): Promise<void> {
    if (!this.house) return;
    const now = (await keptWork(this.house.person.id, [])).find((work) => work.ledger === ledger);
    if (now && howMuch(now) !== this.saved.get(ledger)) return this.#tellMore(now, why);
    if (!now || !confirm(say("kept.forget_sure", { what: howMuch(now), ledger: nameOf(now), file: FILE }))) return;
    await forgetLedger(this.house.person.id, ledger);
    if (why === "viewer") location.reload();
    else await this.#look();
  }

  #tellMore(now: Work, why: Work["why"]): void {
    this.works = this.works.map((work) => (work.ledger === now.ledger ? { ...now, why } : work));
    this.saved = new Map([...this.saved].filter(([ledger]) => ledger !== now.ledger));
    this.problem = say("kept.more");
  }
}

function nameOf({ name }: Work): string {
  return name || say("ledgers.this");
}

/** "2 changes and 1 recording". */
function howMuch({ changes, recordings }: Work): string {
  const counted = [changes > 0 ? sayCount("kept.count_changes", changes) : "", recordings > 0 ? sayCount("kept.count_recordings", recordings) : ""];
  return counted.filter(Boolean).join(` ${say("kept.and")} `);
}
