/** The server's speech models of a language: which one is in use, and for owners installing, choosing and removing. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { say } from "../../lib/say";
import { type Installation, type OfficialModel, openModels, type ServerModel, type ServerModels } from "../../sync/models";
import type { House } from "../parts/house";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { sentenceOf } from "../parts/problem";
import { sizeInWords } from "../parts/wording";

const OFTEN_MS = 700;

@customElement("speech-models")
export class SpeechModels extends Light {
  @property({ attribute: false }) house!: House;
  readonly #server = openModels();
  @state() private here: ServerModels | null = null;
  @state() private official: readonly OfficialModel[] = [];
  @state() private problem = "";
  @state() private listProblem = "";
  #again: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#ask(() => this.#server.all());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#again);
  }

  protected override render(): TemplateResult {
    return html`<details @toggle=${this.#opened}>
      <summary>${say("speech.on_server")}</summary>
      ${this.here ? this.#models(this.here) : nothing}
      ${this.problem ? html`<p class="offline-note" role="status">${icon("cloud_off")}${this.problem}</p>` : nothing}
    </details>`;
  }

  #models({ models, installation, mayChange }: ServerModels): TemplateResult {
    const ours = models.filter(({ language }) => language === this.house.spoken);
    return html`<ul class="models">
        ${ours.map((model) => this.#model(model, mayChange))}
        ${mayChange ? this.#offered(models).map((model) => this.#offer(model, installation)) : nothing}
      </ul>
      ${installation ? this.#installation(installation, mayChange) : nothing}
      ${mayChange ? nothing : html`<p class="muted">${say("speech.owners_only")}</p>`}
      ${this.listProblem && mayChange ? html`<p class="muted" role="status">${this.listProblem}</p>` : nothing}`;
  }

  #model({ name, bytes, starter, inUse }: ServerModel, mayChange: boolean): TemplateResult {
    return html`<li><span class="model-name">${name}</span> <span class="muted">${this.#size(bytes)}</span>
      <span class="model-end">${inUse ? html`<span class="muted">${say("speech.in_use")}</span>` : nothing}
        ${mayChange && !inUse ? this.#button("speech.use", name, () => this.#server.use(name)) : nothing}
        ${mayChange && !starter ? this.#button("speech.remove", name, () => this.#server.remove(name)) : nothing}
      </span></li>`;
  }

  #offer({ name, bytes }: OfficialModel, installation: Installation | null): TemplateResult {
    return html`<li><span class="model-name">${name}</span> <span class="muted">${this.#size(bytes)}</span>
      <span class="model-end">${installation?.running ? nothing : this.#button("speech.install", name, () => this.#server.install(name))}</span></li>`;
  }

  #installation({ name, step, done, total, running, problem }: Installation, mayChange: boolean): TemplateResult {
    const words = running ? say(`speech.step_${step}`, { name, done: this.#size(done), total: this.#size(total) }) : problem || say("speech.cut_off", { name });
    return html`<p class=${problem ? "field-error" : "muted"} role="status">${words}</p>
      ${running ? html`<progress max=${Math.max(1, total)} .value=${done} aria-label=${say("speech.step_progress", { name })}></progress>` : nothing}
      ${!running && mayChange ? this.#button("speech.go_on", name, () => this.#server.install(name)) : nothing}`;
  }

  #button(key: "speech.use" | "speech.remove" | "speech.install" | "speech.go_on", name: string, act: () => Promise<ServerModels>): TemplateResult {
    return html`<button type="button" class="button button-quiet" aria-label=${say(`${key}_named`, { name })} @click=${() => this.#ask(act)}>${say(key)}</button>`;
  }

  /** What Vosk offers in this language and is neither here nor on its way. */
  #offered(models: readonly ServerModel[]): readonly OfficialModel[] {
    const here = new Set(models.map(({ name }) => name));
    return this.official.filter(({ language, name }) => language === this.house.spoken && !here.has(name));
  }

  readonly #opened = async (event: Event): Promise<void> => {
    if (!(event.target as HTMLDetailsElement).open || this.here?.mayChange === false || this.official.length > 0) return;
    try {
      this.official = await this.#server.official();
      this.listProblem = "";
    } catch (error) {
      this.listProblem = sentenceOf(error);
    }
  };

  /** Asks or tells the server, and asks again while it installs; what it uses then is this phone's to fetch. */
  async #ask(act: () => Promise<ServerModels>): Promise<void> {
    clearTimeout(this.#again);
    const before = inUse(this.here);
    try {
      this.here = await act();
      this.problem = "";
    } catch (error) {
      this.problem = sentenceOf(error);
    }
    if (before !== null && before !== inUse(this.here)) void this.house.askAnew();
    if (this.here?.installation?.running && this.isConnected) this.#again = setTimeout(() => void this.#ask(() => this.#server.all()), OFTEN_MS);
  }

  #size(bytes: number): string {
    return sizeInWords(bytes, this.house.locale);
  }
}

/** The names of the models in use, as one text; null while nothing is known. */
function inUse(models: ServerModels | null): string | null {
  return models && models.models.filter((model) => model.inUse).map(({ name }) => name).join(" ");
}
