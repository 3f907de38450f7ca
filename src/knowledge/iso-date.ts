import { z } from 'zod';

/** When something was published, as far as it is known: to the day, the minute or the second. */
export const IsoDate = z.union(
  [
    z.iso.date(),
    z.iso.datetime({ offset: true, local: true }),
    z.iso.datetime({ offset: true, local: true, precision: -1 }),
  ],
  { error: 'a date such as 2021-11-29, or a date and time such as 2021-11-29T18:05:00Z' },
);
