/** What can go wrong between this phone, its storage and the server; each error's message is a sentence with the remedy. */

import { say, type StringKey } from "../lib/say";

/** The base of every error of sync; `code` names it, `message` is for the person. */
export class SyncError extends Error {
  override readonly name: string = "SyncError";

  constructor(readonly code: string, message: string = say(`sync.${code}` as StringKey)) {
    super(message);
  }
}

/** No room on this phone; nothing of the transaction was saved. */
export class StorageFull extends SyncError {
  override readonly name = "StorageFull";
  constructor() {
    super("storage_full");
  }
}

/** The storage answered with another error; nothing of the transaction was saved. */
export class StorageFailed extends SyncError {
  override readonly name = "StorageFailed";
  constructor(override readonly cause: unknown) {
    super("storage_failed");
  }
}

/** The stored ledger is of a newer version of this app. */
export class NewerDatabase extends SyncError {
  override readonly name = "NewerDatabase";
  constructor() {
    super("newer_database");
  }
}

/** No answer: no network, no server, or too late. */
export class Unreachable extends SyncError {
  override readonly name = "Unreachable";
  constructor() {
    super("unreachable");
  }
}

/** 401: the session has ended. */
export class SignedOut extends SyncError {
  override readonly name = "SignedOut";
  constructor() {
    super("signed_out");
  }
}

/** 409 epoch_changed: the server was restored; `epoch` is its new one, or null when it did not say. */
export class EpochChanged extends SyncError {
  override readonly name = "EpochChanged";
  constructor(readonly epoch: string | null) {
    super("epoch_changed", "");
  }
}

/** Any other refusal of the server, with its sentence; `retryAfter` in seconds where it named one. */
export class Refused extends SyncError {
  override readonly name = "Refused";
  constructor(readonly status: number, code: string, message: string, readonly retryAfter: number | null) {
    super(code, message);
  }
}

/** An answer that is not of the protocol's shape; `place` says where. */
export class UnreadableAnswer extends SyncError {
  override readonly name = "UnreadableAnswer";
  constructor(readonly place: string) {
    super("unreadable");
  }
}

/** What a person decided about is not as it was when they looked. */
export class MovedOn extends SyncError {
  override readonly name = "MovedOn";
  constructor() {
    super("moved_on");
  }
}

/** A person who may only look tried to write. */
export class ViewerMayNotWrite extends SyncError {
  override readonly name = "ViewerMayNotWrite";
  constructor() {
    super("viewer");
  }
}
