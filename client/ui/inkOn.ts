/** How light a colour is, 0 to 1, as WCAG 2 counts it. `#rrggbb` only. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Below this white letters are no longer easy to read. */
const READABLE = 4.5;

/** The colour of letters on any colour: white where it can be read, else black. People bring colours of all kinds. */
export const inkOn = (color: string): string => (1.05 / (luminance(color) + 0.05) >= READABLE ? '#fff' : '#000');
