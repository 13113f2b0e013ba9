import { customAlphabet } from 'nanoid';

/**
 * A new id for anything on a map: 16 letters and digits, 95 bits, so two people never pick the same. Not
 * `crypto.randomUUID`, which browsers withhold from pages served over plain HTTP in a local network.
 */
export const newId = customAlphabet('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', 16);
