import type { CloseReason } from '../../shared/protocol/closeCodes.ts';

/** The map cannot be had; the reason is also what its people's connections are closed with. */
export class MapUnavailable extends Error {
  readonly reason: CloseReason;

  constructor(reason: CloseReason, detail: string = reason.reason) {
    super(detail);
    this.reason = reason;
  }
}

/** A change was made, and storage fails at present. */
export class NotStoredYet extends Error {}
