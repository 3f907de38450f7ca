/** In ms: a platform delivers again what it believes to be lost for some minutes. */
export const NAMES_KEPT = 3_600_000;
/** In ms: what is not done by then is nobody's any more. It holds what somebody wrote. */
export const UNDONE_KEPT = 24 * 3_600_000;
