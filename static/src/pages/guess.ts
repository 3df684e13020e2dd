/** Propose the time zone and the currency of this browser on the first visit; what a person typed stays. */

export interface Place {
  timeZone: string;
  currency: string;
}

/** Fill in what is still empty on the page, and give currencies their names. */
export function guessHome(page: Document): void {
  const zone = page.querySelector<HTMLInputElement>("[data-guess=zone]");
  const currency = page.querySelector<HTMLSelectElement>("[data-guess=currency]");
  const list = zone?.list;
  if (!zone || !currency || !list) return;
  nameCurrencies(currency, page.documentElement.lang);
  const place = placeOf([...list.options], Intl.DateTimeFormat().resolvedOptions().timeZone);
  if (!place || zone.value || currency.value) return;
  zone.value = place.timeZone;
  currency.value = place.currency;
  page.querySelector("[data-guessed]")?.removeAttribute("hidden");
}

/** The place of a time zone, also by a name it had before: `Asia/Calcutta` → Asia/Kolkata, INR. */
export function placeOf(options: readonly HTMLOptionElement[], timeZone: string): Place | undefined {
  const found = options.find(
    ({ value, dataset }) => value === timeZone || (dataset["also"] ?? "").split(" ").includes(timeZone),
  );
  return found && { timeZone: found.value, currency: found.dataset["currency"] ?? "" };
}

/** `EUR` → `EUR · Euro`, in the page's language. */
function nameCurrencies(select: HTMLSelectElement, language: string): void {
  const names = new Intl.DisplayNames([language], { type: "currency", fallback: "none" });
  for (const option of select.options) {
    const name = option.value && names.of(option.value);
    if (name) option.textContent = `${option.value} · ${name}`;
  }
}
