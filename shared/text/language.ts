const scripts: readonly (readonly [pattern: RegExp, language: string])[] = [
  [/\p{sc=Hiragana}|\p{sc=Katakana}/u, 'ja'],
  [/\p{sc=Hangul}/u, 'ko'],
  [/\p{sc=Hebrew}/u, 'he'],
  [/\p{sc=Arabic}/u, 'ar'],
  [/\p{sc=Devanagari}/u, 'hi'],
  [/\p{sc=Greek}/u, 'el'],
  [/\p{sc=Thai}/u, 'th'],
  [/\p{sc=Bengali}/u, 'bn'],
  [/\p{sc=Tamil}/u, 'ta'],
  [/\p{sc=Telugu}/u, 'te'],
  [/\p{sc=Armenian}/u, 'hy'],
  [/\p{sc=Georgian}/u, 'ka'],
];

/**
 * The language of a text as far as its letters tell, else that of the map. Enough to pick letter shapes and a voice to
 * read with; Latin and Cyrillic letters serve too many languages to tell.
 */
export function languageOf(text: string, mapLanguage: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return mapLanguage;
  for (const [pattern, language] of scripts) if (pattern.test(text)) return language;
  if (!/\p{sc=Han}/u.test(text)) return mapLanguage;
  return /^(zh|ja|ko)/.test(mapLanguage) ? mapLanguage : 'zh';
}
