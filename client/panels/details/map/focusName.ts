/** Something new is named first: the focus goes into its name, and what one types takes the place of "New persona". */
export function focusName(item: string): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLTextAreaElement>(`[data-item="${CSS.escape(item)}"] textarea`);
    field?.focus();
    field?.select();
  });
}
