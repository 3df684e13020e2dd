/** What the browser lets this page do with the microphone, without asking the person. */

/** Whether listening may begin without a tap: only where it was allowed before, so that nobody is surprised. */
export async function microphoneAllowed(): Promise<boolean> {
  return (await microphonePermission()) === "granted";
}

/** "prompt" where the browser would ask; null where it does not tell. */
export async function microphonePermission(): Promise<PermissionState | null> {
  const status = await navigator.permissions?.query({ name: "microphone" }).catch(() => null);
  return status?.state ?? null;
}
