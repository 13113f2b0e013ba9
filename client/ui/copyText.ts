/**
 * Puts text on the clipboard; false when the browser would not. Pages served over plain HTTP in a local network have
 * no clipboard API, so there the older way is used: select a field and copy it.
 */
export async function copyText(text: string, inside: HTMLElement = document.body): Promise<boolean> {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch {
    // Refused by a permission: the older way may still do.
  }
  const field = document.createElement('textarea');
  field.value = text;
  field.setAttribute('aria-hidden', 'true');
  field.style.position = 'fixed';
  field.style.opacity = '0';
  // Inside the dialog that asked: its focus trap would take the focus back from a field outside it.
  inside.append(field);
  const before = document.activeElement;
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return copied;
}
