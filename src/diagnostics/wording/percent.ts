/** `85%`, `66.7%`: a share as people read it, never rounded up to a limit that it does not reach. */
export const percent = (share: number): string => {
  const permille = Math.floor(share * 1000 + 1e-6);
  return permille % 10 === 0 ? `${String(permille / 10)}%` : `${(permille / 10).toFixed(1)}%`;
};
