/** Work on this phone that the server takes no more: saved as a file, then removed. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { say } from "../../lib/say";
import { forgetLedger, holdsWork, keptWork, type KeptWork as Work, workFiles } from "../../sync/kept_work";
import { openSession } from "../../sync/session";
import type { LedgerHead, LedgerStore } from "../../sync/store";
import { saveFile } from "../parts/file";
import type { House } from "../parts/house";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { sayCount } from "../parts/wording";

@customElement("kept-work")
export class KeptWork extends Light {
  @property({ attribute: false }) house: Pick<House, "person" | "otherLedgers"> & { readonly store: LedgerStore | null } | null = null;
  @state() private works: readonly Work[] = [];
  @state() private saved: ReadonlySet<string> = new Set();

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
    const name = work.name || say("ledgers.this");
    return html`<section class="card issue kept-work" role="status"><h2>${icon("attention")}${say(`kept.${why}`, { ledger: name })}</h2>
      ${changes > 0 ? html`<p>${sayCount("kept.changes", changes)}</p>` : nothing}
      ${recordings > 0 ? html`<p>${sayCount("kept.recordings", recordings)}</p>` : nothing}
      ${this.saved.has(ledger) ? html`<p>${say("kept.saved")}</p>` : nothing}
      <div class="issue-buttons">
        <button type="button" class="button" @click=${() => void this.#save(work)}>${say("kept.save")}</button>
        ${this.saved.has(ledger) ? html`<button type="button" class="button button-danger" @click=${() => void this.#forget(work)}>${say("kept.forget")}</button>` : nothing}
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

  async #save(work: Work): Promise<void> {
    if (!this.house) return;
    const files = await workFiles(this.house.person.id, work);
    saveFile("my-funds-unsent.json", files.changes);
    files.recordings.forEach((wav, place) => saveFile(`my-funds-recording-${place + 1}.wav`, wav));
    this.saved = new Set([...this.saved, work.ledger]);
  }

  /** Of a ledger that is still open the server's rows are fetched again. */
  async #forget({ ledger, why }: Work): Promise<void> {
    if (!this.house) return;
    await forgetLedger(this.house.person.id, ledger);
    if (why === "viewer") location.reload();
    else await this.#look();
  }
}
