/** The route we are on: follows links, "go" events and the back button without loading a page. */

import type { ReactiveController, ReactiveControllerHost } from "lit";

import { routeOf, type Route } from "./routes";

export interface Go {
  readonly address: string;
  /** Take the place of the present address instead of following it. */
  readonly replace: boolean;
}

export class Navigation implements ReactiveController {
  route: Route = routeOf(new URL(location.href));

  constructor(private readonly host: ReactiveControllerHost & EventTarget, private readonly arrived: (before: Route) => void) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener("popstate", this.#follow);
    this.host.addEventListener("click", this.#click);
    this.host.addEventListener("go", this.#go);
  }

  hostDisconnected(): void {
    removeEventListener("popstate", this.#follow);
    this.host.removeEventListener("click", this.#click);
    this.host.removeEventListener("go", this.#go);
  }

  go({ address, replace }: Go): void {
    if (replace) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    this.#follow();
  }

  readonly #go = (event: Event): void => this.go((event as CustomEvent<Go>).detail);

  readonly #click = (event: Event): void => {
    const link = (event.target as Element).closest("a");
    if (!link || !isPlain(event as MouseEvent) || link.download || link.origin !== location.origin) return;
    if (routeOf(new URL(link.href)).screen === "unknown") return;
    event.preventDefault();
    this.go({ address: link.href, replace: link.href === location.href });
  };

  readonly #follow = (): void => {
    const before = this.route;
    this.route = routeOf(new URL(location.href));
    this.host.requestUpdate();
    this.arrived(before);
  };
}

function isPlain({ button, metaKey, ctrlKey, shiftKey, altKey, defaultPrevented }: MouseEvent): boolean {
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey && !defaultPrevented;
}
