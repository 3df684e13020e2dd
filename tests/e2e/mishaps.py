"""What goes wrong around a person: storage, sessions, networks and refusals, each brought about for real."""

from playwright.sync_api import Page

from tests.e2e.phone import Phone
from tests.e2e.server import Server

SIGN_OUT = "from django.contrib.sessions.models import Session; Session.objects.all().delete()"
FORGET_ENGINE = """caches.keys().then((names) => Promise.all(names.map(async (name) => {
  const kept = await caches.open(name);
  for (const one of await kept.keys()) if (one.url.includes("/speech-")) await kept.delete(one);
})))"""
HAVE_ROOM = """(room) => {
  window.realPut ??= IDBObjectStore.prototype.put;
  const full = () => { throw new DOMException("", "QuotaExceededError"); };
  IDBObjectStore.prototype.put = room ? window.realPut : full;
}"""
SPOIL = """([entity, path, value]) => new Promise((resolve, reject) => {
  const opening = indexedDB.open("my-funds-1");
  opening.onerror = reject;
  opening.onsuccess = () => {
    const writing = opening.result.transaction("outbox", "readwrite");
    writing.objectStore("outbox").openCursor().onsuccess = ({ target: { result: cursor } }) => {
      if (!cursor) return;
      const { mutation } = cursor.value;
      if (mutation.entity === entity && path in mutation.fields) {
        const fields = { ...mutation.fields, [path]: value };
        cursor.update({ ...cursor.value, mutation: { ...mutation, fields } });
      }
      cursor.continue();
    };
    writing.oncomplete = () => { opening.result.close(); resolve(null); };
  };
})"""
"""Give a path, in every waiting change of an entity that has it, a value that the server refuses."""
UNLIKELY_DAY = ("transaction", "date", "2026-02-30")


def clear_http_cache(one: Phone, page: Page) -> None:
    assert one.context
    one.context.new_cdp_session(page).send("Network.clearBrowserCache")


def room(one: Phone, page: Page, server: Server, bytes_left: int) -> None:
    """How much the browser lets this origin keep."""
    assert one.context
    quota = {"origin": server.url, "quotaSize": bytes_left}
    one.context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", quota)


def have_room(page: Page, room: bool) -> None:
    """The same between two taps: the browser itself looks only now and then how much it keeps."""
    page.evaluate(HAVE_ROOM, room)


def clear_everything_kept(one: Phone, page: Page, server: Server) -> None:
    """As on the first visit, but signed in."""
    page.goto("about:blank")
    assert one.context
    session = one.context.new_cdp_session(page)
    kinds = "cache_storage,indexeddb,local_storage,service_workers"
    session.send("Storage.clearDataForOrigin", {"origin": server.url, "storageTypes": kinds})
    session.send("Network.clearBrowserCache")


def slow_down(one: Phone, page: Page) -> None:
    """A train's network: 400 ms to every answer, 50 kB a second."""
    assert one.context
    session = one.context.new_cdp_session(page)
    session.send("Network.enable")
    slow = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 20_000}
    session.send("Network.emulateNetworkConditions", slow)
