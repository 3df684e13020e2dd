/** The page's one Trusted Types policy: script addresses of our own origin's known folders, nothing else. */

const ALLOWED = ["/static/", "/sw.js"];

interface ScriptURLPolicy {
  createScriptURL(url: string): unknown;
}
interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptURLPolicy;
}

/** The address unchanged, if it is one of ours; else a TypeError that names it. */
export function allowedScript(url: string, origin: string): string {
  const resolved = new URL(url, origin);
  const ours = ALLOWED.some((start) => resolved.pathname.startsWith(start));
  if (resolved.origin !== origin || !ours) throw new TypeError(`not a script of this app: ${url}`);
  return url;
}

const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
const policy = factory?.createPolicy("my-funds", {
  createScriptURL: (url) => allowedScript(url, globalThis.location.origin),
});

/** A script address that `new Worker` and `serviceWorker.register` accept under Trusted Types. */
export function trustedScriptURL(url: string): string {
  if (!policy) return allowedScript(url, globalThis.location.origin);
  return policy.createScriptURL(url) as string;
}
