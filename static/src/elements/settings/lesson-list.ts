/** What corrections taught the household, each lesson with a way to have it forgotten. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import { say } from "../../lib/say";
import { readNames } from "../parts/accounts";
import type { House } from "../parts/house";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { Live } from "../parts/live";
import { sentenceOf } from "../parts/problem";
import { sayCount } from "../parts/wording";
import { lessonsInWords, type LessonWords } from "./lesson_words";

const FEW = 8;

@customElement("lesson-list")
export class LessonList extends Light {
  @property({ attribute: false }) house!: House;
  @state() private all = false;
  @state() private problem = "";
  @state() private forgotten = false;
  readonly #lessons = new Live(this, () => this.house.store, () => this.#read());

  protected override render(): TemplateResult {
    const lessons = this.#lessons.value ?? [];
    const shown = this.all ? lessons : lessons.slice(0, FEW);
    return html`<section class="card setting" aria-labelledby="lessons-title">
      <h2 id="lessons-title">${icon("education")}${say("lessons.title")}</h2>
      <p class="muted">${say(lessons.length > 0 ? "lessons.words" : "lessons.none")}</p>
      <ul class="account-list lessons">${repeat(shown, ({ id }) => id, (lesson) => this.#lesson(lesson))}</ul>
      ${shown.length < lessons.length ? html`<button type="button" class="button-plain" @click=${() => (this.all = true)}>${say("lessons.more", { count: lessons.length })}</button>` : nothing}
      <p role="status" class="muted">${this.forgotten ? say("lessons.forgotten") : nothing}</p>
      ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}
    </section>`;
  }

  #lesson({ id, words, times }: LessonWords): TemplateResult {
    return html`<li class="lesson"><span class="lesson-words"><bdi>${words}</bdi><span class="muted">${sayCount("lessons.times", times)}</span></span>
      ${this.house.store.ledger.role === "viewer" ? nothing : html`<button type="button" class="button-plain" aria-label=${say("lessons.forget_named", { lesson: words })}
        @click=${() => void this.#forget(id)}>${say("lessons.forget")}</button>`}</li>`;
  }

  async #read(): Promise<readonly LessonWords[]> {
    const [lessons, names] = await Promise.all([this.house.store.lessons(), readNames(this.house.store)]);
    return lessonsInWords(lessons, names, { locale: this.house.locale, currency: this.house.store.ledger.currency });
  }

  async #forget(id: string): Promise<void> {
    try {
      this.problem = "";
      await this.house.store.forget(id);
      this.forgotten = true;
    } catch (error) {
      this.problem = sentenceOf(error);
    }
  }
}
