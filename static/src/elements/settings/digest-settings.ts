/** Whether and where the weekly digest comes by e-mail; nothing is shown where the server cannot be asked. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";

import { say } from "../../lib/say";
import { changeDigestMail, type DigestMail, readDigestMail } from "../../sync/digest_mail";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import { sentenceOf } from "../parts/problem";

@customElement("digest-settings")
export class DigestSettings extends Light {
  @state() private mail: DigestMail | null = null;
  @state() private problem = "";
  @state() private kept = false;

  override connectedCallback(): void {
    super.connectedCallback();
    readDigestMail().then((mail) => (this.mail = mail)).catch(() => undefined);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.mail === null) return nothing;
    return html`<section class="card setting" aria-labelledby="digest-mail-title">
      <h2 id="digest-mail-title">${icon("send")}${say("digest_mail.title")}</h2>
      ${this.mail.possible ? this.#form(this.mail.address) : html`<p>${say("digest_mail.impossible")}</p>`}
    </section>`;
  }

  #form(address: string): TemplateResult {
    return html`<form @submit=${this.#keep}><p class="muted">${say("digest_mail.words")}</p>
      <label class="field"><span class="field-label">${say("digest_mail.address")}</span>
        <input name="address" type="email" autocomplete="email" inputmode="email" .value=${address} @input=${() => (this.kept = false)}></label>
      ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}
      <p class="setting-buttons"><button class="button button-quiet">${say("digest_mail.keep")}</button>
        <span role="status">${this.kept ? say("digest_mail.kept") : ""}</span></p></form>`;
  }

  readonly #keep = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const address = new FormData(event.target as HTMLFormElement).get("address");
    try {
      this.mail = await changeDigestMail(typeof address === "string" ? address : "");
      [this.problem, this.kept] = ["", true];
    } catch (error) {
      this.problem = sentenceOf(error);
    }
  };
}
