/**
 * Which machines may say for whom they ask and how they were reached: the nearest `proxies` ones, or those at these
 * addresses. What anybody else says of that is not believed.
 */
export const trusted = (
  proxies: number | string | null,
): false | string[] | ((address: string, hop: number) => boolean) => {
  if (proxies === null) return false;
  if (typeof proxies === 'number') return (_address, hop) => hop < proxies;
  return proxies.split(',').map((address) => address.trim());
};
