/** The browsers in which a person keeps ledgers: asked of the server when they are looked at. */

import { type Door, openDoor } from "./api";
import { Database } from "./database";
import { documentAt, listAt, textAt, timeAt } from "./wire";

export interface Device {
  readonly id: string;
  readonly name: string;
  /** ms since 1970. */
  readonly firstSynced: number;
  readonly lastSynced: number;
  /** Signed out from another device: it syncs no more until it is let in again. */
  readonly revoked: boolean;
}

/** Every method answers all devices as they are then, the latest first; throws Unreachable, SignedOut, Refused or UnreadableAnswer. */
export interface Devices {
  all(): Promise<readonly Device[]>;
  rename(id: string, name: string): Promise<readonly Device[]>;
  revoke(id: string): Promise<readonly Device[]>;
  readmit(id: string): Promise<readonly Device[]>;
}

export function openDevices(door: Door = openDoor()): Devices {
  const devices = async (answer: Promise<unknown>) => listAt(await answer, "devices").map(deviceOf);
  return {
    all: () => devices(door.ask("/api/devices")),
    rename: (id, name) => devices(door.tell(`/api/devices/${id}`, { name }, "PATCH")),
    revoke: (id) => devices(door.tell(`/api/devices/${id}/revoke`, {})),
    readmit: (id) => devices(door.tell(`/api/devices/${id}/readmit`, {})),
  };
}

/** The id of this browser among a person's devices, or null before a ledger was opened here. */
export async function thisDevice(person: number): Promise<string | null> {
  const database = new Database(person);
  try {
    const meta = await database.read(["meta"], (reading) => reading.objectStore("meta").get("device"));
    return meta !== undefined && "device" in meta ? meta.device : null;
  } finally {
    database.close();
  }
}

function deviceOf(found: unknown): Device {
  const { id, name, first_synced, last_synced, revoked } = documentAt(found, "device");
  return {
    id: textAt(id, "device.id"), name: textAt(name, "device.name"), revoked: revoked === true,
    firstSynced: timeAt(first_synced, "device.first_synced"), lastSynced: timeAt(last_synced, "device.last_synced"),
  };
}
