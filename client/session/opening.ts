import { closeCodes } from '../../shared/protocol/closeCodes.ts';

/** Whether the map can be shown. It is never shown half loaded. */
export type Opening =
  | { readonly status: 'loading' }
  | { readonly status: 'open' }
  /** The server cannot be reached, and this browser has nothing that it may show. */
  | { readonly status: 'unreachable' }
  | { readonly status: 'refused'; readonly why: WhyRefused };

export type WhyRefused =
  | 'unknown'
  /** This page or this browser had the map; now it is gone, or gone for whoever sits here. */
  | 'gone'
  | 'access-ended'
  | 'in-trash'
  /** Written by a newer version of the program than this page. */
  | 'newer'
  | 'too-large'
  | 'rejected';

/** @param had whether this page or this browser has had the map before */
export function whyRefused(code: number, had: boolean): WhyRefused {
  switch (code) {
    case closeCodes.unknownMap.code:
      return had ? 'gone' : 'unknown';
    case closeCodes.noAccess.code:
      return 'access-ended';
    case closeCodes.inTrash.code:
      return 'in-trash';
    case closeCodes.tooLarge.code:
      return 'too-large';
    default:
      return 'rejected';
  }
}

/** Whether the map is out of this person's reach, and not only this page's edit out of place. */
export const isShutOut = (why: WhyRefused): boolean => why === 'gone' || why === 'unknown' || why === 'access-ended';
