/** The mark of the program; beside it, or as its label, stands the name. */
export const Logo = ({ size = 28 }: { readonly size?: number }) => (
  <img src="/favicon.svg" width={size} height={size} alt="" />
);
