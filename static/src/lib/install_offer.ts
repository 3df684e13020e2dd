/** The browser's offer to put the app on the home screen, caught before the screen that shows it is here. */

interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

export const installing: { offer: InstallOffer | null } = { offer: null };

addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  installing.offer = event as InstallOffer;
});
