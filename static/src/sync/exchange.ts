/** What the syncer does, loaded when it first does it: the page that shows a ledger and saves to it does not wait for it. */

export { pull, startOver } from "./pull";
export { push } from "./push";
export { pullReplyOf, pushReplyOf } from "./exchange_wire";
