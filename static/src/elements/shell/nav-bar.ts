/** The way between screens: a tab bar at the foot of a phone, a rail at the side of a desk. */

import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import { say } from "../../lib/say";
import { icon } from "../parts/icons";
import { Light } from "../parts/light";
import type { Screen } from "./routes";

const TABS = [
  { screen: "speak", address: "/", icon: "microphone", label: "nav.speak" },
  { screen: "transactions", address: "/transactions", icon: "list", label: "nav.transactions" },
  { screen: "month", address: "/month", icon: "month", label: "nav.month" },
  { screen: "settings", address: "/settings", icon: "settings", label: "nav.settings" },
] as const;

@customElement("nav-bar")
export class NavBar extends Light {
  @property() screen: Screen = "speak";
  /** How many things need attention: a place of its own in the rail, a mark on settings in the tab bar. */
  @property({ type: Number }) attention = 0;

  protected override render(): TemplateResult {
    return html`<nav aria-label=${say("nav.label")}>
      <a class="brand" href="/" aria-label=${say("app.name")}><span class="brand-mark"></span>${say("app.name")}</a>
      ${TABS.map((tab) => this.#tab(tab))}
      ${this.attention > 0 ? this.#attention() : ""}
    </nav>`;
  }

  #tab(tab: (typeof TABS)[number]): TemplateResult {
    const current = tab.screen === this.screen;
    const marked = tab.screen === "settings" && this.attention > 0;
    return html`<a class="tab ${marked ? "tab-marked" : ""}" href=${tab.address} aria-current=${current ? "page" : "false"}>
      ${icon(tab.icon)}<span>${say(tab.label)}</span>
    </a>`;
  }

  #attention(): TemplateResult {
    const current = this.screen === "attention";
    return html`<a class="tab tab-attention" href="/attention" aria-current=${current ? "page" : "false"}>
      ${icon("attention")}<span>${say("nav.attention", { count: this.attention })}</span>
    </a>`;
  }
}
