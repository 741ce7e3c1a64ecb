/** A word of ours, or a value that cannot be mistaken for one: a reference or a year. */
const path = /^\/personal(\/([a-z][a-z-]{0,39}|[0-9A-Z][0-9A-Z-]{0,39})){0,4}$/;

/** Where a person may be sent after signing in: pages for staff, without a query. Anything else is where all of them begin. */
export const returnPath = (wished: string | null | undefined): string =>
  wished !== null && wished !== undefined && path.test(wished) && !/\/(logga-|inloggad|utloggad)/.test(wished)
    ? wished
    : "/personal";
