/** Two frames on, what is rendered now has been painted. A page in the background paints nothing, so it is not waited for. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    setTimeout(resolve, 1000);
  });
