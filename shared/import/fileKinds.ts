/** Some thirty thousand rows; a file that is larger is no journey anybody drew. */
export const FILE_LIMIT = 10 * 1024 * 1024;

/** Why a file is not even opened, in a sentence; null for one that may be read. */
export function refuseBytes(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return 'This file is empty.';
  if (bytes.length > FILE_LIMIT) {
    const size = Math.ceil(bytes.length / 1024 / 1024);
    return `This file has ${size} MB. At most ${FILE_LIMIT / 1024 / 1024} MB are read; no journey is larger.`;
  }
  if (isCompound(bytes)) {
    return isEncrypted(bytes)
      ? 'This workbook is protected with a password. Save it without one and import that.'
      : 'This is a file of an old Office version. Save it as an Excel workbook (.xlsx) or as CSV and import that.';
  }
  return null;
}

/** Whether a file is a zip archive, as workbooks are. */
export const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);

const isCompound = (bytes: Uint8Array) => startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

const startsWith = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, index) => bytes[index] === byte);

/** Office puts an encrypted workbook into the old kind of file, as a stream of this name in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  const name = Array.from('EncryptedPackage', (letter) => letter.charCodeAt(0));
  const limit = bytes.length - name.length * 2;
  for (let at = 0; at <= limit; at++) {
    if (name.every((code, index) => bytes[at + index * 2] === code && bytes[at + index * 2 + 1] === 0)) return true;
  }
  return false;
}

/** A table may begin with a bracket; a JSON file goes on with what only JSON has there. */
export const looksLikeJson = (text: string): boolean => /^\ufeff?\s*(\{\s*["}]|\[\s*[\]{["\d])/.test(text);
